using CsCheck;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>What must hold whatever the households do.</summary>
public sealed class ConservationTests
{
    private static readonly string[] Classes = ["poor", "near", "average", "non", "open", "bad", ""];

    /// <summary>The life of a household in two rounds: commune, class and size in each, an ethnic group, a status.</summary>
    private sealed record Life(string Commune0, string Commune1, string Class0, string Class1, int Size0, int Size1, string Ethnicity, string Previous);

    private static readonly Gen<string> Commune = Gen.Int[0, 3].Select(i => "WXYZ"[i].ToString());
    private static readonly Gen<string> Class = Gen.Int[0, Classes.Length - 1].Select(i => Classes[i]);

    private static readonly Gen<Life[]> Lives = Gen.Select(Commune, Commune, Class, Class, Gen.Int[1, 9], Gen.Int[1, 9],
            Gen.Int[0, 2].Select(i => new[] { "Kinh", "Tày", "" }[i]), Gen.Int[0, 2].Select(i => new[] { "", "escaped", "escaped_near_poor" }[i]))
        .Select(life => new Life(life.Item1, life.Item2, life.Item3, life.Item4, life.Item5, life.Item6, life.Item7, life.Item8)).Array[1, 60];

    [Fact]
    public void Every_movement_balances_in_households_and_persons_for_every_area_and_group() => Lives.Sample(lives =>
    {
        var outcome = Run(lives).Execute();
        Assert.DoesNotContain(outcome.AllFindings(), finding => finding.Code == "PV8004");
        foreach (var movement in outcome.Results!.Movements(0, 1).Values)
            Assert.Equal((default, default), (movement.Poor.Off, movement.NearPoor.Off));
    }, iter: 200);

    [Fact]
    public void Poor_and_near_poor_movements_tell_of_the_same_households_and_a_difference_of_their_persons_is_a_finding() => Lives.Sample(lives =>
    {
        var outcome = Run(lives).Execute();
        var movements = outcome.Results!.Movements(0, 1);
        foreach (var movement in movements.Values)
        {
            Assert.Equal(movement.Poor.ToNeighbour.Households, movement.NearPoor.FromNeighbour.Households);
            Assert.Equal(movement.NearPoor.ToNeighbour.Households, movement.Poor.FromNeighbour.Households);
        }
        var differing = movements.Where(entry => entry.Key.Group == Group.All && entry.Key.Area.Level != AreaLevel.Tag
            && (entry.Value.Poor.ToNeighbour != entry.Value.NearPoor.FromNeighbour || entry.Value.NearPoor.ToNeighbour != entry.Value.Poor.FromNeighbour));
        Assert.Equal(differing.Select(entry => entry.Key.Area.Code).Order(StringComparer.Ordinal),
            outcome.AllFindings().Where(finding => finding.Code == "PV8014").Select(finding => finding.CommuneCode!).Order(StringComparer.Ordinal));
    }, iter: 200);

    [Fact]
    public void Communes_add_up_to_the_province_in_every_class_and_group() => Lives.Sample(lives =>
    {
        var results = Run(lives).Results();
        foreach (var round in results.Rounds)
        {
            var communes = round.Summary.Areas.Where(area => area.Level == AreaLevel.Commune).ToArray();
            var province = round.Summary.Areas.Single(area => area.Level == AreaLevel.Province);
            foreach (var group in Group.Of(Enum.GetValues<GroupKind>()))
                foreach (var poverty in Enum.GetValues<PovertyClass>())
                {
                    Assert.Equal(round.Summary.Of(province, group).InClass(poverty), communes.Sum(area => round.Summary.Of(area, group).InClass(poverty)));
                    Assert.Equal(round.Summary.Of(province, group).PersonsInClass(poverty), communes.Sum(area => round.Summary.Of(area, group).PersonsInClass(poverty)));
                }
        }
    }, iter: 100);

    [Fact]
    public void Bounds_hold_the_value_and_every_way_of_resolving_what_is_open() => Lives.Sample(lives =>
    {
        var results = Run(lives).Results();
        var province = TestRun.Area(results, AreaLevel.Province);
        foreach (var (round, resolve) in results.Rounds.Zip<RoundResult, Func<Life, string>>([life => life.Class0, life => life.Class1]))
        {
            if (round.Find(province, Group.All, "poor_rate") is not { Bounds: { } bounds, Value: { } value }) continue;
            Assert.InRange(value, bounds.Min, bounds.Max);
            var all = lives.Count(life => resolve(life).Length > 0) + 1;
            var surely = lives.Count(life => resolve(life) == "poor");
            var open = lives.Count(life => resolve(life) is "open" or "bad");
            Assert.Equal((100m * surely / all, 100m * (surely + open) / all), (bounds.Min, bounds.Max));
        }
    }, iter: 200);

    [Fact]
    public void A_census_and_a_list_with_its_register_agree_in_rates_changes_and_movements() => Lives.Sample(lives =>
    {
        // A list holds everybody who is poor or near-poor in either year, as the review does; the register counts all.
        var known = lives.Where(life => life.Class0 is not ("open" or "bad") && life.Class1 is not ("open" or "bad")).ToArray();
        var listed = known.Where(life => IsListed(life.Class0) || IsListed(life.Class1)).ToArray();
        var census = Run(known).Results();
        var list = new TestRun().Round(2022, Table(listed, 0), Coverage.Reviewed, Register(known)).Round(2023, Table(listed, 1), Coverage.Reviewed, Register(known)).Results();
        foreach (var area in census.AreasOf(0, 1))
        {
            var same = list.AreasOf(0, 1).Single(other => other.Level == area.Level && other.Code == area.Code);
            foreach (var measure in new[] { "poor_rate", "near_poor_rate", "mdp_rate", "poor_persons_rate", "households", "persons" })
            {
                var (a, b) = (census.Change(0, 1, area, Group.All, measure), list.Change(0, 1, same, Group.All, measure));
                Assert.Equal((a.Before.Value, a.After.Value, a.Value, a.EffectPoor), (b.Before.Value, b.After.Value, b.Value, b.EffectPoor));
            }
        }
    }, iter: 100);

    private static bool IsListed(string poverty) => poverty is "poor" or "near";

    private static TestRun Run(Life[] lives) => new TestRun().Round(2022, Table(lives, 0)).Round(2023, Table(lives, 1));

    private static string Table(Life[] lives, int round)
    {
        // A household that never moves keeps every file from being empty.
        var table = new HouseholdTable().Add("Z", "W", "1", "non");
        for (var i = 0; i < lives.Length; i++)
        {
            var life = lives[i];
            var (commune, poverty, size) = round == 0 ? (life.Commune0, life.Class0, life.Size0) : (life.Commune1, life.Class1, life.Size1);
            if (poverty.Length > 0) table.Add($"H{i}", commune, $"{size}", poverty, life.Ethnicity, round == 0 ? "" : life.Previous);
        }
        return table.ToString();
    }

    private static string Register(Life[] lives)
    {
        var text = new System.Text.StringBuilder("round,area_code,households,persons\n");
        for (var round = 0; round < 2; round++)
            foreach (var commune in new[] { "W", "X", "Y", "Z" })
            {
                var here = lives.Where(life => (round == 0 ? life.Class0 : life.Class1).Length > 0 && (round == 0 ? life.Commune0 : life.Commune1) == commune).ToArray();
                var fixedOne = commune == "W" ? 1 : 0;
                text.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"{2022 + round},{commune},{here.Length + fixedOne},{here.Sum(life => round == 0 ? life.Size0 : life.Size1) + fixedOne}\n");
            }
        return text.ToString();
    }
}
