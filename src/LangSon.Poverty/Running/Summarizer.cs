using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Running;

/// <summary>Forms the summary of each round: which units are expected, who bears which mark, what the register says.</summary>
internal sealed class Summarizer(IReadOnlyList<Round> rounds, RunSettings settings, AreaTree tree, FindingLog log)
{
    /// <summary>So many communes that lack are named.</summary>
    private const int MostNamed = 5;

    private readonly (TotalsTable? Totals, AreaNode[] Expected, Lacking? Lacking)[] _bases = new (TotalsTable? Totals, AreaNode[] Expected, Lacking? Lacking)[rounds.Count];
    private readonly TotalsTable?[] _registers = new TotalsTable?[rounds.Count];
    private readonly TotalsTable?[] _approved = new TotalsTable?[rounds.Count];

    /// <summary>The summaries of all rounds; a round without households has no tally.</summary>
    public Summary[] All(IReadOnlyList<Tally?> tallies, IReadOnlyList<IReadOnlyList<FilePass>> files)
    {
        // Areas of the data are known when every round's tables have been looked at, so the totals come first.
        var totals = rounds.Select((round, i) => TotalsOf(i, round, tallies[i])).ToArray();
        foreach (var (i, round) in rounds.Index()) _registers[i] = ReadTotals(RegisterOf(round), round, tallies[i]);
        return [.. rounds.Select((round, i) => One(i, round, tallies[i], totals[i], files[i]))];
    }

    private Summary One(int number, Round round, Tally? tally, TotalsTable? totals, IReadOnlyList<FilePass> files)
    {
        var expected = Expected(round, tally, totals).ToArray();
        var reception = tally is null ? null : new Reception(round, files, tally);
        var lacking = reception?.Of(FrameOf(round, expected));
        // What is known to lack is said once for the round; what the office has taken as empty is no surprise.
        if (tally is not null) ReportEmpty(round, tally, expected.Where(unit => lacking?.Communes.Contains(unit) != true && !reception!.IsAccepted(unit)));
        if (lacking is not null) ReportLacking(round, lacking);
        _bases[number] = (totals, expected, lacking);
        return Again(number, round, tally);
    }

    /// <summary>The summary of a round, or of the round under a further standard: the units and denominators are the same.</summary>
    public Summary Again(int number, Round round, Tally? tally)
    {
        var (totals, expected, lacking) = _bases[number];
        var nodes = tree.Nodes;
        var frame = FrameOf(round, expected);
        return new Summary(tally, node => frame.Around(nodes[node]), round.Coverage, frame, totals, Group.Of(settings.Groups), round.Law.Indicators.Length, lacking: lacking);
    }

    private AreaFrame FrameOf(Round round, AreaNode[] expected) => new(expected, Tags(round.Date, expected));

    /// <summary>The register or table of counts of a round, the units that it should have, and what lacks of them.</summary>
    public (TotalsTable? Totals, IReadOnlyList<AreaNode> Expected, Lacking? Lacking) Base(int number) => _bases[number];

    /// <summary>What a round that has all households is held against; null where nothing was given.</summary>
    public TotalsTable? Register(int number) => _registers[number];

    /// <summary>The approved totals of a round; null where nothing was approved.</summary>
    public TotalsTable? Approved(int number) => _approved[number];

    private TotalsTable? TotalsOf(int number, Round round, Tally? tally)
    {
        if (round.Approved is not { } approved) return ReadTotals(TableOf(round), round, tally);
        var official = ApprovedTotals(round, approved).ToArray();
        _approved[number] = TotalsTable.Of(official, ExpectedIn(round, Tops(round, tally, official.Select(row => row.Area))));
        return round.Files.Count > 0 ? ReadTotals(TableOf(round), round, tally) : _approved[number];
    }

    private TotalsTable? ReadTotals(PlainTable? table, Round round, Tally? tally)
    {
        if (table is null) return null;
        // Which provinces are meant is known only from the rows themselves.
        var rows = UnitRows(table, round);
        var named = rows.Select(row => row.Area).OfType<AreaNode>().ToArray();
        return TotalsTable.Read(table, round.Id, rows, ExpectedIn(round, Tops(round, tally, named)), log);
    }

