using ClosedXML.Excel;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Return;
using LangSon.PovertyCli.Tests.Faulty;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Return;

/// <summary>Returned workbooks read in place of the files that they came from.</summary>
public sealed class ReturnTests : IDisposable
{
    /// <summary>
    /// What writing the cells anew mends by itself; a torn row counts no more than before, and says so in another way; a total of
    /// several communes is no commune's row.
    /// </summary>
    private static readonly string[] Passing = ["PV1012", "PV1021", "PV1022", "PV1024", "PV1044", "PV1047", "PV1051"];

    private static readonly string[] Header =
    [
        "Mã hộ", "Mã xã", "Thôn", "Họ và tên chủ hộ", "Số nhân khẩu", "Thu nhập bình quân", "employment", "dependents", "nutrition", "health_insurance", "adult_education",
        "child_schooling", "housing_quality", "housing_area", "water", "toilet", "telecom", "information_means",
    ];

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Samples() =>
        [.. Directory.GetFiles(Workbooks.Folder, "PV*.csv").Select(path => Path.GetFileName(path)!).Append("clean.csv").Concat(Workbooks.All.Keys.Where(name => !name.Contains('/', StringComparison.Ordinal)))
            .Except(["PV1040", "PV2011"]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_returned_file_gives_the_same_households_and_findings(string name)
    {
        _folder.Write("areas.csv", File.ReadAllText(Path.Combine(Workbooks.Folder, "areas.csv")));
        var stored = Path.Combine(Workbooks.Folder, name);
        File.WriteAllBytes(_folder[name], File.Exists(stored) ? File.ReadAllBytes(stored) : Workbooks.All[name]());
        var before = MemoryRun.Of(_folder.Path, "--round", $"2023={name}", "--areas", "areas.csv");
        if (before.Report is null || before.Report.AllFiles.Any(file => file.IsRefused)) return;
        Return(before);
        AssertSame(before, MemoryRun.Of(_folder.Path, "--round", "2023=tra-lai/*.xlsx", "--areas", "areas.csv"));
    }

    [Fact]
    public void Texts_stay_texts_and_nothing_becomes_a_formula()
    {
        Write("h.csv", [
            ["A", "06040", "=1+1", "+84 Hoàng", "4", "1.234.567,5", .. Flags("0")],
            ["'-B", "6040", "'@x", "_x0041_ \u0001\ttab", "5", "1.234", .. Flags("có")],
            ["0003", "06040", " hai\r\ndòng ", "@SUM(A1)", "2", "2,5", .. Flags("1")],
        ]);
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV5011": "off", "PV8001": "off" }, "rounds": [{ "year": 2023, "numberFormat": "vi", "households": ["h.csv"] }] }""");
        var before = MemoryRun.Of(_folder.Path, "poverty.json");
        Return(before);
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV5011": "off", "PV8001": "off" }, "rounds": [{ "year": 2023, "numberFormat": "vi", "households": ["tra-lai/06040.xlsx"] }] }""");
        var again = MemoryRun.Of(_folder.Path, "poverty.json");
        AssertSame(before, again);
        Assert.Equal(before.Report!.Files.SelectMany(file => file.Rejected).SelectMany(row => row.Cells), again.Report!.Files.SelectMany(file => file.Rejected).SelectMany(row => row.Cells));
        Assert.Equal(("A", "0003"), (again.Households().Keys.First(), again.Households().Keys.Last()));
        using var book = new XLWorkbook(_folder["tra-lai/06040.xlsx"]);
        var cells = book.Worksheet("Danh sách");
        Assert.All(cells.CellsUsed(), cell => Assert.False(cell.HasFormula));
        Assert.Equal(("'-B", "1.234", XLDataType.Text), (cells.Cell("A3").GetString(), cells.Cell("F3").GetString(), cells.Cell("F3").DataType));
    }

    [Fact]
    public void Numbers_and_days_of_a_workbook_stay_what_they_are()
    {
        using (var source = new XLWorkbook())
        {
            var sheet = source.AddWorksheet("Hộ 2023");
            foreach (var (i, name) in Header.Append("Ngày").Index()) sheet.Cell(1, i + 1).SetValue(name);
            foreach (var (i, cell) in Sound()[0].Index()) sheet.Cell(2, i + 1).SetValue(cell);
            sheet.Cell("F2").SetValue(1234567.5);
            sheet.Cell("E2").SetValue(0);
            foreach (var (i, day) in new[] { new DateTime(1950, 5, 17), new DateTime(1900, 3, 1), new DateTime(2023, 12, 14) }.Index()) sheet.Cell(2, Header.Length + 1 + i).SetValue(day);
            source.SaveAs(_folder["h.xlsx"]);
        }
        var before = MemoryRun.Of(_folder.Path, "--number-format", "vi", "--round", "2023=h.xlsx");
        Return(before, all: false);
        var again = MemoryRun.Of(_folder.Path, "--number-format", "vi", "--round", "2023=tra-lai/06040.xlsx");
        AssertSame(before, again);
        var cells = Assert.Single(again.Report!.Files.Single().Rejected).Cells;
        Assert.Equal(Assert.Single(before.Report!.Files.Single().Rejected).Cells, cells);
        Assert.Equal(("1234567.5", "1950-05-17", "1900-03-01", "2023-12-14"), (cells[5], cells[^3], cells[^2], cells[^1]));
        Assert.Equal("Hộ 2023", again.Only("PV2003").Place.Sheet);
    }

