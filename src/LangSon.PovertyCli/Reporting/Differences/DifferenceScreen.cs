using LangSon.Poverty.Collection;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Differences;

/// <summary>Two runs side by side on a screen: what they were made of, the counts that differ most, and the households.</summary>
internal sealed class DifferenceScreen(TextWriter output, RunDifferences differences, IReadOnlyDictionary<string, string> ownStandards, Language language)
{
    private const int MostRows = 20;

    /// <summary>So much of a hash tells one file from another.</summary>
    private const int HashShown = 12;

    private static readonly (string Measure, int Decimals)[] Measures = [("households", 0), ("poor", 0), ("near_poor", 0), ("poor_rate", 2)];

    /// <summary>Writes it.</summary>
    public void Write()
    {
        if (differences.IsEmpty) Line(new("Hai lần chạy cho kết quả như nhau.", "The two runs do not differ."));
        if (differences.Runs.Count > 0) Print(Runs(), 0);
        WriteFigures();
        WriteHouseholds();
    }

    private void WriteFigures()
    {
        if (differences.Figures.Count == 0) return;
        var areas = differences.Figures.Where(figure => figure.Name.Group == "all" && figure.Name.Level != "tag" && Measures.Any(measure => measure.Measure == figure.Name.Measure)
                && ownStandards.GetValueOrDefault(figure.Name.Round) == figure.Name.Standard)
            .GroupBy(figure => (figure.Name.Round, figure.Name.Level, figure.Name.AreaCode))
            .OrderByDescending(area => Moved(area, "poor")).ThenByDescending(area => Moved(area, "near_poor")).ThenByDescending(area => Moved(area, "households")).ToArray();
        Line(new($"Số liệu khác nhau: {N(differences.Figures.Count)} dòng của results.csv.", $"Figures that differ: {N(differences.Figures.Count)} rows of results.csv."));
        if (areas.Length == 0) return;
        var table = new TextTable(
        [
            new TextColumn("round", new("Kỳ", "Round")), new TextColumn("area", new("Đơn vị", "Unit")) { Wraps = true },
            new TextColumn("households", new("Số hộ", "Households")) { Kind = ColumnKind.Number }, new TextColumn("poor", new("Hộ nghèo", "Poor")) { Kind = ColumnKind.Number },
            new TextColumn("near_poor", new("Cận nghèo", "Near-poor")) { Kind = ColumnKind.Number }, new TextColumn("poor_rate", new("% nghèo", "Poor %")) { Kind = ColumnKind.Number },
        ]);
        foreach (var area in areas.Take(MostRows))
            table.Add([Cell.Of(area.Key.Round), Cell.Of(area.First().AreaName), .. Measures.Select(measure => Cell.Of(Moves(area.FirstOrDefault(figure => figure.Name.Measure == measure.Measure), measure.Decimals)))]);
        Print(table, areas.Length);
    }

    private static decimal Moved(IEnumerable<FigureDifference> area, string measure) => Math.Abs(area.FirstOrDefault(figure => figure.Name.Measure == measure)?.Value ?? 0);

    private static Phrase Moves(FigureDifference? figure, int decimals)
    {
        if (figure is null) return "";
        string Side(FigureRow? row, Language words) => row?.Value is { } value ? Numerals.Of(value, decimals, words) : "–";
        return new($"{Side(figure.Before, Language.Vietnamese)} → {Side(figure.After, Language.Vietnamese)}", $"{Side(figure.Before, Language.English)} → {Side(figure.After, Language.English)}");
    }

    private void WriteHouseholds()
    {
        foreach (var year in differences.MissingYears)
            Line(new($"Năm {year}: chỉ một lần chạy có danh sách hộ; hãy chạy cả hai với --households.", $"{year}: only one of the runs has a list of households; make both with --households."));
        if (differences.Households is null)
        {
            if (differences.MissingYears.Count == 0)
                Line(new("Chưa so được từng hộ vì thiếu danh sách hộ (classes-NĂM.csv); hãy chạy cả hai với --households.", "Households cannot be compared, as the lists (classes-YEAR.csv) are missing; make both runs with --households."));
            return;
        }
        if (differences.Households.Count == 0) return;
        Line(new($"Hộ khác nhau: {N(differences.Households.Count)}.", $"Households that differ: {N(differences.Households.Count)}."));
        var communes = differences.Households.GroupBy(household => household.Commune).OrderByDescending(commune => commune.Count()).ThenBy(commune => commune.Key, StringComparer.Ordinal).ToArray();
        Print(Communes(communes.Take(MostRows)), communes.Length);
        Print(Households(differences.Households.Take(MostRows)), differences.Households.Count);
    }

