using System.Globalization;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Starting;
using LangSon.PovertyCli.Starting.Form;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Starting.Form;

/// <summary>The entry form filled in, in the words that it offers, and read back.</summary>
public sealed class FilledFormTests
{
    private static readonly string Roster = Path.Combine(Repository.Root, "samples", "roster");

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void With_the_roster_nothing_is_found_and_every_household_lacks_what_it_does_there(Language language)
    {
        var run = Run(new ExampleRows(Rows("households.csv", SurveyColumns.Households, language), Rows("members.csv", SurveyColumns.Members, language)), language, "");
        Assert.Equal("", run.Codes);
        var roster = MemoryRun.Of(Roster, "poverty.json").Households();
        Assert.Equal(roster.Keys.Order(StringComparer.Ordinal), run.Households().Keys.Order(StringComparer.Ordinal));
        Assert.All(roster, pair =>
        {
            var own = run.Households()[pair.Key];
            Assert.Equal((pair.Value.Class, pair.Value.Household.Deprivations, pair.Value.Household.Size), (own.Class, own.Household.Deprivations, own.Household.Size));
        });
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void With_the_points_of_forms_a_household_is_classified_without_its_members(Language language)
    {
        (string Id, string[] Points, PovertyClass Class)[] scored =
        [
            ("A", ["b1_score=140", "b2_score=30"], PovertyClass.Poor),
            ("B", ["b1_score=140", "b2_score=20"], PovertyClass.NearPoor),
            ("C", ["b1_score=141", "b2_score=30"], PovertyClass.NonPoor),
            ("D", ["quick_review=poor"], PovertyClass.Poor),
            ("E", ["b1_score=100"], PovertyClass.Undetermined),
        ];
        var rows = scored.Select(household => household.Points.Append($"household_id={household.Id}").Append("commune_code=06040").Append("household_size=4")
            .Select(cell => cell.Split('=')).ToDictionary(pair => pair[0], pair => pair[1])).ToArray();
        var run = Run(new ExampleRows(rows, []), language, "\"classifyBy\": \"b1\", ", hasMembers: false);
        Assert.Equal("", run.Codes);
        Assert.Equal(scored.Select(household => (household.Id, household.Class)), run.Households().Select(pair => (pair.Key, pair.Value.Class)).Order());
    }

    private static MemoryRun Run(ExampleRows rows, Language language, string keys, bool hasMembers = true)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["form.xlsx"], EntryForm.Of(Review.Of(2023)!.Now, rows, language));
        var members = hasMembers ? $$""", "members": [{ "files": ["form.xlsx"], "sheet": "{{EntrySheet.MembersName.In(language)}}" }]""" : "";
        folder.Write("poverty.json", $$"""
            { "province": "20", {{keys}}"findings": { "PV5011": "off", "PV8001": "off" },
              "rounds": [{ "id": "2023", "date": "2023-12-14", "households": ["form.xlsx"], "sheet": "{{EntrySheet.HouseholdsName.In(language)}}"{{members}} }] }
            """);
        return MemoryRun.Of(folder.Path, "poverty.json");
    }

    /// <summary>The rows of the sample, every word as its meaning; the form has a column for each of theirs.</summary>
    private static IReadOnlyDictionary<string, string>[] Rows(string file, SurveyColumns table, Language language)
    {
        var form = table == SurveyColumns.Households ? EntrySheet.OfHouseholds(Review.Of(2023)!.Now) : EntrySheet.OfMembers(Review.Of(2023)!.Now);
        using var source = HouseholdFile.Open(File.ReadAllBytes(Path.Combine(Roster, file)), file);
        Assert.True(source.Read());
        var columns = Cells(source).Select(name => table.Named(name)!).ToArray();
        Assert.Subset(form.Columns.Select(column => column.Name).ToHashSet(), columns.Select(column => column.Name).ToHashSet());
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (source.Read())
            rows.Add(columns.Zip(Cells(source)).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First.Name, cell => Canonical(cell.First, cell.Second, language)));
        return [.. rows];
    }

    private static string[] Cells(RowSource source) => [.. Enumerable.Range(0, source.FieldCount).Select(i => System.Text.Encoding.UTF8.GetString(source[i]))];

    private static string Canonical(SurveyColumn column, string cell, Language language) => column switch
    {
        { Words: { } list } => string.Join(';', cell.Split(column.Kind == ValueKind.Words ? ';' : '\0').Select(word =>
            WordLists.All[list].First(meaning => meaning.Words.Select(Folding.Key).Contains(Folding.Key(word.Trim()))).Name)),
        // Days are entered as people write them.
        { Kind: ValueKind.Day } when DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        // The form refuses a bare 1 among z-scores, which would be a yes, and says what to enter.
        { Flag: not null } when decimal.Parse(cell, CultureInfo.InvariantCulture) == 1 => WordLists.All["flag"].Single(word => word.Name == "no").Label.In(language),
        _ => cell,
    };
}
