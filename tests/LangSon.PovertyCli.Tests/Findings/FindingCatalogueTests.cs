using System.Text.RegularExpressions;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Findings;

public sealed partial class FindingCatalogueTests
{
    private static readonly FindingCatalogue Catalogue = FindingCatalogue.BuiltIn;

    public static TheoryData<string> Codes() => [.. Catalogue.Kinds.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_kind_says_the_same_in_both_languages(string code)
    {
        var message = Catalogue[code].Message;
        Assert.Equal(Placeholders(message.Vi), Placeholders(message.En));
        Assert.NotEqual(message.Vi, message.En);
        foreach (var text in new[] { message.Vi, message.En })
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.True(text.IsNormalized(), "NFC");
            Assert.DoesNotContain('\n', text);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_PV_and_four_digits_and_its_unit_is_known(string code)
    {
        Assert.Matches("^PV[0-9]{4}$", code);
        Assert.Contains(Catalogue[code].Unit, (string[])["row", "household", "area", "enumerator", "file", "years", "target"]);
    }

    [Fact]
    public void The_rows_that_are_rejected_are_those_of_the_contract()
    {
        string[] others = ["PV1003", "PV3001", "PV3003", "PV4001"];
        var expected = Catalogue.Kinds.Where(kind => others.Contains(kind.Code)
            || (kind is { Severity: Severity.Error, Unit: "row" } && kind.Code[2] is '1' or '2'));
        Assert.Equal(expected.Select(kind => kind.Code), With(Effect.RejectsRow));
    }

    [Fact]
    public void The_files_that_are_refused_are_those_of_the_contract() =>
        Assert.Equal(
        [
            "PV1001", "PV1002", "PV1010", "PV1013", "PV1014", "PV1020", "PV1030", "PV1031", "PV1032", "PV1034", "PV1035",
            "PV1040", "PV1041", "PV1042", "PV1043", "PV1045", "PV1046", "PV1048", "PV1050",
        ], With(Effect.RefusesFile));

    [Fact]
    public void Only_the_judgements_of_targets_are_verdicts() =>
        Assert.Equal(["PV9003", "PV9004", "PV9005"], Catalogue.Kinds.Where(kind => kind.Severity == Severity.Verdict).Select(kind => kind.Code));

    [Theory]
    [InlineData(Language.Vietnamese, "income_per_capita để trống; hãy bổ sung theo phiếu.")]
    [InlineData(Language.English, "income_per_capita is empty; fill it in from the form.")]
    public void A_message_has_its_placeholders_filled(Language language, string message) =>
        Assert.Equal(message, Catalogue.Message(new Finding("PV2001", new Place("h.csv", null, 7)) { Column = "income_per_capita" }, language));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_limit_says_in_both_languages_what_it_bounds(string code)
    {
        var (limit, meaning) = (Catalogue[code].Threshold, Catalogue[code].ThresholdMeaning);
        Assert.Equal(limit is null, meaning.Vi.Length == 0);
        Assert.Equal(limit is null, meaning.En.Length == 0);
        Assert.False(limit <= 0);
        if (limit is not null) Assert.NotEqual(meaning.Vi, meaning.En);
    }

    [Fact]
    public void A_run_changes_severities_and_limits_and_keeps_the_rest()
    {
        var checks = new CheckSettings
        {
            Severities = new Dictionary<string, Severity> { ["PV2007"] = Severity.Off, ["PV8006"] = Severity.Info },
            Thresholds = new Dictionary<string, decimal> { ["PV8005"] = 0.5m },
        };
        Assert.False(checks.IsOn("PV2007"));
        Assert.True(checks.IsOn("PV8005"));
        Assert.Equal(Severity.Info, checks.Severity("PV8006"));
        Assert.Equal(0.5m, checks.Threshold("PV8005"));
        Assert.Equal(Catalogue["PV8006"].Threshold, checks.Threshold("PV8006"));
        Assert.True(CheckSettings.Usual.IsOn("PV2007"));
    }

    [Fact]
    public void The_page_of_findings_says_what_the_catalogue_says() => Repository.Same("docs/findings.md", FindingsPage.Of(Catalogue));

    private static IEnumerable<string> With(Effect effect) => Catalogue.Kinds.Where(kind => kind.Effect == effect).Select(kind => kind.Code);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[A-Za-z0-9]+\}")]
    private static partial Regex Placeholder();
}