    private TextTable Runs()
    {
        var table = new TextTable(new TextColumn("item", new("Khác nhau ở", "Differs in")) { Wraps = true }, new TextColumn("before", new("Lần trước", "Before")) { Wraps = true }, new TextColumn("after", new("Lần sau", "After")) { Wraps = true });
        foreach (var difference in differences.Runs)
            table.Add(Cell.Of(DifferenceWords.Of(difference)), Cell.Of(Shown(difference.Item, difference.Before)), Cell.Of(Shown(difference.Item, difference.After)));
        return table;
    }

    private static Phrase Shown(string item, string? value) => (item, value) switch
    {
        (_, null) => new("không có", "none"),
        ("input" or "config", _) => value.Length > HashShown ? value[..HashShown] + "…" : value,
        ("status", _) => StatusWords.Of(value, null),
        _ => value,
    };

    private static TextTable Communes(IEnumerable<IGrouping<string, HouseholdDifference>> communes)
    {
        var table = new TextTable([
            new TextColumn("commune", new("Mã xã", "Commune")), new TextColumn("households", new("Hộ khác", "Differ")) { Kind = ColumnKind.Number },
            .. DifferenceWords.Causes.Select(cause => new TextColumn(DifferenceWords.Word(cause), DifferenceWords.Of(cause).Beginning()) { Kind = ColumnKind.Number }),
            new TextColumn("poor", new("± nghèo", "± poor")) { Kind = ColumnKind.Number }, new TextColumn("near_poor", new("± cận nghèo", "± near-poor")) { Kind = ColumnKind.Number },
        ]);
        foreach (var commune in communes)
            table.Add([Cell.Of(commune.Key), Cell.Of(commune.Count()), .. DifferenceWords.Causes.Select(cause => Cell.Of(commune.Count(household => household.Why == cause))), Net(commune, "poor"), Net(commune, "near_poor")]);
        return table;
    }

    /// <summary>How many more households the commune has in a class; one that left for another commune is missing here.</summary>
    private static Cell Net(IEnumerable<HouseholdDifference> households, string poverty) =>
        TargetTable.Signed(households.Sum(household => (household.After?.Class == poverty ? 1 : 0) - (household.Before?.Class == poverty ? 1 : 0)), 0);

    private static TextTable Households(IEnumerable<HouseholdDifference> households)
    {
        var table = new TextTable(new TextColumn("household", new("Mã hộ", "Household")), new TextColumn("commune", new("Mã xã", "Commune")), new TextColumn("before", new("Lần trước", "Before")),
            new TextColumn("after", new("Lần sau", "After")), new TextColumn("why", new("Vì", "Why")));
        foreach (var (before, after, why) in households)
            table.Add(Cell.Of((after ?? before)!.Id), Cell.Of(before is null || after is null || before.Commune == after.Commune ? (after ?? before)!.Commune : $"{before.Commune} → {after.Commune}"),
                Cell.Of(DifferenceWords.OfClass(before?.Class)), Cell.Of(DifferenceWords.OfClass(after?.Class)), Cell.Of(DifferenceWords.Of(why)));
        return table;
    }

    /// <summary>Prints the first rows of all that there are.</summary>
    private void Print(TextTable table, int all)
    {
        table.Write(output, OutputFormat.Table, language);
        if (all > MostRows) Line(new($"… và {N(all - MostRows)} dòng nữa; --format csv cho tất cả.", $"… and {N(all - MostRows)} more; --format csv gives all."));
        output.Write('\n');
    }

    private void Line(Phrase phrase)
    {
        foreach (var line in DisplayWidth.Wrap(phrase.In(language), AlignedText.ScreenWidth)) output.Write($"{line}\n");
    }

    private string N(long count) => Numerals.Of(count, 0, language);
}
