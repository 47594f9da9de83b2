using System.Text;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Templates;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>The layouts as files, and what is wrong with one.</summary>
public sealed class FormReaderTests
{
    private const string Form = """
        {
          "form": 1,
          "name": { "vi": "a", "en": "a" }, "title": { "vi": "a", "en": "a" }, "unit": { "vi": "a", "en": "a" },
          "columns": [ COLUMN ],
          "act": { "vi": "a", "en": "a" }, "source": "a", "checked": false
        }
        """;

    private const string HoldsNone = "expected one of household_no, member_no, name, birth_year_male, birth_year_female, ethnicity, relation, stayed, from_neighbour, fell_back, newly, other_in, merit, allowance, disabled, no_labour_capacity, by_hand; did you mean \"merit\"?";

    public static TheoryData<string> Standards => [.. StandardLibrary.BuiltIn.Select(standard => standard.Id)];

    [Theory]
    [MemberData(nameof(Standards))]
    public void Every_standard_has_each_form_once(string standard) =>
        Assert.Equal(Enumerable.Range(1, 15), FormReader.For(standard).Select(layout => layout.Number));

    [Fact]
    public void Every_layout_says_everything_in_both_languages_and_where_it_comes_from() => Assert.All(FormReader.BuiltIn, layout =>
    {
        var parts = layout.Parts.SelectMany(All).ToArray();
        Phrase[] phrases = [layout.ShortTitle, layout.Title, layout.Unit, layout.Act, .. layout.Rows, .. layout.Notes, .. parts.Where(part => part.Column is not { ForEachIndicator: true } and not { ForEach.Count: > 0 }).Select(part => part.Title)];
        Assert.All(phrases, phrase => Assert.All([phrase.Vi, phrase.En], words => Assert.False(string.IsNullOrWhiteSpace(words))));
        Assert.NotEmpty(layout.Source);
        Assert.All(layout.Standards, id => Assert.NotNull(StandardLibrary.ById(id)));
        Assert.InRange(layout.ShortTitle.Vi.Length, 1, 50);
    });

    [Fact]
    public void The_page_has_every_layout() => Repository.Same("docs/templates.md", FormsPage.Text());

    [Theory]
    [MemberData(nameof(Standards))]
    public void A_column_for_each_indicator_is_titled_by_the_law_and_numbered_on(string standard)
    {
        var law = StandardLibrary.ById(standard)!.On(StandardLibrary.ById(standard)!.FirstDay);
        var parts = FormReader.For(standard).Single(layout => layout.Number == 4).PartsUnder(law).SelectMany(part => part.Leaves).ToArray();
        Assert.Equal(law.Indicators.ToArray().Select(indicator => indicator.Title), parts.Skip(2).Select(part => part.Title));
        Assert.Equal(Enumerable.Range(1, parts.Length).Select(number => $"{number}"), parts.Select(part => part.Column!.Number));
        Assert.Equal($"2=3+…+{parts.Length}", parts[1].Column!.Label);
    }

    [Theory]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "mesure": "poor" }""", "unknown key \"mesure\"; did you mean \"measure\"?")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" } }""", "a column needs \"measure\", \"movement\" or \"formula\"")]
    [InlineData("""{ "no": "x", "title": { "vi": "a", "en": "a" }, "measure": "poor" }""", "\"x\" is not the number of a column")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "formula": "3:1" }""", "expected a sum such as 1-2+3 or a share such as 3/1*100")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "formula": "2-3" }""", "column 1 names column 2, which is not there")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "measure": ["poor", "near_poor"] }""", "column 1 needs a measure for each row of a unit")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "holds": "name" }""", "column 1: \"holds\" belongs to each column of a list (\"lists\") and to no other")]
    [InlineData("""{ "no": "1", "title": { "vi": "a", "en": "a" }, "holds": "merits" }""", HoldsNone)]
    [InlineData("""{ "title": { "vi": "a", "en": "a" }, "columns": [] }""", "at least one column is needed")]
    [InlineData("""{ "no": "1", "title": { "vi": "a" }, "measure": "poor" }""", "\"en\" is missing")]
    public void What_is_wrong_with_a_layout_is_said_with_its_line(string column, string reason)
    {
        var document = JsonPart.Read(Encoding.UTF8.GetBytes(Form.Replace("COLUMN", column, StringComparison.Ordinal)));
        FormReader.Read(document);
        var fault = Assert.Single(document.Faults, fault => fault.Reason.En == reason);
        Assert.InRange(fault.Line, 1, 5);
    }

    [Fact]
    public void Every_level_has_an_office_from_the_first_standard_on()
    {
        var first = StandardLibrary.BuiltIn.Min(standard => standard.FirstDay);
        Assert.All(FormOffice.All.GroupBy(office => office.Level), level => Assert.True(level.Min(office => office.From) <= first));
        Assert.Equal(4, FormOffice.All.Select(office => office.Level).Distinct().Count());
    }

    private static IEnumerable<FormPart> All(FormPart part) => part.Parts.SelectMany(All).Prepend(part);
}
