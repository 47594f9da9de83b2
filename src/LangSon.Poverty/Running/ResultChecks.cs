using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>Checks of the results themselves: do they balance, are they comparable, did they move more than is likely.</summary>
internal sealed class ResultChecks(Results results, FindingLog log)
{
    /// <summary>So many divided units are named.</summary>
    private const int MostNamed = 4;

    /// <summary>Runs all checks on each step; over longer times growth and falls are no faults.</summary>
    public void Run()
    {
        foreach (var round in results.Rounds) new ApprovedCheck(round, log).Run();
        var moves = new MoveChecks(results, log);
        foreach (var (from, to) in results.Steps)
        {
            CheckTerritory(from, to);
            if (results.SameStandard(from, to)) moves.Check(from, to);
            else if (results.Comparable(from, to) is null) Report("PV8008", from, to, null, ("y1", Id(from)), ("s1", Standard(from)), ("y2", Id(to)), ("s2", Standard(to)));
            if (results.HasHouseholds(from, to)) CheckBalance(from, to);
        }
        foreach (var (from, to) in results.Pairs.Except(results.Steps).Concat(results.FurtherPairs).Concat(results.Crossings)) CheckMovements(from, to);
    }

    /// <summary>
    /// Which units the map divides and what became of their households; where rounds are compared as reported, which units
    /// that stand in both are not what they were.
    /// </summary>
    private void CheckTerritory(int from, int to)
    {
        var ground = results.Ground(from, to);
        if (results.Settings.Geography is { } map)
        {
            ReportDivided(map, [.. ground.Divided.Where(unit => unit.IsBefore)], from, to);
            ReportDivided(map, [.. ground.Divided.Where(unit => !unit.IsBefore)], to, from);
            return;
        }
        var now = results.Rounds[to].Round.Date;
        // A unit without households has nothing that could be misread.
        foreach (var area in ground.Areas.Where(area => ground.Before.Of(area, Group.All).Households > 0 && ground.Now.Of(area, Group.All).Households > 0))
            if (results.Territory(from, to, area) is [var first, ..] changes)
            {
                var others = changes.Select(change => Missings.Other(change, area.Unit!)).Distinct();
                Report("PV3008", from, to, area, ("unit", Unit(area)), ("date", $"{first.Day:yyyy-MM-dd}"), ("other", string.Join(", ", others.Select(other => $"{other.Code} {other.Name}"))),
                    ("y1", Id(from)), ("y2", Id(to)), ("day", $"{now:yyyy-MM-dd}"));
            }
    }

    private void ReportDivided(Geography map, DividedUnit[] units, int round, int other)
    {
        if (units.Length == 0) return;
        var (placed, open) = (units.Sum(unit => unit.Placed), units.Sum(unit => unit.Open));
        var how = results.Rounds[round].Round.Files.Count == 0
            ? new Phrase("số tổng hợp của các đơn vị này chỉ dùng ở cấp trên", "their totals are used for larger units only")
            : new($"xếp được nhờ mã hộ ở kỳ {Id(other)}: {placed} hộ, chưa rõ: {open} hộ; hãy giữ nguyên mã hộ giữa các kỳ để xếp được nhiều hơn", $"households placed by their id in round {Id(other)}: {placed}, not placed: {open}; keep the ids from round to round to place more");
        Report("PV3006", Math.Min(round, other), Math.Max(round, other), null, ("r", Id(round)), ("n", $"{units.Length}"), ("map", map.Name),
            ("units", string.Join(", ", units.Take(MostNamed).Select(unit => Unit(unit.Unit))) + (units.Length > MostNamed ? ", …" : "")), ("how", how));
    }

