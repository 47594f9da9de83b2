using System.Text;
using CsCheck;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>Random households over the built-in units, placed on every map once more, one by one, by the definition.</summary>
public sealed class CommonMapPropertyTests
{
    private static readonly AreaRegister Register = AreaLists.BuiltIn;
    private static readonly AreaPaths Paths = new(Register, AreaLists.BuiltInChanges);

    private static readonly int[] Years = [2023, 2024, 2025];

    private static readonly Geography[] Maps =
        [Geography.At(new(2023, 6, 1)), Geography.At(new(2024, 12, 14)), Geography.At(new(2025, 7, 1)), Geography.At(new(2026, 1, 1)), Geography.LastDistricts(Register)!];

    /// <summary>A household: for each of two rounds where it lives (null: in no row), its class and size.</summary>
    private sealed record Home(string Id, (Area Commune, string Class, int Size)?[] Rounds);

    private static readonly string[] Classes = ["poor", "near", "average", "non", "open", "bad"];

    private static Gen<(int From, int To, Home[] Homes)> Populations =>
        from years in Of((0, 1), (1, 2), (0, 2), (2, 2))
        from homes in Gen.Select(Dwelling(years.Item1, years.Item2), Gen.Int[0, 9], State, State).Array[1, 60]
        select (years.Item1, years.Item2, homes.Select((home, i) => Make(i, home.Item1, home.Item2, home.Item3, home.Item4)).ToArray());

    private static Gen<(string Class, int Size)> State => Gen.Select(Of(Classes), Gen.Int[1, 9]);

    /// <summary>Units that may be the same place in both rounds; half of them near the units that were divided.</summary>
    private static Gen<(Area Before, Area Now, Area Other)> Dwelling(int first, int second) =>
        from all in Gen.Bool
        from at in Gen.Int[0, 100_000]
        from way in Gen.Int[0, 100_000]
        from away in Gen.Int[0, 100_000]
        let units = Communes(first).Where(unit => all || unit.Code is "06040" or "06622" or "06625" or "06025" or "06613").ToArray()
        let before = units[at % units.Length]
        let later = Paths.Follow(before, Day(first), Day(second))
        select (before, later[way % later.Count], Communes(second)[away % Communes(second).Length]);

    /// <summary>Most stay; some move, come, or go.</summary>
    private static Home Make(int number, (Area Before, Area Now, Area Other) place, int fate, (string Class, int Size) was, (string Class, int Size) stands) => new($"H{number}",
    [
        fate == 0 ? null : (place.Before, was.Class, was.Size),
        fate == 1 ? null : (fate == 2 ? place.Other : place.Now, stands.Class, stands.Size),
    ]);

    [Fact]
    public void Every_figure_is_that_of_the_households_placed_one_by_one() => Gen.Select(Populations, Of(Maps)).Sample((population, map) =>
    {
        var results = Run(population, map).Results();
        var (places, areas) = Placed(population, map);
        foreach (var area in results.AreasOf(0, 1).Where(area => area.Level != AreaLevel.Tag))
        {
            var parts = areas[area.Unit!];
            for (var side = 0; side < 2; side++)
            {
                var counted = population.Homes.Where(home => home.Rounds[side] is { } lived && lived.Class != "bad").ToArray();
                var mine = counted.Where(home => places[home][side]!.All(parts.Contains)).ToArray();
                var open = counted.Where(home => !places[home][side]!.All(parts.Contains) && places[home][side]!.Any(parts.Contains)).ToArray();
                Check("households", mine.Length);
                Check("persons", mine.Sum(home => home.Rounds[side]!.Value.Size));
                Check("poor", mine.Count(home => home.Rounds[side]!.Value.Class == "poor"));
                Check("near_poor", mine.Count(home => home.Rounds[side]!.Value.Class == "near"));

                void Check(string measure, int expected)
                {
                    var change = results.Change(0, 1, area, Group.All, measure);
                    Assert.Equal(open.Length > 0 ? null : expected, (side == 0 ? change.Before : change.After).Value);
                    if (open.Length > 0) Assert.Equal(Incomparable.Unplaced, change.Incomparable);
                }
            }
            var unplaced = population.Homes.Count(home => Enumerable.Range(0, 2).Any(side => home.Rounds[side] is { } lived && lived.Class != "bad"
                && !places[home][side]!.All(parts.Contains) && places[home][side]!.Any(parts.Contains)));
            Assert.Equal(unplaced, results.Ground(0, 1).Unplaced.GetValueOrDefault(area)?.Households ?? 0);
        }
    }, iter: 120);