    /// <summary>The approved totals of a round without files, by unit and group. A code that the area list does not have is a fault in any case.</summary>
    private IEnumerable<TotalsRow> ApprovedTotals(Round round, OfficialResult approved)
    {
        foreach (var (level, code) in approved.Units.Where(unit => unit.Level != AreaLevel.Tag))
        {
            var line = approved.Find(level, code, Group.Name(Group.All), "households")?.Line ?? 1;
            if (UnitOf(round, level, code) is { } area)
                foreach (var name in approved.GroupsOf(level, code))
                {
                    long? Count(string measure) => (long?)approved.Find(level, code, name, measure)?.Value;
                    if (Group.Parse(name) is { } group)
                        yield return new TotalsRow(approved.Table.File, line, area, group, new Totals(Count("households"), Count("persons"), Count("poor"), Count("near_poor")));
                }
            else if (settings.Areas is not null)
                approved.Table.Fault(line, "area_code", new($"không đơn vị nào mang mã \"{code}\" vào ngày {round.Date:yyyy-MM-dd}", $"no unit bears the code \"{code}\" on {round.Date:yyyy-MM-dd}"));
        }
    }

    /// <summary>A unit of an approved result. Where areas come from the data, those of a round with files are known by its files.</summary>
    private AreaNode? UnitOf(Round round, AreaLevel level, string code)
    {
        if (settings.Areas is { } areas) return areas.Find(code, round.Date) is { } unit && unit.Level == level ? tree.Of(unit, areas) : null;
        return tree.Nodes.FirstOrDefault(node => node.Level == level && node.Code == code) ?? (level == AreaLevel.Commune && round.Files.Count == 0 ? Find(round.Date, code) : null);
    }

    /// <summary>The table that gives a round its denominators, or all its figures; null where its households do.</summary>
    private static PlainTable? TableOf(Round round) => round.Files.Count == 0 ? round.Counts : round.Coverage == Coverage.All ? null : round.Register;

    /// <summary>The table that gives no figure of a round but tells how many of all households its files have (PV8002).</summary>
    private PlainTable? RegisterOf(Round round) =>
        settings.IsOn("PV8002") && round is { Files.Count: > 0, Coverage: Coverage.All } ? round.Register ?? round.Counts : null;

    private UnitRow[] UnitRows(PlainTable table, Round round)
    {
        var rows = TableUnits.RowsOf(table, round, [.. rounds.Where(other => TableOf(other) == table || RegisterOf(other) == table).Select(other => other.Id)]);
        if (settings.Areas is not { } areas) return [.. rows.Select(row => DataRow(row, round)).OfType<UnitRow>()];
        var units = new TableUnits(new Gazetteer(areas, settings.Changes, round.Date), tree, log);
        return [.. rows.Select(row => units.Of(row, round.Id)).OfType<UnitRow>()];
    }

    /// <summary>A row where areas come from the data: there a name is as good as a code, and nothing tells where it should lie.</summary>
    private UnitRow? DataRow(PlainTable.Row row, Round round)
    {
        var code = row["area_code"].Length > 0 ? row["area_code"] : row["area_name"].Length > 0 ? row["area_name"] : row["district_name"];
        if (row["area_code"].Length == 0 && SurveyColumns.Households.IsTotalWord(code)) return new UnitRow(row, null, IsTotal: true);
        // A heading names what follows it; a row with a code is a unit's own even where nothing is known of it.
        if (row["area_code"].Length == 0 && !TableUnits.HasFigures(row)) return null;
        if (Find(round.Date, code) is { } area) return new UnitRow(row, area);
        row.Fault("area_code", new($"không đơn vị nào mang mã \"{code}\" trong kỳ {round.Id}", $"no unit bears the code \"{code}\" in round {round.Id}"));
        return null;
    }

    private IEnumerable<AreaNode> Expected(Round round, Tally? tally, TotalsTable? totals)
    {
        // Where areas come from the data, only the table knows of a unit that sent nothing.
        if (settings.Areas is null)
            foreach (var absent in (round.Submissions?.All ?? []).Where(submission => submission is { IsRead: false } or { File: null }))
                if (!tree.Nodes.Any(node => Reception.IsOf(absent, node)))
                    Find(round.Date, absent.Unit);
        return ExpectedIn(round, Tops(round, tally, totals?.Own.Select(own => own.Area) ?? []))
            .Concat(totals?.Own.Select(own => own.Area) ?? []).Distinct();
    }

