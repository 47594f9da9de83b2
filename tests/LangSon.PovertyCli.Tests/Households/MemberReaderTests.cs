using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Tests.Reading;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>What one row says of a member, on 14 December 2023 under vn-2022.</summary>
public sealed class MemberReaderTests
{
    private static readonly DateOnly Day = new(2023, 12, 14);
    private static readonly Law Law = StandardLibrary.ById("vn-2022")!.On(Day);

    [Theory]
    [InlineData("2017-12-14", 72, 72)]
    [InlineData("2017-12-15", 71, 71)]
    [InlineData("14/12/2017", 72, 72)]
    [InlineData("15/12/2017", 71, 71)]
    [InlineData("4/3/2017", 81, 81)]
    [InlineData("14-12-2017", 72, 72)]
    [InlineData("14.12.2017", 72, 72)]
    [InlineData("2017/12/14", 72, 72)]
    [InlineData("14/12/2017 00:00:00", 72, 72)]
    [InlineData("2017-12-14T00:00:00", 72, 72)]
    [InlineData("2017", 71, 83)]
    [InlineData("2023", 0, 11)]
    [InlineData("2023-12-14", 0, 0)]
    [InlineData("1903", 1439, 1451)]
    public void A_day_of_birth_tells_one_age_and_a_year_leaves_two_open(string birth, int least, int most) =>
        Assert.Equal((new Age(least, most), ""), (Only("birth_date", birth).Member.Age!.Value, Only("birth_date", birth).Codes));

    [Theory]
    [InlineData("2023-12-15")]
    [InlineData("2024")]
    [InlineData("1902")]
    [InlineData("1902-12-31")]
    [InlineData("30/02/2010")]
    [InlineData("12/31/2010")]
    [InlineData("5/2010")]
    [InlineData("17")]
    [InlineData("năm Dần")]
    public void A_birth_that_cannot_be_rejects_the_row_and_leaves_the_age_open(string birth)
    {
        var (member, fate, codes) = Only("birth_date", birth);
        Assert.Equal(("PV2006", RowFate.Rejected, null), (codes, fate, member.Age));
    }

    [Theory]
    [InlineData("birth_date", "NA")]
    [InlineData("birth_year", "n/a")]
    [InlineData("age", "-")]
    [InlineData("schooling", "?")]
    public void A_mark_for_no_answer_is_as_good_as_a_blank(string column, string mark)
    {
        var (member, fate, codes) = Only(column, mark);
        Assert.Equal(("", RowFate.Accepted, null, false), (codes, fate, member.Age, member.Answers.IsKnown(SurveyColumns.Members.Named("schooling")!)));
    }

    [Theory]
    [InlineData("2008-02-29", "2024-02-28", 191)]
    [InlineData("2008-02-29", "2024-02-29", 192)]
    [InlineData("2008-02-29", "2023-02-28", 179)]
    [InlineData("2008-02-29", "2023-03-01", 180)]
    [InlineData("2007-12-31", "2023-12-30", 191)]
    [InlineData("2007-12-31", "2023-12-31", 192)]
    [InlineData("2023-01-01", "2023-12-31", 11)]
    public void A_year_of_life_is_completed_on_the_birthday(string birth, string on, int months) =>
        Assert.Equal(new Age(months, months), Age.Of(DateOnly.ParseExact(birth, "yyyy-MM-dd"), DateOnly.ParseExact(on, "yyyy-MM-dd")));

    [Theory]
    [InlineData("birth_date\tbirth_year\tage", "2017-12-14\t1990\t50", 72, 72)]
    [InlineData("birth_date\tbirth_year\tage", "\t1990\t50", 395, 407)]
    [InlineData("birth_date\tbirth_year\tage", "\t\t50", 600, 611)]
    [InlineData("Ngày sinh\tNăm sinh\tTuổi", "\t\t0", 0, 11)]
    public void The_day_of_birth_goes_before_the_year_and_the_year_before_the_age(string columns, string values, int least, int most) =>
        Assert.Equal(new Age(least, most), Read($"household_id\t{columns}\nH1\t{values}\n").Single().Member.Age);

    [Fact]
    public void Of_whom_nothing_tells_the_age_it_is_unknown()
    {
        Assert.Null(Only("birth_date", "").Member.Age);
        Assert.False(Only("age", "").Member.Answers.TryNumber(SurveyColumns.Members.Named("birth_year")!, out _, out _));
    }