    [Fact]
    public void Every_fault_is_a_coloured_cell_with_advice_and_a_line_of_the_guide_and_mended_there_is_none()
    {
        var sound = Sound();
        string[][] faulty = [.. sound.Select(row => (string[])row.Clone())];
        (faulty[1][4], faulty[4][8], faulty[6][5], faulty[9][1], faulty[10][0]) = ("0", "maybe", "abc", "99999", "");
        faulty[7][4] = "14";
        Write("h.csv", faulty);
        Write("good.csv", sound);
        var before = MemoryRun.Of(_folder.Path, "--round", "2023=h.csv");
        Return(before, all: false);
        Assert.Equal(["06040.xlsx", "06043.xlsx", "06046.xlsx", "chua-ro-xa-h.xlsx"], Directory.GetFiles(_folder["tra-lai"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Return(before);

        var marked = 0;
        foreach (var path in Directory.GetFiles(_folder["tra-lai"]))
        {
            using var book = new XLWorkbook(path);
            var (guide, cells) = (book.Worksheet("Hướng dẫn"), book.Worksheet("Danh sách"));
            Assert.Equal(Header, cells.Row(1).CellsUsed().Select(cell => cell.GetString()));
            foreach (var cell in cells.CellsUsed(XLCellsUsedOptions.All).Where(cell => cell.HasComment).ToArray())
            {
                marked++;
                var link = guide.Column(1).CellsUsed().Single(one => one.GetString() == cell.Address.ToString());
                Assert.Equal($"Danh sách!{cell.Address}", link.GetHyperlink().InternalAddress.Replace("'", "", StringComparison.Ordinal));
                Assert.NotEqual("", guide.Cell(link.Address.RowNumber, 6).GetString());
                Assert.Equal(cell.Comment.Text.StartsWith("Lỗi", StringComparison.Ordinal) ? "FFF4B8A8" : "FFFFE699", cell.Style.Fill.BackgroundColor.Color.ToArgb().ToString("X8", null));
                // The paper form says what is right: the same cell of the same household.
                var id = cell.Address.ColumnNumber == 1 ? sound[10][0] : cells.Cell(cell.Address.RowNumber, 1).GetString();
                cell.SetValue(sound.Single(row => row[0] == id)[cell.Address.ColumnNumber - 1]);
            }
            book.Save();
        }
        Assert.Equal(6, marked);
        var (good, mended) = (MemoryRun.Of(_folder.Path, "--round", "2023=good.csv"), MemoryRun.Of(_folder.Path, "--round", "2023=tra-lai/*.xlsx"));
        AssertSame(good, mended);
        Assert.DoesNotContain(mended.Findings, finding => finding.Code != "PV8001");
    }

    [Fact]
    public void Titles_a_header_of_two_levels_and_totals_stand_as_they_stood()
    {
        string[][] rows = Sound();
        Write("06040.csv", [["DANH SÁCH HỘ"], [], ["Hộ", "", "", "", "", "Thu nhập", .. Enumerable.Repeat("Thiếu hụt", 12)], Header, [.. Enumerable.Range(1, Header.Length).Select(i => $"{i}")], .. rows.Take(3), ["", "", "Tổng cộng", "", "12"], [], ["Người lập biểu"]], header: false);
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV5011": "off", "PV8001": "off" }, "rounds": [{ "year": 2023, "sheet": "Hộ", "headerRows": 2, "commune": "from-file-name", "households": ["06040.csv"] }] }""");
        var before = MemoryRun.Of(_folder.Path, "poverty.json");
        Assert.Equal(3, before.Households().Count);
        Return(before);
        File.WriteAllText(_folder["poverty.json"], File.ReadAllText(_folder["poverty.json"]).Replace("06040.csv", "tra-lai/06040.xlsx", StringComparison.Ordinal));
        AssertSame(before, MemoryRun.Of(_folder.Path, "poverty.json"));
        using var book = new XLWorkbook(_folder["tra-lai/06040.xlsx"]);
        Assert.Equal(("DANH SÁCH HỘ", "Người lập biểu"), (book.Worksheet("Hộ").Cell("A1").GetString(), book.Worksheet("Hộ").Cell("A11").GetString()));
    }

    [Fact]
    public void Members_go_back_with_a_workbook_of_their_own_or_beside_their_households()
    {
        foreach (var name in new[] { "households.csv", "members.csv" }) File.Copy(Path.Combine(Repository.Root, "samples", "roster", name), _folder[name]);
        File.WriteAllText(_folder["members.csv"], File.ReadAllText(_folder["members.csv"]).Replace("RO-001,2,vợ,nữ,1975-04-10", "RO-001,2,vợ,nữ,1975-13-10", StringComparison.Ordinal));
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV5011": "off", "PV8001": "off" }, "rounds": [{ "year": 2023, "households": ["households.csv"], "members": ["members.csv"] }] }""");
        var before = MemoryRun.Of(_folder.Path, "poverty.json");
        Assert.Equal("PV2006", before.Codes);
        Return(before, all: false);
        Assert.Equal(["thanh-vien-05986.xlsx"], Directory.GetFiles(_folder["tra-lai"]).Select(Path.GetFileName));
        Return(before);
        File.WriteAllText(_folder["poverty.json"], """{ "findings": { "PV5011": "off", "PV8001": "off" }, "rounds": [{ "year": 2023, "households": ["tra-lai/0*.xlsx"], "members": ["tra-lai/thanh-vien-*.xlsx"] }] }""");
        AssertSame(before, MemoryRun.Of(_folder.Path, "poverty.json"));
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes()
    {
        Write("h.csv", Sound());
        Return(MemoryRun.Of(_folder.Path, 1, "--round", "2023=h.csv"));
        var first = Directory.GetFiles(_folder["tra-lai"]).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray();
        Return(MemoryRun.Of(_folder.Path, 3, "--round", "2023=h.csv"));
        Assert.Equal(first, Directory.GetFiles(_folder["tra-lai"]).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes));
    }

    private static string[] Flags(string flag) => [.. Enumerable.Repeat(flag, 12)];

    /// <summary>Households of three communes without a fault.</summary>
    private static string[][] Sound() =>
    [
        .. Enumerable.Range(0, 12).Select(i => (string[])[$"HN-{i:00}", new[] { "06040", "06043", "06046" }[i / 4], "Thôn Đồng", $"Hoàng Văn {(char)('A' + i)}", $"{3 + (i % 4)}", $"{900000 + (i * 310000)}", .. Flags(i % 3 == 0 ? "1" : "0")]),
    ];

    private void Write(string name, string[][] rows, bool header = true) => File.WriteAllText(_folder[name],
        string.Concat((header ? rows.Prepend(Header) : rows).Select(row => string.Join(',', row.Concat(Enumerable.Repeat("", Header.Length)).Take(Header.Length).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n")));

    private void Return(MemoryRun run, bool all = true)
    {
        if (Directory.Exists(_folder["tra-lai"])) Directory.Delete(_folder["tra-lai"], recursive: true);
        Directory.CreateDirectory(_folder["tra-lai"]);
        new ReturnBooks(run.Report!, 0, all, Language.Vietnamese).ForEach(book =>
        {
            using var stream = File.Create(_folder[$"tra-lai/{book.Name}"]);
            ReturnWorkbook.Write(stream, book, "2023", Language.Vietnamese);
        }, CancellationToken.None);
    }

    private static void AssertSame(MemoryRun before, MemoryRun again)
    {
        Assert.Equal(Shown(before), Shown(again));
        Assert.Equal(Told(before, []), Told(again, ["PV2004"]));
        Assert.Equal(before.Rows().Accepted, again.Rows().Accepted);
        Assert.Equal(before.Rows().Rejected, again.Rows().Rejected);

        IEnumerable<string> Told(MemoryRun run, string[] torn) => run.Findings
            .Where(finding => !Passing.Contains(finding.Code) && !(torn.Contains(finding.Code) && before.Findings.Any(one => one.Code is "PV1021" or "PV1022" or "PV1024")))
            .Select(finding => string.Join('|', finding.Code, finding.Column, finding.Value, finding.HouseholdId, finding.CommuneCode, finding.Expected)).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Shown(MemoryRun run) => run.Households().Select(entry => $"{entry.Key}: {entry.Value.CommuneCode} {entry.Value.Class} {entry.Value.Household.Size} {entry.Value.Household.Income} {entry.Value.Household.Deprivations} {entry.Value.Household.Key}").Order(StringComparer.Ordinal);
}