    [Fact]
    public void The_province_keeps_the_counts_of_each_round_and_every_movement_balances() => Gen.Select(Populations, Of(Maps)).Sample((population, map) =>
    {
        var results = Run(population, map).Results();
        var ground = results.Ground(0, 1);
        var province = results.AreasOf(0, 1).Single(area => area.Level == AreaLevel.Province);
        foreach (var measure in Measure.Counted)
        {
            var change = results.Change(0, 1, province, Group.All, measure.Name);
            Assert.Equal(results.Rounds[0].Find(province, Group.All, measure.Name), change.Before);
            Assert.Equal(results.Rounds[1].Find(province, Group.All, measure.Name), change.After);
        }
        foreach (var ((area, group), movement) in results.Movements(0, 1))
        {
            Assert.Equal(default, movement.Poor.Off);
            Assert.Equal(ground.Before.Of(area, group).InClass(Poverty.Standards.PovertyClass.Poor), movement.Poor.Start.Households);
            Assert.Equal(ground.Now.Of(area, group).InClass(Poverty.Standards.PovertyClass.Poor), movement.Poor.End.Households);
            Assert.False(ground.Unplaced.ContainsKey(area));
        }
    }, iter: 60);

    [Fact]
    public void The_order_of_the_rows_changes_no_byte() => Gen.Select(Populations, Of(Maps), Gen.Int[0, 1000]).Sample((population, map, seed) =>
    {
        var homes = population.Homes.ToArray();
        new Random(seed).Shuffle(homes);
        Assert.Equal(Changes(Run(population, map)), Changes(Run((population.From, population.To, homes), map)));
    }, iter: 20);

    [Fact]
    public void Where_both_rounds_stand_on_the_map_it_changes_nothing() => Populations.Sample(population =>
    {
        // A day of the same state of the map as the round's, if not its own.
        var map = Geography.At(population.To switch { 0 => new(2024, 11, 30), 1 => new(2025, 6, 30), _ => new(2025, 7, 1) });
        if (population.From != population.To) population = population with { From = population.To, Homes = [.. population.Homes.Select(home => home with { Rounds = [home.Rounds[1], home.Rounds[1]] })] };
        Assert.Equal(Changes(Run(population, null)), Changes(Run(population, map)));
    }, iter: 20);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static DateOnly Day(int year) => new(Years[year], 12, 14);

    private static Area[] Communes(int year) => [.. Register.On(Day(year)).Where(unit => unit.Level == AreaLevel.Commune)];

    /// <summary>Two rounds; of one year the second is held a day later, on the same map.</summary>
    private static TestRun Run((int From, int To, Home[] Homes) population, Geography? map)
    {
        var run = new TestRun { Settings = new RunSettings { Areas = Register, Changes = AreaLists.BuiltInChanges, Geography = map, Province = "20", Groups = [GroupKind.Minority] } };
        for (var side = 0; side < 2; side++)
        {
            var table = new HouseholdTable();
            foreach (var home in population.Homes)
                if (home.Rounds[side] is { } lived)
                    table.Add(home.Id, lived.Commune.Code, $"{lived.Size}", lived.Class, home.Id.EndsWith('1') ? "Tày" : "Kinh");
            run.Round(Years[side == 0 ? population.From : population.To], table.ToString(), id: side == 0 ? "a" : "b");
        }
        return run;
    }

    /// <summary>For each household the smallest units of the map that may hold it, a round each; and for each unit of the map the smallest in it.</summary>
    private static (Dictionary<Home, IReadOnlyList<Area>?[]> Places, Dictionary<Area, HashSet<Area>> Areas) Placed((int From, int To, Home[] Homes) population, Geography map)
    {
        var places = new Dictionary<Home, IReadOnlyList<Area>?[]>();
        foreach (var home in population.Homes)
        {
            var own = home.Rounds.Select((lived, side) => lived is { } here ? Paths.Follow(here.Commune, Day(side == 0 ? population.From : population.To), map.Day) : null).ToArray();
            var both = own is [{ } before, { } now] ? before.Intersect(now).ToArray() : [];
            places[home] = [.. own.Select(units => units is { Count: > 1 } && both.Length > 0 ? both : units)];
        }
        var units = Register.On(map.Day);
        var communes = units.Where(unit => unit.Level == AreaLevel.Commune).ToArray();
        return (places, units.ToDictionary(unit => unit, unit => communes.Where(commune => unit.Level == AreaLevel.Province || commune == unit || commune.ParentCode == unit.Code).ToHashSet()));
    }

    private static string Changes(TestRun run)
    {
        var results = run.Results();
        using var changes = new MemoryStream();
        using var transitions = new MemoryStream();
        ChangesCsv.Write(changes, results, Language.English);
        TransitionsCsv.Write(transitions, results);
        return Encoding.UTF8.GetString([.. changes.ToArray(), .. transitions.ToArray()]);
    }
}
