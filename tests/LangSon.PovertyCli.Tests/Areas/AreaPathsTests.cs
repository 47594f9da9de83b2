using System.Globalization;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Areas;

/// <summary>
/// Every unit of the built-in list carried from each state of the map to each other one. What is expected is taken from
/// the lines of the list of changes, not from what reads them.
/// </summary>
public sealed class AreaPathsTests
{
    private static readonly AreaRegister Register = AreaLists.BuiltIn;
    private static readonly AreaPaths Paths = new(Register, AreaLists.BuiltInChanges);

    /// <summary>The 200, the 194 and the 65 units.</summary>
    private static readonly DateOnly[] States = [new(2024, 11, 30), new(2024, 12, 1), new(2025, 7, 1)];

    public static TheoryData<int, int> Pairs() => new() { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 1, 0 }, { 1, 2 }, { 2, 0 }, { 2, 1 } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_unit_arrives_and_every_unit_is_reached(int from, int to)
    {
        var links = Links(from, to);
        Assert.Equal(Communes(from).Select(unit => unit.Code), links.Select(link => link.From).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Communes(to).Select(unit => unit.Code), links.Select(link => link.To).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(links.Count, links.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Forwards_and_backwards_are_the_same_links(int from, int to) =>
        Assert.Equal(Links(from, to).Order(), Links(to, from).Select(link => (link.To, link.From)).Order());

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_links_are_those_of_the_list_of_changes(int from, int to)
    {
        var expected = Communes(from).Select(unit => (From: unit.Code, To: unit.Code)).ToList();
        foreach (var step in Enumerable.Range(Math.Min(from, to), Math.Abs(to - from)).Select(state => state + 1).OrderBy(state => from < to ? state : -state))
        {
            var listed = Listed(step);
            expected = [.. expected.SelectMany(link => (from < to ? listed.Where(step => step.From == link.To).Select(step => step.To) : listed.Where(step => step.To == link.To).Select(step => step.From))
                .Select(next => (link.From, next))).Distinct()];
        }
        Assert.Equal(expected.Order(), Links(from, to).Order());
    }

    [Fact]
    public void The_divided_units_are_the_known_ones()
    {
        Assert.Equal(["06040 > 06025 06040"], Divided(0, 1));
        Assert.Equal(["06622 > 06613 06625", "06625 > 06625 06637"], Divided(1, 2));
        // Đại Đồng went to Đội Cấn in part, and that to Quốc Khánh (06004) whole.
        Assert.Equal(["06040 > 06004 06040", "06622 > 06613 06625", "06625 > 06625 06637"], Divided(0, 2));
        Assert.Equal(["05998 > 05998 06007", "06025 > 06025 06040", "06040 > 05995 06040", "06286 > 06286 06295 06301", "06385 > 06385 06454", "06559 > 06559 06574"], Divided(1, 0));
    }

    [Fact]
    public void A_unit_that_keeps_code_and_name_may_be_told_to_have_changed()
    {
        IEnumerable<string> Touched(DateOnly from, DateOnly to) => Register.On(to).Where(unit => unit.StandsOn(from) && Paths.Touching(unit, from, to).Any()).Select(unit => unit.Code);
        Assert.Equal(["05998", "06025", "06286", "06385", "06559"], Touched(States[0], States[1]));
        // The day of the change belongs to the new state.
        Assert.Empty(Touched(States[1], new(2025, 6, 30)));
        Assert.Empty(Touched(States[1], States[2]));
    }

    [Fact]
    public void A_district_goes_on_in_its_communes_and_the_province_as_itself()
    {
        var districts = Register.On(new(2025, 6, 30)).Where(unit => unit.Level == AreaLevel.District).ToArray();
        Assert.Equal(11, districts.Length);
        foreach (var district in districts)
        {
            var communes = Register.On(new(2025, 6, 30)).Where(unit => unit.ParentCode == district.Code);
            Assert.Equal(communes.SelectMany(unit => Paths.Follow(unit, new(2025, 6, 30), new(2025, 7, 1))).Select(unit => unit.Code).Distinct().Order(StringComparer.Ordinal),
                Paths.Follow(district, new(2025, 6, 30), new(2025, 7, 1)).Select(unit => unit.Code));
        }
        Assert.Equal(65, Paths.Follow(Register.Find("20", new(2023, 1, 1))!, new(2023, 1, 1), new(2025, 7, 1)).Count);
    }

    [Fact]
    public void Before_the_communes_are_known_the_districts_hold_them()
    {
        var commune = Register.Find("06613", new(2025, 7, 1))!;
        Assert.Equal(["189"], Paths.Follow(commune, new(2025, 7, 1), new(2018, 1, 1)).Select(unit => unit.Code));
        Assert.Equal(Paths.Follow(Register.Find("189", new(2025, 6, 30))!, new(2025, 6, 30), new(2025, 7, 1)), Paths.Follow(Register.Find("189", new(2018, 1, 1))!, new(2018, 1, 1), new(2025, 7, 1)));
    }

    [Fact]
    public void A_day_between_two_changes_is_as_good_as_another()
    {
        foreach (var unit in Communes(1))
            Assert.Equal([unit], Paths.Follow(unit, new(2024, 12, 14), new(2025, 6, 30)));
    }

    private static Area[] Communes(int state) => [.. Register.On(States[state]).Where(unit => unit.Level == AreaLevel.Commune)];

    private static List<(string From, string To)> Links(int from, int to) =>
        [.. Communes(from).SelectMany(unit => Paths.Follow(unit, States[from], States[to]).Select(other => (unit.Code, other.Code)))];

    private static IEnumerable<string> Divided(int from, int to) => Links(from, to).GroupBy(link => link.From).Where(unit => unit.Count() > 1)
        .Select(unit => $"{unit.Key} > {string.Join(' ', unit.Select(link => link.To))}");

    /// <summary>The links into a state by the lines of the list, and units that no line names as themselves.</summary>
    private static List<(string From, string To)> Listed(int state)
    {
        var day = States[state].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lines = Encoding.UTF8.GetString(AreaRegister.BuiltInChangesCsv).Split('\n').Select(line => line.Trim().Split(',')).Where(cells => cells[0] == day).ToArray();
        var gone = lines.Select(cells => cells[1]).ToHashSet();
        return [.. lines.Select(cells => (cells[1], cells[2])), .. Communes(state - 1).Where(unit => !gone.Contains(unit.Code)).Select(unit => (unit.Code, unit.Code))];
    }
}
