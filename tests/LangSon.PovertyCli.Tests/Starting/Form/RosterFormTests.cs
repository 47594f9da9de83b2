using System.Globalization;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Starting;
using LangSon.PovertyCli.Starting.Form;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Starting.Form;

/// <summary>The entry form filled with the households and members of samples/roster, in the words that it offers.</summary>
public sealed class RosterFormTests
{
    private static readonly string Roster = Path.Combine(Repository.Root, "samples", "roster");

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void Nothing_is_found_in_it_and_every_household_lacks_what_the_roster_says(Language language)
    {
        using var folder = new TemporaryFolder();
        var form = EntryForm.Of(Review.Of(2023)!.Now, new ExampleRows(Rows("households.csv", SurveyColumns.Households, language), Rows("members.csv", SurveyColumns.Members, language)), language);
        File.WriteAllBytes(folder["form.xlsx"], form);
        folder.Write("poverty.json", $$"""
            { "province": "20", "findings": { "PV8001": "off" },
              "rounds": [{ "id": "2023", "date": "2023-12-14", "households": ["form.xlsx"], "sheet": "{{EntrySheet.HouseholdsName.In(language)}}",
                "members": [{ "files": ["form.xlsx"], "sheet": "{{EntrySheet.MembersName.In(language)}}" }] }] }
            """);
        var run = MemoryRun.Of(folder.Path, "poverty.json");
        Assert.Equal("", run.Codes);
        var roster = MemoryRun.Of(Roster, "poverty.json").Households();
        Assert.Equal(roster.Keys.Order(StringComparer.Ordinal), run.Households().Keys.Order(StringComparer.Ordinal));
        Assert.All(roster, pair =>
        {
            var own = run.Households()[pair.Key];
            Assert.Equal((pair.Value.Class, pair.Value.Household.Deprivations, pair.Value.Household.Size), (own.Class, own.Household.Deprivations, own.Household.Size));
        });
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
