using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>Administrative units and their history as tables.</summary>
internal static class AreaTables
{
    /// <summary>A row a unit.</summary>
    public static TextTable Units(AreaRegister register, IEnumerable<Area> areas)
    {
        var table = new TextTable(
            new TextColumn("code", new("Mã", "Code")),
            new TextColumn("name", new("Tên", "Name")) { Wraps = true },
            new TextColumn("level", new("Cấp", "Level")),
            TextColumn.ForScripts("kind"),
            new TextColumn("settlement", new("Khu vực", "Settlement")),
            TextColumn.ForScripts("parent"),
            TextColumn.ForScripts("tags"),
            new TextColumn("from", new("Từ ngày", "From")),
            new TextColumn("until", new("Đến ngày", "Until")),
            new TextColumn("parent_name", new("Thuộc", "Part of")));
        foreach (var area in areas) table.Add([.. Unit(register, area)]);
        return table;
    }

    /// <summary>The story of a code for people: a row a unit that bore it, where it came from and what became of it.</summary>
    public static TextTable Story(AreaRegister register, AreaChanges changes, IEnumerable<Area> areas)
    {
        var table = new TextTable(
            new TextColumn("from", new("Từ ngày", "From")),
            new TextColumn("until", new("Đến ngày", "Until")),
            new TextColumn("name", new("Tên", "Name")) { Wraps = true },
            new TextColumn("parent", new("Thuộc", "Part of")) { Wraps = true },
            new TextColumn("came_from", new("Hình thành từ", "Came from")) { Wraps = true },
            new TextColumn("became", new("Trở thành", "Became")));
        foreach (var area in areas)
        {
            table.Add(Cell.Of(area.From), Cell.Of(area.Until), Cell.Of(area.Name), Cell.Of(register.Parent(area)?.Name),
                Told(changes.Into(area), area.From, change => change.Old),
                Told(changes.OutOf(area), area.Until?.AddDays(1), change => change.New, Last(register, changes, area)));
        }
        return table;
    }

    /// <summary>The story of a code for scripts: a row a change, and one for a unit without any.</summary>
    public static TextTable Changes(AreaRegister register, AreaChanges changes, IEnumerable<Area> areas)
    {
        var table = new TextTable([
            .. ((string[])["code", "name", "level", "kind", "settlement", "parent", "tags", "from", "until", "parent_name",
                "change", "change_date", "extent", "other_code", "other_name"]).Select(key => TextColumn.ForScripts(key))]);
        foreach (var area in areas)
        {
            var events = changes.Into(area).Select(change => ("came_from", change, change.Old))
                .Concat(changes.OutOf(area).Select(change => ("became", change, change.New))).ToList();
            foreach (var (word, change, other) in events)
            {
                table.Add([.. Unit(register, area), Cell.Of(word), Cell.Of(change.Day), Cell.Of(change.Whole ? "whole" : "part"),
                    Cell.Of(other.Code), Cell.Of(other.Name)]);
            }
            if (events.Count == 0) table.Add([.. Unit(register, area), Cell.None, Cell.None, Cell.None, Cell.None, Cell.None]);
        }
        return table;
    }

    private static IEnumerable<Cell> Unit(AreaRegister register, Area area) =>
    [
        Cell.Of(area.Code), Cell.Of(area.Name), AreaWords.Level(area.Level), Cell.Of(area.Kind), AreaWords.Settlement(area.Settlement),
        Cell.Of(area.ParentCode), Cell.Of(string.Join(' ', area.Tags)), Cell.Of(area.From), Cell.Of(area.Until),
        Cell.Of(register.Parent(area)?.Name),
    ];

    /// <summary>A line a change; its day only where it is not that of the unit's own beginning or end.</summary>
    private static Cell Told(IEnumerable<AreaChange> changes, DateOnly? expected, Func<AreaChange, Area> other, IEnumerable<Phrase>? more = null)
    {
        var lines = changes.Select(change =>
        {
            var day = change.Day == expected ? "" : $"{change.Day:o}: ";
            var unit = other(change);
            return change.Whole
                ? new Phrase($"{day}{unit.Code} {unit.Name}", $"{day}{unit.Code} {unit.Name}")
                : new Phrase($"{day}một phần {unit.Code} {unit.Name}", $"{day}part {unit.Code} {unit.Name}");
        }).Concat(more ?? []).ToList();
        return Cell.Of(new Phrase(string.Join(";\n", lines.Select(line => line.Vi)), string.Join(";\n", lines.Select(line => line.En))));
    }

    /// <summary>Where the unit lies since the last change of the list, if what it became has ended since.</summary>
    private static IEnumerable<Phrase> Last(AreaRegister register, AreaChanges changes, Area area)
    {
        var later = changes.OutOf(area).Select(change => change.New).ToArray();
        if (area.Until is not { } end || later.All(unit => unit.Until is null)) yield break;
        var day = changes.All.Max(change => change.Day);
        yield return $"{day:o}: {string.Join(", ", new AreaPaths(register, changes).Follow(area, end, day).Select(unit => $"{unit.Code} {unit.Name}"))}";
    }
}
