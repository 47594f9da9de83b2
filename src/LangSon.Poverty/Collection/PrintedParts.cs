using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>Holds the counts of a unit against its parts, and those of all households against their groups.</summary>
internal sealed class PrintedParts
{
    private readonly AreaRegister? _areas;
    private readonly ILookup<(int Year, string Unit, string Group), PublishedRow> _rows;
    private readonly ILookup<(int Year, string Group, string Parent), PublishedRow> _parts;
    private readonly ILookup<(int Year, string Unit), PublishedRow> _groups;

    public PrintedParts(IReadOnlyList<PublishedRow> rows, AreaRegister? areas)
    {
        _areas = areas;
        _rows = rows.ToLookup(row => (row.Year, row.Unit, row.Group));
        _parts = rows.Select(row => (Row: row, Parent: ParentOf(row))).Where(part => part.Parent is not null).ToLookup(part => (part.Row.Year, part.Row.Group, part.Parent!), part => part.Row);
        _groups = rows.Where(row => row.Group != "all").ToLookup(row => (row.Year, row.Unit));
    }

    /// <summary>The checks of a row's counts.</summary>
    public IEnumerable<PrintedCheck> Of(PublishedRow row)
    {
        var parts = _parts[(row.Year, row.Group, row.Unit)].Concat(row.Name.Length > 0 && row.Name != row.Unit ? _parts[(row.Year, row.Group, row.Name)] : []).ToArray();
        if (parts.Length > 0)
            foreach (var check in Compare(row, CheckKind.Parts, parts, IsWhole(row, parts)))
                yield return check;
        if (row.Group != "all") yield break;
        foreach (var kind in _groups[(row.Year, row.Unit)].GroupBy(group => group.Group.Split('=')[0]))
            foreach (var check in Compare(row, CheckKind.Groups, [.. kind], kind.Count() == 2 && kind.Key != "ethnicity"))
                yield return check;
    }

    /// <summary>Parts that are all there add to the whole; fewer of them, or groups whose rest is not known, are at most the whole.</summary>
    private static IEnumerable<PrintedCheck> Compare(PublishedRow whole, CheckKind kind, PublishedRow[] parts, bool isAll)
    {
        foreach (var column in PublishedRow.CountColumns)
        {
            if (whole.Count(column) is not { } printed || parts.Any(part => part.Count(column) is null)) continue;
            var sum = parts.Sum(part => part.Count(column)!.Value);
            var number = new PrintedNumber(printed, 0);
            yield return isAll ? Reconciliation.Exact(whole, kind, column, number, sum)
                : new PrintedCheck(whole, kind, column, sum > printed ? Agreement.Differs : Agreement.Open) { Printed = number, Low = sum, High = Math.Max(sum, printed) };
        }
    }

    /// <summary>The parent that the table names, else the nearest unit above it in the area list that has a row of its own.</summary>
    private string? ParentOf(PublishedRow row)
    {
        if (row.Parent.Length > 0) return row.Parent;
        for (var unit = Find(row.Year, row.Unit); unit is { ParentCode: { } above }; unit = Find(row.Year, above))
            if (_rows.Contains((row.Year, above, row.Group)))
                return above;
        return null;
    }

    private Area? Find(int year, string code) => _areas?.Find(code, DayOf(year));

    /// <summary>Whether every commune of the unit lies in one of the parts; parts that the table itself names are all of them.</summary>
    private bool IsWhole(PublishedRow whole, PublishedRow[] parts)
    {
        if (_areas is null || parts.All(part => part.Parent.Length > 0)) return true;
        var codes = parts.Select(part => part.Unit).ToHashSet(StringComparer.Ordinal);
        var communes = _areas.On(DayOf(whole.Year)).Where(unit => unit.Level == AreaLevel.Commune && Upwards(unit, whole.Year).Contains(whole.Unit));
        return communes.All(unit => Upwards(unit, whole.Year).Any(codes.Contains));
    }

    private IEnumerable<string> Upwards(Area unit, int year)
    {
        for (var at = unit; at is not null; at = at.ParentCode is { } above ? Find(year, above) : null) yield return at.Code;
    }

    /// <summary>The day of a year on which its units are looked up: the review's last one (Decision 24/2021/QĐ-TTg, article 4).</summary>
    private static DateOnly DayOf(int year) => new(year, 12, 14);
}
