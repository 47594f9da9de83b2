using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Brief;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;
using LangSon.PovertyCli.Tests.Targets;

namespace LangSon.PovertyCli.Tests.Reporting.Brief;

/// <summary>The text that goes into an official report.</summary>
public sealed class BriefTests
{
    private const string Header = "household_id,commune_code,settlement,household_size,income_per_capita";

    [Fact]
    public void A_figure_is_given_as_officials_write_it()
    {
        var text = Text(Books.Sample);
        Assert.Contains("355/6.036 hộ nghèo; 5,88%; giảm 3,04 điểm phần trăm so với 2022 (8,92%), tương đương giảm 180 hộ;", text, StringComparison.Ordinal);
        Assert.Contains("Trong các hộ dân tộc thiểu số: 345/5.083 hộ nghèo; 6,79%;", text, StringComparison.Ordinal);
        Assert.Contains("chiếm 97,18% tổng số hộ nghèo.", text, StringComparison.Ordinal);
        Assert.Contains("249 hộ thoát nghèo; 45 hộ cận nghèo thành hộ nghèo, 16 hộ tái nghèo, 9 hộ nghèo phát sinh; lý do khác: giảm 3 hộ, tăng 2 hộ.", text, StringComparison.Ordinal);
        Assert.Contains("đạt 10/11. Chưa đạt: Huyện Văn Quan: tỷ lệ hộ nghèo giảm từ 5 điểm phần trăm trở lên so với năm 2022 (thực hiện: giảm 4,77 điểm phần trăm; còn thiếu 1 hộ).", text, StringComparison.Ordinal);
        Assert.Contains("(số liệu sơ bộ, chưa được phê duyệt)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_counts_of_the_province_are_given_with_their_decision()
    {
        var text = Text(Books.Run("samples/published"));
        Assert.Contains("4.643/199.765 hộ nghèo; 2,32%; 13.578/199.765 hộ cận nghèo; 6,80%; 18.221/199.765 hộ nghèo đa chiều", text, StringComparison.Ordinal);
        Assert.Contains("(đã được phê duyệt: 83/QĐ-UBND, 2026-01-15)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_standard_has_no_near_poor_households_nothing_is_said_of_them()
    {
        var text = Text(Books.Run("samples/mpi"));
        Assert.Contains("48/200 hộ nghèo; 24,00%; giảm 7,37 điểm phần trăm so với 2019 (31,37%), tương đương giảm 16 hộ.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cận nghèo", text, StringComparison.Ordinal);
        Assert.DoesNotContain("near-poor", Text(Books.Run("samples/mpi"), Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Vietnamese, "vi")]
    [InlineData(Language.English, "en")]
    public void The_whole_text_is_as_approved(Language language, string tag) =>
        Repository.Same($"tests/LangSon.PovertyCli.Tests/Golden/small/expected/brief.{tag}.txt", Text(Books.Small, language));

    [Fact]
    public void The_table_has_a_row_for_each_district_and_the_province_last()
    {
        var rows = Rows(Books.Sample);
        Assert.Equal(1 + 11 + 1, rows.Length);
        Assert.Equal(["Huyện Văn Quan", "410", "73", "17,94", "54", "13,17", "−4,77", "chưa đạt"], rows.Single(row => row[0] == "Huyện Văn Quan"));
        Assert.Equal(["Tỉnh Lạng Sơn", "6.036", "535", "8,92", "355", "5,88", "−3,04", "đạt"], rows[^1]);
    }

    [Fact]
    public void A_further_standard_has_a_sentence_and_the_round_before_is_compared_by_the_standard_of_both()
    {
        var further = Text(Books.Of(new TestRun().Round(2026, FurtherStandardTests.Example).Also("vn-2027").Execute()));
        Assert.Contains("Kỳ 2026 theo Chuẩn nghèo đa chiều giai đoạn 2027–2030 (tính thử, ngoài thời gian hiệu lực): 3 hộ nghèo (37,50%), 2 hộ cận nghèo (25,00%); 2 hộ thành hộ nghèo, 1 hộ không còn là hộ nghèo.", further, StringComparison.Ordinal);
        var compared = Text(Books.Of(new TestRun().Round(2021, TwoStandardTargetTests.Before).Also("vn-2022").Round(2022, TwoStandardTargetTests.After).Execute()));
        Assert.Contains("2/5 hộ nghèo; 40,00%; giảm 20,00 điểm phần trăm so với 2021 tính theo vn-2022 (60,00%), tương đương giảm 1 hộ;", compared, StringComparison.Ordinal);
        Assert.Contains("Từ 2021 tính theo vn-2022 đến 2022: 1 hộ thoát nghèo;", compared, StringComparison.Ordinal);
    }

    [Fact]
    public void One_round_says_nothing_of_changes()
    {
        var content = Books.Of(new TestRun().Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").Add("B", "Y", "4", "non").ToString()).Execute());
        Assert.Contains("1/2 hộ nghèo; 50,00%; 0/2 hộ cận nghèo; 0,00%;", Text(content), StringComparison.Ordinal);
        Assert.DoesNotContain("so với", Text(content), StringComparison.Ordinal);
        Assert.Equal(["Đơn vị", "Tổng số hộ 2023", "Hộ nghèo 2023", "Tỷ lệ 2023 (%)"], Rows(content)[0]);
    }

    [Fact]
    public void Without_a_register_there_is_a_count_and_the_reason_why_there_is_no_rate()
    {
        var content = Books.Of(new TestRun().Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").ToString(), Coverage.Reviewed).Execute());
        Assert.Contains("1 hộ nghèo; không có tỷ lệ: chưa có số hộ, số khẩu toàn địa bàn (register);", Text(content), StringComparison.Ordinal);
        Assert.DoesNotContain("0,00%", Text(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_standards_are_not_compared_and_the_reader_is_told()
    {
        const string Old = Header + ",health_service,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_assets\nA,X,rural,4,500000,0,0,0,0,0,0,0,0,0,0\n";
        var text = Text(Books.Of(new TestRun().Round(2021, Old).Round(2022, new HouseholdTable().Add("A", "X", "4", "non").ToString()).Execute()));
        Assert.Contains("0/1 hộ nghèo; 0,00%; không so được với 2021: hai kỳ theo hai chuẩn khác nhau;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("thoát nghèo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_provinces_has_its_paragraph_and_the_table_has_them_all()
    {
        const string Two = Header + ",province_code,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,1,rural,4,1000000,10,1,1,1,0,0,0,0,0,0,0,0,0\nB,2,rural,4,9000000,20,0,0,0,0,0,0,0,0,0,0,0,0\n";
        var content = Books.Of(new TestRun().Round(2023, Two).Execute());
        Assert.Contains("10, kỳ 2023: 1/1 hộ nghèo;", Text(content), StringComparison.Ordinal);
        Assert.Contains("20, kỳ 2023: 0/1 hộ nghèo;", Text(content), StringComparison.Ordinal);
        Assert.Equal(["10", "20"], Rows(content)[1..].Select(row => row[0]));
    }

    [Theory]
    [InlineData(null, null, "số liệu sơ bộ, chưa được phê duyệt", "preliminary figures, not yet approved")]
    [InlineData("official", null, "kết quả chính thức, chưa được phê duyệt", "official result, not yet approved")]
    [InlineData("official", "12/QĐ", "kết quả chính thức, chưa được phê duyệt: 12/QĐ", "official result, not yet approved: 12/QĐ")]
    [InlineData("approved", "12/QĐ", "đã được phê duyệt: 12/QĐ", "approved: 12/QĐ")]
    public void Each_round_says_how_far_its_result_has_come(string? status, string? decision, string vi, string en)
    {
        var content = Books.Small with { Recognitions = [new("approved", "9/QĐ"), new(status, decision)] };
        Assert.Equal(new($"({vi})", $"({en})"), BriefText.Standing(content));
        Assert.Contains($"Kỳ số liệu: 2022 (đã được phê duyệt: 9/QĐ); 2023 ({vi}). Căn cứ: ", BriefText.Sources(content).Vi, StringComparison.Ordinal);
        Assert.Contains($"Rounds: 2022 (approved: 9/QĐ); 2023 ({en}). Law: ", BriefText.Sources(content).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rise_where_a_fall_was_demanded_is_not_told_as_a_fall()
    {
        Assert.Contains("giảm từ 3 điểm phần trăm trở lên so với năm 2022 (thực hiện: tăng 22,56 điểm phần trăm; còn thiếu 4 hộ)", Text(Books.Small), StringComparison.Ordinal);
        Assert.Contains("down by 3 percentage points or more from 2022 (actual: up 22.56 percentage points; 4 households short)", Text(Books.Small, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_falls_while_its_households_rise_is_not_called_the_same_change()
    {
        var content = Books.Of(new TestRun()
            .Counts(2022, "year,area_code,households,persons,poor,near_poor\n2022,20,100,400,10,5\n")
            .Counts(2023, "year,area_code,households,persons,poor,near_poor\n2023,20,200,800,12,10\n").Execute());
        Assert.Contains("12/200 hộ nghèo; 6,00%; giảm 4,00 điểm phần trăm so với 2022 (10,00%), còn số hộ tăng 2 hộ;", Text(content), StringComparison.Ordinal);
        Assert.Contains("12/200 poor households; 6.00%; down 4.00 percentage points from 2022 (10.00%), while their number is up 2 households;", Text(content, Language.English), StringComparison.Ordinal);
        Assert.Contains("10/200 hộ cận nghèo; 5,00%; không đổi so với 2022 (5,00%), còn số hộ tăng 5 hộ;", Text(content), StringComparison.Ordinal);
        Assert.DoesNotContain("Chỉ tiêu", Text(content), StringComparison.Ordinal);
        Assert.DoesNotContain("Targets", Text(content, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Vietnamese, "–: hai kỳ theo hai chuẩn khác nhau.")]
    [InlineData(Language.English, "–: the rounds are judged by different standards.")]
    public void What_the_table_leaves_open_has_its_reason_below(Language language, string reason)
    {
        const string Old = Header + ",health_service,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_assets\n"
            + "A,X,rural,4,500000,0,0,0,0,0,0,0,0,0,0\nB,Y,rural,4,500000,0,0,0,0,0,0,0,0,0,0\n";
        var content = Books.Of(new TestRun().Round(2021, Old).Round(2022, new HouseholdTable().Add("A", "X", "4", "non").Add("B", "Y", "4", "non").ToString()).Execute());
        Assert.Contains(reason, Text(content, language), StringComparison.Ordinal);
        Assert.DoesNotContain("–: ", Text(Books.Sample, language), StringComparison.Ordinal);
    }

    [Fact]
    public void Unresolved_households_give_a_range_for_each_of_several_provinces()
    {
        const string Two = Header + ",province_code,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,1,rural,4,1000000,10,1,1,1,0,0,0,0,0,0,0,0,0\nB,2,rural,4,,20,0,0,0,0,0,0,0,0,0,0,0,0\n";
        var content = Books.Of(new TestRun().Round(2023, Two).Execute());
        Assert.Contains("– 20, 2023: 1 hộ chưa xác định; tỷ lệ hộ nghèo nằm trong khoảng ", Text(content), StringComparison.Ordinal);
        Assert.Contains("– 20, 2023: 1 undetermined; the poor rate lies between ", Text(content, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_household_is_in_it()
    {
        const string Named = Header + ",employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means,head_name,citizen_id,address\n"
            + "HOUSE-7,X,rural,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0,Lý Thị Mẫu,020111222333,Thôn Mẫu\nHOUSE-70,X,rural,0,1000000,1,1,1,0,0,0,0,0,0,0,0,0,Lý Thị Mẫu,020111222333,Thôn Mẫu\n";
        var content = Books.Of(new TestRun().Round(2023, Named).Execute());
        var text = Text(content) + Text(content, Language.English);
        Assert.Contains("1 hộ bị loại", text, StringComparison.Ordinal);
        Assert.All(["HOUSE-7", "Mẫu", "020111222333"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void The_document_is_valid(Language language)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Bytes(Books.Sample, language)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Two_writes_give_the_same_bytes_and_hold_nothing_of_the_clock()
    {
        Assert.Equal(Bytes(Books.Small), Bytes(Books.Small));
        using var package = new ZipArchive(new MemoryStream(Bytes(Books.Small)));
        Assert.All(package.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public async Task It_is_written_unless_nobody_wants_it()
    {
        using var folder = new SampleCopy();
        await Binary.RunAsync(["run", "samples/published", "--out", "with", "--no-workbook"], folder.Path);
        await Binary.RunAsync(["run", "samples/published", "--out", "without", "--no-workbook", "--no-report"], folder.Path);
        Assert.True(File.Exists(Path.Combine(folder.Path, "with/brief.docx")));
        Assert.Contains("\"brief.docx\"", await File.ReadAllTextAsync(Path.Combine(folder.Path, "with/run.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "without/brief.docx")));
    }

    private static byte[] Bytes(BookContent content, Language language = Language.Vietnamese)
    {
        using var stream = new MemoryStream();
        BriefDocument.Write(stream, content, language);
        return stream.ToArray();
    }

    /// <summary>The text of the body, a line a paragraph or cell.</summary>
    private static string Text(BookContent content, Language language = Language.Vietnamese)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Bytes(content, language)), isEditable: false);
        return string.Concat(document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText + "\n"));
    }

    private static string[][] Rows(BookContent content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Bytes(content)), isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<TableRow>().Select(row => row.Descendants<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }
}