    /// <summary>All units of the area list that stand on the round's day in the provinces given.</summary>
    private IEnumerable<AreaNode> ExpectedIn(Round round, IReadOnlySet<AreaNode> provinces) => settings.Areas is { } areas
        ? areas.On(round.Date).Select(unit => tree.Of(unit, areas)).Where(area => area.Upwards().Any(provinces.Contains))
        : tree.Nodes.Where(area => area.Level != AreaLevel.Tag && area.Upwards().Any(provinces.Contains));

    private HashSet<AreaNode> Tops(Round round, Tally? tally, IEnumerable<AreaNode> named)
    {
        if (settings is { Areas: { } areas, Province: { } code } && areas.Find(code, round.Date) is { } province) return [tree.Of(province, areas)];
        var nodes = tree.Nodes;
        return [.. (tally?.Nodes().Select(node => nodes[node]) ?? []).Concat(named)
            .Select(area => area.Upwards().FirstOrDefault(above => above.Level == AreaLevel.Province) ?? area)];
    }

    /// <summary>
    /// The unit of a code in a table. Where areas come from the data, a blank code is the province and an unknown one a
    /// commune of the only province: a list may leave out a commune in which nobody is poor.
    /// </summary>
    private AreaNode? Find(DateOnly day, string code)
    {
        if (settings.Areas is { } areas) return areas.Find(code, day) is { } unit ? tree.Of(unit, areas) : null;
        var nodes = tree.Nodes;
        if (code.Length > 0 && nodes.Where(node => node.Code == code).MinBy(node => node.Level) is { } known) return known;
        var provinces = nodes.Where(node => node.Level == AreaLevel.Province).ToArray();
        if (provinces.Length > 1) return null;
        var province = provinces.Length == 1 ? provinces[0] : tree.Of(AreaLevel.Province, "", null);
        return code.Length == 0 ? province : tree.Of(AreaLevel.Commune, code, province);
    }

    /// <summary>The units of those expected that bear each mark on a day.</summary>
    public IEnumerable<(AreaNode Tag, AreaNode[] Bearers)> Tags(DateOnly day, IReadOnlyList<AreaNode> expected)
    {
        var marks = expected.SelectMany(area => (area.Unit?.Tags ?? []).Select(tag => (Tag: tag, Area: area))).ToList();
        foreach (var row in settings.Tags?.Rows ?? [])
        {
            if (day < (row.Day("from") ?? DateOnly.MinValue) || day > (row.Day("until") ?? DateOnly.MaxValue)) continue;
            if (Find(day, row["area_code"]) is { } area) marks.Add((row["tag"], area));
        }
        foreach (var group in marks.GroupBy(mark => mark.Tag, StringComparer.Ordinal))
        {
            var tag = tree.Of(AreaLevel.Tag, group.Key, null);
            tag.Name = group.Key;
            yield return (tag, [.. group.Select(mark => mark.Area).Distinct()]);
        }
    }

    private void ReportLacking(Round round, Lacking lacking)
    {
        var named = lacking.Communes.OrderBy(commune => commune.Code, StringComparer.Ordinal).Take(MostNamed).Select(commune => $"{commune.Code} {commune.Name}".Trim());
        var list = string.Join(", ", named) + (lacking.Communes.Count > MostNamed ? ", …" : "");
        log.Add(new Finding("PV8015", new Place(""))
        {
            Details =
            [
                ("r", round.Id),
                ("what", lacking.Communes.Count > 0
                    ? new($"thiếu {lacking.Communes.Count}/{lacking.Expected} xã ({list})", $"{lacking.Communes.Count} of {lacking.Expected} communes lacking ({list})")
                    : new($"{lacking.Files} tệp không dùng được", $"{lacking.Files} {(lacking.Files == 1 ? "file" : "files")} could not be used")),
            ],
        });
    }

    private void ReportEmpty(Round round, Tally tally, IEnumerable<AreaNode> expected)
    {
        var filled = tally.Nodes().ToHashSet();
        foreach (var area in expected.Where(area => area.Level == AreaLevel.Commune && !filled.Contains(area.Index)).OrderBy(area => area.Code, StringComparer.Ordinal))
            log.Add(new Finding("PV8001", new Place(""))
            {
                CommuneCode = area.Code,
                Details = [("unit", $"{round.Id}: {area.Code} {area.Name}")],
            });
    }
}
