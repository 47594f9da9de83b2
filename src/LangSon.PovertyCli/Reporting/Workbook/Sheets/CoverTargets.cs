using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Each target in one row: those of the province and of groups first, those for each of many units counted.</summary>
internal static class CoverTargets
{
    private static readonly SheetColumn[] Columns =
    [
        new(new("Chỉ tiêu", "Target"), Format.Text, Span: 5),
        new(new("Đơn vị, nhóm hộ", "Unit, group"), Format.Text, Span: 2),
        new(new("Thực hiện", "Actual"), Format.Rate),
        new(new("Chênh lệch", "Margin"), Format.Points),
        new(new("Hộ còn thiếu", "Households short"), Format.Count),
        new(new("Kết luận", "Verdict"), Format.Mark, Span: 2),
    ];

    /// <summary>Writes the table; nothing without targets.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        if (content.Targets.Count == 0) return;
        var met = content.Targets.Count(result => result.Verdict == Verdict.Met);
        sheet.Section(new($"Chỉ tiêu: đạt {met}/{content.Targets.Count}", $"Targets: {met} of {content.Targets.Count} met"));
        var table = new SheetTable(sheet, Columns);
        table.Header();
        // Ordering is stable: within each kind the targets stay in the order of the plan.
        foreach (var target in content.Targets.GroupBy(result => result.Target).OrderBy(group => Rank(group.Key)))
            if (TargetWords.IsForEach(target.Key)) table.Row(Each(target.Key, [.. target], content.Results));
            else foreach (var result in target) table.Row(One(result, content.Results));
    }

    private static int Rank(Target target) => TargetWords.IsForEach(target) ? 2
        : target.Scope == "province" || target.Scope.StartsWith("group:", StringComparison.Ordinal) ? 0
        : 1;

    private static Entry[] One(TargetResult result, Poverty.Comparison.Results results)
    {
        var format = TargetWords.Value(result.Target, TargetWords.Counted(result.Target, results));
        return
        [
            Entry.Of(TargetWords.Demand(result.Target, results)), Entry.Of(TargetWords.Where(result, results)), Entry.Of(result.Actual, format),
            Entry.Of(result.Margin, format is Format.Count or Format.SignedCount ? Format.SignedCount : Format.Points),
            result.HouseholdsShort is { } missing ? Entry.Of(missing) : Entry.None,
            TargetSheet.VerdictOf(result.Verdict),
        ];
    }

    private static Entry[] Each(Target target, TargetResult[] units, Poverty.Comparison.Results results)
    {
        // A target that found no unit has one result without a unit, which says so.
        if (units is [{ Area: null } none]) return One(none, results);
        var missing = units.Any(unit => unit.HouseholdsShort is not null) ? units.Sum(unit => unit.HouseholdsShort ?? 0) : (long?)null;
        return
        [
            Entry.Of(TargetWords.Demand(target, results)), Entry.Of(TargetWords.Each(target)), Entry.None, Entry.None,
            missing is { } households ? Entry.Of(households) : Entry.None, Counted(units),
        ];
    }

    private static Entry Counted(TargetResult[] units)
    {
        string In(Language language) => string.Join(", ", units.GroupBy(unit => unit.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{VerdictWords.Phrase(group.Key).In(language)} {group.Count()}/{units.Length}"));
        return Entry.Of(new Phrase(In(Language.Vietnamese), In(Language.English))) with
        {
            Tone = units.Any(unit => unit.Verdict == Verdict.Missed) ? Tone.Bad
                : units.All(unit => unit.Verdict == Verdict.Met) ? Tone.Good
                : Tone.Open,
        };
    }
}
