using LangSon.Poverty.Areas;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Every target for every unit that it is for, with the verdict and what is short of it.</summary>
internal sealed class TargetSheet() : BookSheet(
    new("Chỉ tiêu", "Targets"),
    new("Từng chỉ tiêu của kế hoạch, xếp theo tỉnh → huyện → xã: đạt hay chưa, còn cách bao xa và phải giảm thêm bao nhiêu hộ; chênh lệch dương là vượt.",
        "Each target of the plan, by province → district → commune: whether it was met, by how much, and how many households were short of it; a positive margin is beyond the target."))
{
    private static readonly SheetColumn[] Columns =
    [
        new(new("Đơn vị, nhóm hộ", "Unit, group"), Format.Text, 25),
        new(new("Nội dung", "What it asks"), Format.Text, 31),
        new(new("Chỉ tiêu", "Target"), Format.Text, 16),
        new(new("Mức", "Value"), Format.Rate, 7.5),
        new(new("Thực hiện", "Actual"), Format.Rate, 8),
        new(new("Tính bằng", "In"), Format.Mark, 10.5),
        new(new("Kỳ gốc", "Base"), Format.Rate, 7.5),
        new(new("Chênh lệch", "Margin"), Format.Points, 8.5),
        new(new("Hộ còn thiếu", "Households short"), Format.Count, 10),
        new(new("Hoàn thành (%)", "Done (%)"), Format.Completion, 8.5),
        new(new("Kết luận", "Verdict"), Format.Mark, 12),
        new(new("Vì sao", "Because"), Format.Text, 22),
        new(new("Căn cứ", "Source"), Format.Text, 34),
    ];

    public override bool IsFor(BookContent content) => content.Targets.Count > 0;

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Columns.Select(column => column.Width));
        sheet.Heading(Title, Lead);
        var table = new SheetTable(sheet, Columns);
        table.Header();
        foreach (var (area, depth, results) in Tree(content))
        {
            if (results.Length == 0)
            {
                if (depth > 0) sheet.Outline(sheet.Next, depth);
                table.Row([Entry.Of(BookAreas.Name(area!)) with { Indent = depth }, .. Enumerable.Repeat(Entry.None, Columns.Length - 1)], Look.Subtotal);
            }
            foreach (var result in results)
            {
                if (depth > 0) sheet.Outline(sheet.Next, depth);
                table.Row(Row(result, content.Results, depth));
            }
        }
        table.Freeze(1);
    }

    /// <summary>
    /// Units with targets of their own or under them, larger ones first. What is for marked units or for no unit at all
    /// comes after the units that hold all others.
    /// </summary>
    private static IEnumerable<(AreaNode? Area, int Depth, TargetResult[] Results)> Tree(BookContent content)
    {
        var tree = content.Areas.Tree().ToArray();
        var known = tree.Select(unit => unit.Area).ToHashSet();
        var own = content.Targets.ToLookup(result => result.Area is { } area && known.Contains(area) ? area : null);
        var holding = own.Where(group => group.Key is not null).SelectMany(group => group.Key!.Upwards()).ToHashSet();
        var units = tree.Where(unit => holding.Contains(unit.Area)).ToArray();
        var loose = own[null].ToArray();
        // The only unit at the top speaks first; several stand after what is for none of them.
        var isWhole = units is [{ Depth: 0 }, ..] && units.Count(unit => unit.Depth == 0) == 1;
        if (!isWhole && loose.Length > 0) yield return (null, 0, loose);
        foreach (var (i, (area, depth)) in units.Index())
        {
            yield return (area, depth, [.. own[area]]);
            if (isWhole && i == 0 && loose.Length > 0) yield return (null, 1, loose);
        }
    }

    /// <summary>The verdict in words and colour.</summary>
    public static Entry VerdictOf(Verdict verdict) => Entry.Of(VerdictWords.Phrase(verdict)) with
    {
        Tone = verdict switch
        {
            Verdict.Met => Tone.Good,
            Verdict.Missed => Tone.Bad,
            Verdict.NotMeasurable or Verdict.DependsOnUnresolved => Tone.Open,
        },
    };

    private static Entry[] Row(TargetResult result, Poverty.Comparison.Results results, int depth)
    {
        var target = result.Target;
        var counted = TargetWords.Counted(target, results);
        var format = TargetWords.Value(target, counted);
        var margin = format is Format.Count or Format.SignedCount ? Format.SignedCount : Format.Points;
        var before = counted == Poverty.Aggregation.FigureUnit.Percent ? Format.Rate : Format.Count;
        return
        [
            Entry.Of(TargetWords.Where(result, results)) with { Indent = depth }, Entry.Of(TargetWords.Demand(target, results)), Entry.Of(target.Id),
            Entry.Of(target.Value, format), Entry.Of(result.Actual, format), Entry.Of(TargetWords.Unit(target, counted)),
            // No base, shortfall or completion is no gap in the data: many targets have none.
            result.Before is { } known ? Entry.Of(known, before) : Entry.None,
            Entry.Of(result.Margin, margin),
            result.HouseholdsShort is { } missing ? Entry.Of(missing) : Entry.None,
            result.CompletionPercent is { } done ? Entry.Of(done) : Entry.None,
            VerdictOf(result.Verdict), Because(result.Because), Entry.Of(target.Source),
        ];
    }

    private static Entry Because(Phrase because) => because.Vi.Length == 0 ? Entry.None : Entry.Of(because);
}
