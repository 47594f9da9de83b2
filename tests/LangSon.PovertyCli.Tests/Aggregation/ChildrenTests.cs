using LangSon.Poverty.Aggregation;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Aggregation;

/// <summary>Children in poor and near-poor households and what they lack: counted one by one from the member table.</summary>
public sealed class ChildrenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // born, insured, stunted, schooling → children, may be, lacking nutrition, may, insurance, may, schooling, may; the survey is of 2022-12-14
    [InlineData("2012-01-01", "yes", "no", "primary", "1 0 0 0 0 0 0 0")]
    [InlineData("2012-01-01", "no", "yes", "no", "1 0 1 0 1 0 1 0")]
    // Sixteen on the day: no child any more. The day before it still is; from twelve on its level would have to fit.
    [InlineData("2006-12-14", "no", "yes", "no", "0 0 0 0 0 0 0 0")]
    [InlineData("2006-12-15", "no", "yes", "no", "1 0 1 0 1 0 1 0")]
    // Below six the law asks for no insurance, below three for no school.
    [InlineData("2021-01-01", "no", "yes", "no", "1 0 1 0 0 0 0 0")]
    // What is not answered is open.
    [InlineData("2012-01-01", "", "", "", "1 0 0 1 0 1 0 1")]
    // Fifteen or sixteen: whether it is a child is open, and with it what it lacks.
    [InlineData("2006", "no", "yes", "no", "0 1 0 1 0 1 0 1")]
    // Five or six years old: a child in any case, who needs an insurance or not yet.
    [InlineData("2016", "no", "no", "primary", "1 0 0 0 0 1 0 0")]
    // At school, but nobody knows at which level.
    [InlineData("2012-01-01", "yes", "no", "yes", "1 0 0 0 0 0 0 1")]
    [InlineData("", "no", "yes", "no", "0 1 0 1 0 1 0 1")]
    public void A_member_is_counted_as_far_as_its_answers_go(string born, string insured, string stunted, string schooling, string expected) =>
        Assert.Equal(expected, Counted($"A,1,{born},{insured},{stunted},no,{schooling},primary\n", size: 1));

    [Fact]
    public void Members_who_are_not_listed_may_be_children()
    {
        const string Child = "A,1,2012-01-01,no,no,no,primary,\n";
        Assert.Equal("1 0 0 0 1 0 0 0", Counted(Child, size: 1));
        Assert.Equal("1 2 0 2 1 2 0 2", Counted(Child, size: 3));
        // Listed twice under one number: it is not known who is meant.
        Assert.Equal("0 2 0 2 0 2 0 2", Counted(Child + Child, size: 2));
    }

    [Fact]
    public void Only_households_of_the_class_count_and_larger_units_are_sums()
    {
        // B lacks nutrition and earners, and no third thing.
        var run = Run("A,1,2012-01-01,no,no,no,primary,\nA,2,2013-01-01,yes,no,no,primary,\nB,1,2012-01-01,yes,yes,no,primary,\nC,1,2012-01-01,no,yes,no,no,\n",
            "A,00001,2,1000000,1,1,1\nB,00002,1,1000000,0,0,0\nC,00001,1,9000000,1,1,1\n");
        Assert.Equal((2m, 1m, 0m), (run.Figure("poor_children", ""), run.Figure("poor_children_lacking:health_insurance", ""), run.Figure("poor_children_lacking:nutrition", "")));
        Assert.Equal((1m, 1m), (run.Figure("near_poor_children", ""), run.Figure("near_poor_children_lacking:nutrition", "")));
        Assert.Equal((2m, 0m), (run.Figure("poor_children", "00001"), run.Figure("poor_children", "00002")));
    }

    [Fact]
    public void Without_a_member_table_nobody_is_told_of()
    {
        _folder.Write("h.csv", "household_id,commune_code,settlement,household_size,income_per_capita,employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means\n"
            + "A,00001,rural,2,1000000,1,1,1,1,0,0,0,0,0,0,0,0\n");
        var run = MemoryRun.Of(_folder.Path, "--areas", "data", "--round", "2022=h.csv");
        Assert.Equal((1m, null), (run.Figure("poor", ""), run.Figure("poor_children", "")));
    }

    private string Counted(string members, int size)
    {
        var run = Run(members, $"A,00001,{size},1000000,1,1,1\n");
        var results = run.Report!.Outcome.Results!.Rounds[0];
        var province = results.Summary.Areas.First();
        return string.Join(' ', new[] { "poor_children", "poor_children_lacking:nutrition", "poor_children_lacking:health_insurance", "poor_children_lacking:child_schooling" }.Select(measure =>
        {
            var figure = results.Find(province, Group.All, measure)!.Value;
            return $"{figure.Value} {(figure.Bounds is { } bounds ? bounds.Max - bounds.Min : 0)}";
        }));
    }

    /// <summary>Households with three deprivations of the dwelling, so that the members do not move the class.</summary>
    private MemoryRun Run(string members, string households)
    {
        _folder.Write("m.csv", "household_id,member_no,birth_date,insured,stunted,underweight,schooling,level\n" + members);
        _folder.Write("h.csv", "household_id,commune_code,household_size,income_per_capita,housing_quality,water,toilet,settlement,employment,dependents,adult_education,telecom,information_means,housing_area\n"
            + string.Concat(households.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + ",rural,0,0,0,0,0,0\n")));
        _folder.Write("poverty.json", """{ "areas": "data", "rounds": [{ "year": 2022, "households": ["h.csv"], "members": ["m.csv"] }] }""");
        return MemoryRun.Of(_folder.Path);
    }
}
