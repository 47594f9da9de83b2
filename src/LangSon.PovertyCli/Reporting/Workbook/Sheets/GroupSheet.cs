using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>The groups of households: settlement, minority, ethnic group, head's sex, disability; then minorities by unit.</summary>
internal sealed class GroupSheet() : BookSheet(
    new("Nhóm hộ", "Groups"),
    new("Tỷ lệ hộ nghèo trong từng nhóm hộ (hộ nghèo của nhóm / mọi hộ của nhóm) và, khác với số đó, tỷ trọng của nhóm trong số hộ nghèo.",
        "The poor rate within each group (its poor households / all its households) and, which is another measure, the group's share of all poor households."))
{
    private const string Minority = "minority=yes";

    private static readonly Phrase Households = new("Số hộ", "Households");
    private static readonly Phrase Poor = new("Hộ nghèo", "Poor households");
    private static readonly Phrase Rate = new("Tỷ lệ hộ nghèo của nhóm (%)", "Poor rate within the group (%)");
    private static readonly Phrase Share = new("Tỷ trọng trong hộ nghèo (%)", "Share of all poor (%)");

    public override bool IsFor(BookContent content) => content.Areas.Heads.Any(top => Groups(content, top).Any());

    public override void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        var rounds = results.Rounds;
        sheet.Widths([34, .. Enumerable.Repeat(10.0, (4 * rounds.Count) + (rounds.Count > 1 ? 1 : 0))]);
        sheet.Heading(Title, Lead);
        foreach (var top in content.Areas.Heads)
        {
            sheet.Section(BookAreas.Name(top));
            var table = Table(sheet, results, new("Nhóm hộ", "Group"));
            table.Row(Row(results, top, Group.All), Look.Total);
            foreach (var group in Groups(content, top)) table.Row(Row(results, top, group));
            table.Bars(Share);
        }
        WriteMinorities(sheet, content);
    }

    /// <summary>The groups that any round knows, in the order of the results.</summary>
    private static IEnumerable<int> Groups(BookContent content, AreaNode top) =>
        content.Results.Rounds.Where(round => round.Summary.Has(top)).SelectMany(round => round.Summary.GroupsOf(top)).Distinct().Order().Where(group => group != Group.All);

    private static SheetTable Table(Sheet sheet, Poverty.Comparison.Results results, Phrase first)
    {
        var ids = results.Rounds.Select(round => new Phrase(round.Round.Id, round.Round.Id)).ToArray();
        var table = new SheetTable(sheet,
        [
            new(first, Format.Text),
            .. ids.Select(id => new SheetColumn(id, Format.Count) { Band = Households }), .. ids.Select(id => new SheetColumn(id, Format.Count) { Band = Poor }),
            .. ids.Select(id => new SheetColumn(id, Format.Rate) { Band = Rate }),
            .. ids.Length > 1 ? [new SheetColumn(new("± điểm", "± points"), Format.Points) { Band = Rate }] : Array.Empty<SheetColumn>(),
            .. ids.Select(id => new SheetColumn(id, Format.Rate) { Band = Share }),
        ]);
        table.Header();
        return table;
    }

    private static Entry[] Row(Poverty.Comparison.Results results, AreaNode area, int group, Phrase? name = null)
    {
        var words = name ?? GroupWords.Of(group);
        decimal? Find(RoundResult round, int of, string measure) => round.Summary.Has(area) ? round.Find(area, of, measure)?.Value : null;
        var last = results.Rounds.Count - 1;
        return
        [
            Entry.Of(name is null ? words.Beginning() : words),
            .. results.Rounds.Select(round => Entry.Of(Find(round, group, "households"))), .. results.Rounds.Select(round => Entry.Of(Find(round, group, "poor"))),
            .. results.Rounds.Select(round => UnitTable.Rate(results, round, area, group, "poor_rate")),
            .. results.Base(last) is { } before ? [Entry.Of(results.Change(before, last, area, group, "poor_rate").Value)] : Array.Empty<Entry>(),
            .. results.Rounds.Select(round => Entry.Of(Find(round, Group.All, "poor") is > 0 and var all ? 100 * Find(round, group, "poor") / all : null)),
        ];
    }

    private static void WriteMinorities(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        var group = Group.Parse(Minority)!.Value;
        var parts = content.Areas.Parts.Where(area => results.Rounds.Any(round => round.Summary.GroupsOf(area).Contains(group))).ToArray();
        if (parts.Length == 0) return;
        sheet.Section(new("Hộ dân tộc thiểu số của từng đơn vị", "Ethnic-minority households of each unit"));
        var table = Table(sheet, results, new("Đơn vị", "Unit"));
        foreach (var area in parts) table.Row(Row(results, area, group, BookAreas.Name(area)));
        table.Shade(Rate);
        table.Filter();
        table.Bars(Share);
    }
}
