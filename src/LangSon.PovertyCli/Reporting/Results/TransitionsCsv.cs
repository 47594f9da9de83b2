using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Comparison;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>
/// <c>transitions.csv</c>: the classes that households moved between, and the movements of the official forms; within a
/// round, the classes under its own and under a further standard, between which nobody moved.
/// </summary>
internal static class TransitionsCsv
{
    private static readonly (Standing Standing, string Word)[] Standings =
    [
        (Standing.Absent, "absent"), (Standing.Poor, "poor"), (Standing.NearPoor, "near_poor"), (Standing.Average, "average"),
        (Standing.NonPoor, "non_poor"), (Standing.Undetermined, "undetermined"),
    ];

    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, Poverty.Comparison.Results results)
    {
        using var csv = new CsvTable(stream, "from", "to", "standard_from", "standard_to", "level", "area_code", "area_name", "group", "measure",
            "class_from", "class_to", "households", "persons");
        foreach (var (from, to) in results.Pairs.Concat(results.FurtherPairs).Where(pair => results.HasHouseholds(pair.From, pair.To)))
            foreach (var (row, movement) in Rows(csv, results, from, to))
                WriteArea(row, movement, results.HasHistory(from, to));
        foreach (var (own, further) in results.Crossings)
            foreach (var (row, movement) in Rows(csv, results, own, further))
                WriteMatrix(row, movement);
        return csv.Rows;
    }

    private static IEnumerable<(Row Row, AreaMovement Movement)> Rows(CsvTable csv, Poverty.Comparison.Results results, int from, int to)
    {
        var movements = results.Movements(from, to);
        var groups = movements.Keys.ToLookup(key => key.Area, key => key.Group);
        var ground = results.Ground(from, to);
        foreach (var area in ground.Areas.Where(area => !ground.Unplaced.ContainsKey(area) && !ground.Apart.ContainsKey(area) && !ground.LackOf(area).IsAll))
            foreach (var group in groups[area].Append(Group.All).Distinct().Order())
                yield return (new Row(csv, results, from, to, area, group), movements.GetValueOrDefault((area, group)) ?? new AreaMovement());
    }

    /// <summary>
    /// All households of an area always have their movements; of a group they are listed when somebody of the class was
    /// there, so that a census and a list of the same households give the same rows.
    /// </summary>
    private static void WriteArea(Row row, AreaMovement movement, bool hasHistory)
    {
        WriteMatrix(row, movement);
        if (row.Group == Group.All || !movement.Poor.IsEmpty) WriteMoves(row, "", movement.Poor, hasHistory);
        if (row.Group == Group.All || !movement.NearPoor.IsEmpty) WriteMoves(row, "np_", movement.NearPoor, hasHistory);
    }

    private static void WriteMatrix(Row row, AreaMovement movement)
    {
        foreach (var (before, old) in Standings)
            foreach (var (now, current) in Standings)
                if (movement[before, now].Households > 0)
                    row.Write("", old, current, movement[before, now]);
    }

    private static void WriteMoves(Row row, string prefix, ClassMovement moves, bool hasHistory)
    {
        row.Write(prefix + "start", "", "", moves.Start);
        row.Write(prefix + "escaped", "", "", moves.Escaped);
        row.Write(prefix.Length == 0 ? "escaped_to_near_poor" : "np_escaped_to_poor", "", "", moves.ToNeighbour);
        row.Write(prefix + "escaped_above", "", "", moves.Above);
        row.Write(prefix + "near_poor_to_poor", "", "", moves.FromNeighbour);
        row.Write(prefix + "fell_back", "", "", hasHistory ? moves.FellBack : null);
        row.Write(prefix + "newly_poor", "", "", moves.New);
        row.Write(prefix + "became_poor", "", "", moves.Became);
        row.Write(prefix + "other_in", "", "", moves.OtherIn);
        WriteReasons(row, prefix + "other_in:", moves.CameBy);
        row.Write(prefix + "other_out", "", "", moves.OtherOut);
        WriteReasons(row, prefix + "other_out:", moves.LeftBy);
        row.Write(prefix + "end", "", "", moves.End);
    }

    private static void WriteReasons(Row row, string measure, Func<Passage, Flow> flow)
    {
        foreach (var passage in Enum.GetValues<Passage>())
            if (flow(passage) != default)
                row.Write(measure + PassageWords.Word(passage), "", "", flow(passage));
    }

    private readonly record struct Row(CsvTable Csv, Poverty.Comparison.Results Results, int From, int To, Poverty.Areas.AreaNode Area, int Group)
    {
        public void Write(string measure, string classFrom, string classTo, Flow? flow)
        {
            var (before, after) = (Results.Readings[From].Round, Results.Readings[To].Round);
            Csv.Text(before.Id).Text(after.Id).Text(before.StandardName).Text(after.StandardName).Text(AreaWords.Word(Area.Level))
                .Text(Area.Code).Text(Area.Name).Text(Poverty.Aggregation.Group.Name(Group)).Text(measure).Text(classFrom).Text(classTo)
                .Whole(flow?.Households).Whole(flow?.Persons).End();
        }
    }
}