    [Theory]
    [InlineData("age", "121", "PV2003")]
    [InlineData("age", "-1", "PV2003")]
    [InlineData("age", "120", "")]
    [InlineData("age", "sáu", "PV2002")]
    [InlineData("birth_year", "19990", "PV2006")]
    [InlineData("birth_year", "chín", "PV2002")]
    [InlineData("insured", "chắc có", "PV2005")]
    [InlineData("schooling", "lớp mười ba", "PV2005")]
    [InlineData("height_for_age", "-10.01", "PV2003")]
    [InlineData("height_for_age", "-10", "")]
    [InlineData("height_for_age", "thấp", "PV2002")]
    [InlineData("household_id", "", "PV2001")]
    public void A_value_that_cannot_be_rejects_the_row_and_nothing_of_it_is_believed(string column, string value, string codes)
    {
        var columns = new[] { "household_id", "birth_date", "insured", "schooling", "height_for_age", "age", "birth_year" };
        var row = string.Join('\t', columns.Select(name => name == column ? value : name switch { "household_id" => "H1", "insured" => "1", _ => "" }));
        var (member, fate, found) = Read($"{string.Join('\t', columns)}\n{row}\n").Single();
        Assert.Equal((codes, codes.Length == 0 ? RowFate.Accepted : RowFate.Rejected), (found, fate));
        Assert.Equal(codes.Length == 0, member.Answers.IsKnown(SurveyColumns.Members.Named("insured")!));
    }

    [Theory]
    [InlineData("<c r=\"B2\"><v>43083</v></c>", 72, 72)]
    [InlineData("<c r=\"B2\" s=\"1\"><v>43083</v></c>", 72, 72)]
    [InlineData("<c r=\"B2\" s=\"1\"><v>43084</v></c>", 71, 71)]
    [InlineData("<c r=\"B2\"><v>2017</v></c>", 71, 83)]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>14/12/2017</t></is></c>", 72, 72)]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>2017</t></is></c>", 71, 83)]
    public void A_workbook_may_hold_a_birth_as_a_day_its_number_a_year_or_a_text(string cell, int least, int most)
    {
        var book = Xlsx.Of($"<row r=\"1\">{Text("A1", "household_id")}{Text("B1", "birth_date")}</row><row r=\"2\">{Text("A2", "H1")}{cell}</row>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        using var source = HouseholdFile.Open(book, "members.xlsx");
        var (member, _, codes) = Read(source).Single();
        Assert.Equal((new Age(least, most), ""), (member.Age!.Value, codes));
    }

    [Fact]
    public void Numbers_are_read_in_the_format_of_the_round()
    {
        using var source = TestRun.Rows("household_id;age;height_for_age\nH1;5;-2,01\n", "members.csv");
        var (member, _, codes) = Read(source, new HouseholdLayout { NumberFormat = NumberFormat.Vietnamese }).Single();
        Assert.Equal("", codes);
        Assert.True(member.Answers.TryNumber(SurveyColumns.Members.Named("height_for_age")!, out var least, out var most));
        Assert.Equal((-2.01m, -2.01m), (least, most));
    }

    [Fact]
    public void Rows_of_totals_and_of_column_numbers_are_nobody()
    {
        var rows = Read("household_id\tmember_no\tage\tinsured\n1\t2\t3\t4\nH1\t1\t40\t1\n\t\t\t\nTổng số\t\t1\t\n");
        Assert.Equal([RowFate.Blank, RowFate.Accepted, RowFate.Blank, RowFate.Blank], rows.Select(row => row.Fate));
    }

    private static (Member Member, RowFate Fate, string Codes) Only(string column, string value) => Read($"household_id\t{column}\nH1\t{value}\n").Single();

    private static List<(Member Member, RowFate Fate, string Codes)> Read(string table)
    {
        using var source = TestRun.Rows(table, "members.csv");
        return Read(source);
    }

    /// <summary>Each row with the codes found at its line.</summary>
    private static List<(Member Member, RowFate Fate, string Codes)> Read(RowSource source, HouseholdLayout? layout = null)
    {
        var log = new FindingLog();
        var reader = new MemberReader(source, layout ?? new HouseholdLayout(), Law, Day, log);
        var rows = new List<(Member, RowFate, long)>();
        for (var member = new Member(); reader.Read(member, out _, out var fate); member = new Member()) rows.Add((member, fate, reader.Line));
        return [.. rows.Select(row => (row.Item1, row.Item2, string.Join(' ', log.Findings.Where(finding => finding.Place.Line == row.Item3).Select(finding => finding.Code).Except(["PV1051"]))))];
    }

    private static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