    /// <summary>start − escaped − other_out + became + other_in = end, and start and end are the counts of the rounds.</summary>
    private void CheckBalance(int from, int to)
    {
        foreach (var ((area, group), movement) in Ordered(results.Movements(from, to)))
        {
            Check(from, to, area, group, movement);
            // The forms of a year hold a round against the one that its changes are measured from.
            if (group == Group.All && area.Level != AreaLevel.Tag && results.Base(to) == from && results.SameStandard(from, to)) CheckPersons(from, to, area, movement);
        }
        // Who should have been listed is said of the units that make the lists.
        foreach (var ((area, group), movement) in Ordered(results.MovementsAsReported(from, to)))
        {
            var unlisted = movement.Poor.LeftBy(Passage.Unlisted).Households + movement.NearPoor.LeftBy(Passage.Unlisted).Households;
            // Whoever is missing from a monthly list was told there; the list of the year is held against the one before it.
            if (group == Group.All && area.Level == AreaLevel.Commune && unlisted > 0 && to == from + 1)
                Report("PV8013", from, to, area, ("unit", Unit(area)), ("n", $"{unlisted}"), ("y1", Id(from)), ("y2", Id(to)));
        }
    }

    /// <summary>
    /// Forms 2 and 3 show the same households once going and once coming. Those who go take the persons before with them,
    /// those who come bring the persons now, so that each form balances; the two forms then differ by who was born, died or moved.
    /// </summary>
    private void CheckPersons(int from, int to, AreaNode area, AreaMovement movement)
    {
        var (rose, near) = (movement.Poor.ToNeighbour.Persons, movement.NearPoor.FromNeighbour.Persons);
        var (sank, poor) = (movement.NearPoor.ToNeighbour.Persons, movement.Poor.FromNeighbour.Persons);
        if (rose != near || sank != poor)
            Report("PV8014", from, to, area, ("unit", Unit(area)), ("y1", Id(from)), ("y2", Id(to)), ("a", $"{rose}"), ("b", $"{near}"), ("c", $"{sank}"), ("d", $"{poor}"));
    }

    /// <summary>Over a longer time and between further readings; who is not listed has been said of the steps.</summary>
    private void CheckMovements(int from, int to)
    {
        if (!results.HasHouseholds(from, to)) return;
        foreach (var ((area, group), movement) in Ordered(results.Movements(from, to))) Check(from, to, area, group, movement);
    }

    private static IOrderedEnumerable<KeyValuePair<(AreaNode Area, int Group), AreaMovement>> Ordered(IReadOnlyDictionary<(AreaNode Area, int Group), AreaMovement> movements) => movements
        .OrderBy(entry => entry.Key.Area.Level).ThenBy(entry => entry.Key.Area.Code, StringComparer.Ordinal).ThenBy(entry => entry.Key.Group);

    private void Check(int from, int to, AreaNode area, int group, AreaMovement movement)
    {
        Check(from, to, area, group, movement.Poor, PovertyClass.Poor);
        Check(from, to, area, group, movement.NearPoor, PovertyClass.NearPoor);
    }

    private void Check(int from, int to, AreaNode area, int group, ClassMovement movement, PovertyClass poverty)
    {
        var ground = results.Ground(from, to);
        var before = ground.Before.Of(area, group).InClass(poverty) ?? 0;
        var after = ground.Now.Of(area, group).InClass(poverty) ?? 0;
        var off = Math.Max(Math.Abs(movement.Off.Households), Math.Max(Math.Abs(movement.Start.Households - before), Math.Abs(movement.End.Households - after)));
        if (off != 0) Report("PV8004", from, to, area, ("unit", $"{Unit(area)} {Group.Name(group)}"), ("d", $"{off}"));
    }

    private void Report(string code, int from, int to, AreaNode? area, params ReadOnlySpan<(string, Phrase)> details) =>
        log.Add(new Finding(code, new Place("")) { CommuneCode = area?.Code, Value = $"{Id(from)} → {Id(to)}", Details = details.ToArray() });

    private static string Unit(AreaNode area) => $"{area.Code} {area.Name}".Trim();

    private string Id(int round) => results.Readings[round].Round.Id;

    private string Standard(int round) => results.Readings[round].Round.StandardName;
}
