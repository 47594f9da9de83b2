using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Templates;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>Forms 14 and 15: who stands in them, in what order, and what is said of each; all names are invented.</summary>
public sealed class FormListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Households_are_numbered_in_their_commune_and_the_head_stands_before_the_members()
    {
        using var book = Open(NamedFolder.Write(_folder));
        var sheet = book.Worksheet("Biểu 15");
        var first = sheet.RowOf(2, "D1: 6 hộ, 17 nhân khẩu");
        Assert.True(sheet.Cell(first, 2).Style.Font.Bold);
        Assert.Equal(
            [
                "1.1 X: 5 hộ, 15 nhân khẩu",
                "1 1 Nguyễn Văn A",
                " 2 Lý Thị A2",
                " 3 Lý Văn A3",
                "2 1 =Nguyễn Văn B",
                "3 1 Nguyễn Văn D",
                "4 1 Nguyễn Thị E",
                "5 1 Nguyễn Văn F",
                "1.2 Y: 1 hộ, 2 nhân khẩu",
                "1 1 Nguyễn Văn G",
                " TỔNG CỘNG: 6 hộ, 17 nhân khẩu",
            ],
            Enumerable.Range(first + 1, 11).Select(row => string.Join(' ', sheet.Shown(row).Take(3)).TrimEnd()));
        Assert.Equal((XLDataType.Text, false), (sheet.Cell(first + 5, 3).DataType, sheet.Cell(first + 5, 3).HasFormula));
        Assert.Equal(["Nguyễn Văn N", "Nguyễn Văn S"], Names(book.Worksheet("Biểu 14")));
    }

    [Fact]
    public void A_birth_year_stands_under_the_sex_and_words_are_those_of_forms()
    {
        var folder = NamedFolder.Write(_folder);
        using var book = Open(folder);
        var sheet = book.Worksheet("Biểu 15");
        Assert.Equal(["", "2", "Lý Thị A2", "", "1940", "Tày", "bố, mẹ", "", "", "", "", "", "", "x"], sheet.Shown(sheet.RowOf(3, "Lý Thị A2")));
        Assert.Equal(["", "3", "Lý Văn A3", "2008", "", "Tày", "con", "", "", "", "", "", "", "", "x"], sheet.Shown(sheet.RowOf(3, "Lý Văn A3")));
        Assert.Equal(["1970", "", "Tày", "chủ hộ"], sheet.Shown(sheet.RowOf(3, "Nguyễn Văn A")).Skip(3).Take(4));
        using var english = Open(folder, Language.English);
        sheet = english.Worksheet("Form 15");
        Assert.Equal("parent", sheet.Cell(sheet.RowOf(3, "Lý Thị A2"), 7).GetString());
        Assert.Contains("X: households 5, persons 15", sheet.Texts());
        Assert.DoesNotContain(sheet.Texts(), text => text.Contains(" hộ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(15, "Nguyễn Văn A", 8, "x")]
    [InlineData(15, "=Nguyễn Văn B", 9, "x")]
    [InlineData(15, "Nguyễn Văn D", 10, "x")]
    [InlineData(15, "Nguyễn Thị E", 11, "x")]
    [InlineData(15, "Nguyễn Văn F", 12, "chuyển đến")]
    [InlineData(15, "Nguyễn Văn G", 12, "kỳ trước chưa xác định")]
    [InlineData(14, "Nguyễn Văn S", 8, "x")]
    [InlineData(14, "Nguyễn Văn N", 9, "x")]
    public void How_a_household_came_into_its_class_is_marked_in_one_column(int form, string name, int column, string mark)
    {
        using var book = Open(NamedFolder.Write(_folder));
        var sheet = book.Worksheet($"Biểu {form}");
        var row = sheet.RowOf(3, name);
        Assert.Equal([(column, mark)], Enumerable.Range(8, 5).Select(at => (at, sheet.Cell(row, at).GetString())).Where(cell => cell.Item2.Length > 0));
        Assert.Contains("Cột 8, 9, 10, 11, 12: so với kỳ rà soát 2022.", sheet.Texts());
    }

    [Fact]
    public void Rejected_and_undetermined_households_are_told_and_not_listed()
    {
        using var book = Open(NamedFolder.Write(_folder));
        var sheet = book.Worksheet("Biểu 15");
        Assert.DoesNotContain(sheet.Texts(), text => text.Contains("Văn O", StringComparison.Ordinal) || text.Contains("Văn R", StringComparison.Ordinal));
        Assert.Contains("Không có trong danh sách: 1 hộ chưa xác định được loại, 1 hộ bị loại vì lỗi số liệu.", sheet.Texts());
    }

    [Fact]
    public void The_order_of_member_rows_and_files_changes_nothing()
    {
        var one = Bytes(NamedFolder.Write(_folder));
        using var other = new TemporaryFolder();
        Assert.Equal(one, Bytes(NamedFolder.Write(other, membersReversed: true)));
    }

    [Fact]
    public void Without_relations_the_name_tells_the_head_among_the_members()
    {
        var folder = NamedFolder.Write(_folder);
        foreach (var file in new[] { "m1.csv", "m2.csv" }) File.WriteAllText(_folder[file], File.ReadAllText(_folder[file]).Replace("relation", "lien_he", StringComparison.Ordinal).Replace("Nguyễn Văn A", "NGUYỄN VĂN A", StringComparison.Ordinal));
        using var book = Open(folder);
        Assert.Equal(["Nguyễn Văn A", "Lý Thị A2", "Lý Văn A3"], Names(book.Worksheet("Biểu 15")).Take(3));
    }

    [Fact]
    public void Data_without_names_members_or_an_earlier_round_give_a_list_that_says_so()
    {
        using var book = Open(Books.Of(new TestRun().Round(2023, new HouseholdTable().Add("A", "X", "4", "poor").ToString()).Execute()));
        var sheet = book.Worksheet("Biểu 15");
        var row = sheet.RowOf(2, "X: 1 hộ, 4 nhân khẩu") + 1;
        Assert.Equal(["1", "1", "", "", "", "Kinh", "chủ hộ"], sheet.Shown(row));
        Assert.Contains("Số liệu không có họ tên nên cột họ tên để trống.", sheet.Texts());
        Assert.Contains("Số liệu không có bảng thành viên nên mỗi hộ chỉ có dòng của chủ hộ.", sheet.Texts());
        Assert.Contains("… cột 8, 9, 10, 11, 12: chưa có số liệu (cần hai kỳ rà soát, số liệu chỉ có một kỳ).", sheet.Texts());
        Assert.Contains("Không có hộ cận nghèo nào.", book.Worksheet("Biểu 14").Texts());
    }

    [Fact]
    public void Counts_alone_have_nobody_to_list()
    {
        var content = Books.Of(new TestRun().Counts(2023, "year,area_code,households,persons,poor\n2023,X,100,400,10\n").Execute());
        Assert.All(ListFiller.Fill(content), list => Assert.True(list.IsEmpty));
        using var book = Open(content);
        Assert.Contains("Kỳ này chỉ có số tổng hợp, không có danh sách hộ.", book.Worksheet("Biểu 15").Texts());
    }

    [Fact]
    public void A_list_that_is_longer_than_a_sheet_goes_on_in_the_next()
    {
        var content = NamedFolder.Write(_folder);
        var whole = ListFiller.Fill(content).Single(list => list.Layout.Number == 15);
        var parts = ListFiller.Fill(content, mostRows: 105).Where(list => list.Layout.Number == 15).ToArray();
        Assert.Equal(["Form 15", "Form 15 (2)", "Form 15 (3)"], parts.Select(part => part.Name.En));
        Assert.All(parts, part => Assert.InRange(part.Rows.Count, 1, 5));
        Assert.Equal(whole.Rows.Select(row => (row.Words, row.Number, row.Person)), parts.SelectMany(part => part.Rows).Select(row => (row.Words, row.Number, row.Person)));
        using var book = Open(content, parts);
        Assert.Equal(["Biểu 15", "Biểu 15 (2)", "Biểu 15 (3)"], book.Worksheets.Select(sheet => sheet.Name));
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void The_package_is_valid_and_two_writes_give_the_same_bytes(Language language)
    {
        var content = NamedFolder.Write(_folder);
        var bytes = Bytes(content, language);
        Assert.Equal(bytes, Bytes(content, language));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    private static IEnumerable<string> Names(IXLWorksheet sheet) =>
        sheet.Column(3).CellsUsed().Select(cell => cell.GetString()).Where(text => text.Contains("Văn", StringComparison.Ordinal) || text.Contains("Thị", StringComparison.Ordinal));

    private static byte[] Bytes(BookContent content, Language language = Language.Vietnamese) => Bytes(content, FormBook.Fill(content, withNames: true), language);

    private static byte[] Bytes(BookContent content, IReadOnlyList<Form> forms, Language language)
    {
        using var stream = new MemoryStream();
        FormBook.Write(stream, forms, content, language);
        return stream.ToArray();
    }

    private static XLWorkbook Open(BookContent content, Language language = Language.Vietnamese) => new(new MemoryStream(Bytes(content, language)));

    private static XLWorkbook Open(BookContent content, IReadOnlyList<Form> forms) => new(new MemoryStream(Bytes(content, forms, Language.Vietnamese)));
}
