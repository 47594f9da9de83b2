using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Tests.Findings;

public sealed class WorklistTests
{
    [Fact]
    public void Errors_come_before_warnings_and_what_loses_households_before_what_does_not()
    {
        var list = Worklist.Of(
        [
            Found("PV5009", Severity.Warn, "06040", 1), Found("PV5009", Severity.Warn, "06040", 2), Found("PV5009", Severity.Warn, "06040", 3),
            Found("PV5014", Severity.Error, "06040", 4), Found("PV5014", Severity.Error, "06040", 5),
            Found("PV2001", Severity.Error, "05971", 6),
            (new Finding("PV1002", new Place("b.csv", null, 9)), Severity.Error),
        ]);
        Assert.Equal(["PV1002 b.csv 1", "PV2001 05971 1", "PV5014 06040 2", "PV5009 06040 3"], list.Select(item => $"{item.Kind.Code} {item.Where} {item.Rows}"));
        Assert.Equal([false, true, true, true], list.Select(item => item.IsCommune));
    }

    [Fact]
    public void Of_equal_weight_what_most_rows_have_comes_first_then_code_and_commune()
    {
        var list = Worklist.Of(
        [
            Found("PV2002", Severity.Error, "06040", 1), Found("PV2001", Severity.Error, "06040", 2), Found("PV2001", Severity.Error, "05971", 3),
            Found("PV2005", Severity.Error, "06040", 4), Found("PV2005", Severity.Error, "06040", 5),
        ]);
        Assert.Equal(["PV2005 06040", "PV2001 05971", "PV2001 06040", "PV2002 06040"], list.Select(item => $"{item.Kind.Code} {item.Where}"));
    }

    [Fact]
    public void A_row_with_two_findings_of_a_kind_is_one_row_and_the_first_is_the_example()
    {
        var item = Assert.Single(Worklist.Of([Found("PV2001", Severity.Error, "06040", 7), Found("PV2001", Severity.Error, "06040", 7), Found("PV2001", Severity.Error, "06040", 8)]));
        Assert.Equal((2, 7), (item.Rows, item.Example.Place.Line));
    }

    [Fact]
    public void Notes_and_verdicts_are_nothing_to_fix() =>
        Assert.Empty(Worklist.Of([Found("PV5011", Severity.Info, "06040", 1), (new Finding("PV9003", new Place("")), Severity.Verdict)]));

    private static (Finding, Severity) Found(string code, Severity severity, string commune, long line) =>
        (new Finding(code, new Place("h.csv", null, line)) { CommuneCode = commune }, severity);
}
