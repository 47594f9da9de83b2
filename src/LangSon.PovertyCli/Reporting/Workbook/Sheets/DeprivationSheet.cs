using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What poor and near-poor households lack: each indicator, then the units under the whole side by side.</summary>
internal sealed class DeprivationSheet() : BookSheet(
    new("Thiếu hụt", "Deprivations"),
    new("Bao nhiêu phần trăm hộ nghèo và hộ cận nghèo thiếu hụt từng chỉ số; thanh càng dài, càng nhiều hộ thiếu hụt. Bảng dưới so các đơn vị ở kỳ cuối.",
        "The share of poor and of near-poor households that lack each indicator; the longer the bar, the more lack it. The table below compares units in the last round."))
{
    private const double Figure = 9.5;

    private static readonly (PovertyClass Class, string Measure, Phrase Share, Phrase Count)[] Classes =
    [
        (PovertyClass.Poor, "deprived", new("Hộ nghèo thiếu hụt (%)", "Poor households lacking (%)"), new("Số hộ nghèo", "Poor")),
        (PovertyClass.NearPoor, "deprived_near_poor", new("Hộ cận nghèo thiếu hụt (%)", "Near-poor households lacking (%)"), new("Số hộ cận nghèo", "Near-poor")),
    ];

    public override bool IsFor(BookContent content) => Last(content) is { Round.Law.Indicators.Length: > 0 };

    /// <summary>The last round with households; counts tell nothing of deprivations.</summary>
    public static RoundResult? Last(BookContent content) => content.Results.Rounds.LastOrDefault(round => round.Round.Files.Count > 0);

    public override void Write(Sheet sheet, BookContent content)
    {
        var rounds = content.Results.Rounds.Where(round => round.Round.Files.Count > 0).ToArray();
        var areas = content.Areas;
        var indicators = rounds[^1].Round.Law.Indicators.ToArray();
        var classes = Classes.Where(one => one.Class == PovertyClass.Poor || content.Results.HasNearPoor).ToArray();
        var figures = classes.Length * (rounds.Length + (rounds.Length > 1 ? 2 : 1));
        sheet.Widths([16, 27, .. Enumerable.Repeat(Figure, Math.Max(figures, indicators.Length + 1))]);
        sheet.Heading(Title, Lead);
        foreach (var top in areas.Heads)
        {
            sheet.Section(BookAreas.Name(top));
            WriteProfile(sheet, classes, rounds, indicators, top);
        }
        if (areas.Parts.Count > 1) WriteParts(sheet, rounds[^1], indicators, areas);
    }

    private static void WriteProfile(Sheet sheet, (PovertyClass Class, string Measure, Phrase Share, Phrase Count)[] classes, RoundResult[] rounds, Indicator[] indicators, AreaNode area)
    {
        var table = new SheetTable(sheet,
        [
            new(new("Chiều", "Dimension"), Format.Text), new(new("Chỉ số", "Indicator"), Format.Text),
            .. classes.SelectMany(one => Columns(one.Share, one.Count, rounds)),
        ]);
        table.Header();
        foreach (var (i, indicator) in indicators.Index())
            table.Row(
            [
                Entry.Of(indicator.Dimension.Title), Entry.Of(indicator.Title),
                .. classes.SelectMany(one => Figures(rounds, area, one.Class, $"{one.Measure}:{indicator.Id}", i)),
            ]);
        foreach (var one in classes) table.Bars(one.Share);
    }

    private static IEnumerable<SheetColumn> Columns(Phrase band, Phrase counted, RoundResult[] rounds) =>
    [
        .. rounds.Select(round => new SheetColumn(new(round.Round.Id, round.Round.Id), Format.Rate) { Band = band }),
        .. rounds.Length > 1 ? [new SheetColumn(new("± điểm", "± points"), Format.Points) { Band = band }] : Array.Empty<SheetColumn>(),
        new(new($"{counted.Vi} {rounds[^1].Round.Id}", $"{counted.En} {rounds[^1].Round.Id}"), Format.Count) { Band = band },
    ];

    private static IEnumerable<Entry> Figures(RoundResult[] rounds, AreaNode area, PovertyClass poverty, string measure, int indicator)
    {
        var rates = rounds.Select(round => round.Summary.Has(area) ? round.Find(area, Group.All, measure)?.Value : null).ToArray();
        foreach (var rate in rates) yield return Entry.Of(rate);
        if (rounds.Length > 1)
        {
            // Against the last round of an earlier year, else the one before. An indicator of the same name may mean something else in another standard.
            var before = Array.FindLastIndex(rounds, round => round.Round.Year < rounds[^1].Round.Year) is >= 0 and var earlier ? earlier : rounds.Length - 2;
            yield return Entry.Of(rounds[before].Round.StandardName == rounds[^1].Round.StandardName ? rates[^1] - rates[before] : null);
        }
        yield return Entry.Of(rounds[^1].Summary.Of(area, Group.All).Lacking(poverty, indicator));
    }

    private static void WriteParts(Sheet sheet, RoundResult round, Indicator[] indicators, BookAreas areas)
    {
        var shares = new Phrase("Hộ nghèo thiếu hụt (%)", "Poor households lacking (%)");
        sheet.Section(new($"Kỳ {round.Round.Id}: hộ nghèo của từng đơn vị thiếu hụt gì", $"Round {round.Round.Id}: what the poor households of each unit lack"));
        var table = new SheetTable(sheet,
        [
            new(new("Mã", "Code"), Format.Mark), new(new("Đơn vị", "Unit"), Format.Text), new(new("Hộ nghèo", "Poor"), Format.Count),
            .. indicators.Select(indicator => new SheetColumn(indicator.Title, Format.Rate) { Band = shares }),
        ]);
        table.Header();
        foreach (var area in areas.Parts.Where(round.Summary.Has))
            table.Row(
            [
                Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)), Entry.Of(round.Find(area, Group.All, "poor")?.Value),
                .. indicators.Select(indicator => Entry.Of(round.Find(area, Group.All, $"deprived:{indicator.Id}")?.Value)),
            ]);
        table.Shade(shares);
        table.Filter();
    }
}
