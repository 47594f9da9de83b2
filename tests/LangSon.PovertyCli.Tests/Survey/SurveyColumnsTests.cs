using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>columns.json and words.json say what the reader does.</summary>
public sealed class SurveyColumnsTests
{
    /// <summary>The bounds that columns.json states, with values on either side.</summary>
    public static TheoryData<string, int, string> Bounds
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var column in SurveyColumns.Households.All)
            {
                if (column.Least is { } least)
                {
                    data.Add(column.Name, least, "");
                    data.Add(column.Name, least - 1, "PV2003");
                }
                if (column.Most is { } most) data.Add(column.Name, most + 1, "PV2003");
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_number_outside_the_bounds_of_its_column_is_refused(string column, int value, string code)
    {
        var form = column == "income_12_months" ? new Form(column, "income_per_capita=") : new Form(column);
        Assert.Equal(code, form.Row($"{column}={value}").Run().Codes);
    }

    [Fact]
    public void The_largest_household_is_accepted_with_a_doubt() =>
        Assert.Equal("PV2007", new Form().Row($"household_size={SurveyColumns.Households.Named("household_size")!.Most}").Run().Codes);

    [Fact]
    public void A_required_column_is_missed_and_another_is_not()
    {
        foreach (var column in SurveyColumns.Households.All.Where(column => column.Required.Always)) Assert.Equal("PV1032", Without(column.Name).Codes);
        var asked = SurveyColumns.Households.All.Where(column => column.Required.When is not null).Select(column => column.Name);
        Assert.Equal(["household_id", "commune_code", "commune_name", "income_per_capita", "income_12_months", "recognised_class"], asked);
        Assert.All(["household_id", "commune_code", "income_per_capita"], name => Assert.Equal("PV1032", Without(name).Codes));
        Assert.Equal("", new Form().Row().Run().Codes);
    }

    [Fact]
    public void A_column_without_a_title_is_an_indicator_of_some_standard_and_every_indicator_is_a_column() =>
        Assert.Equal(StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators).Select(indicator => indicator.Id).Distinct().Order(StringComparer.Ordinal),
            SurveyColumns.Households.All.Where(column => column.IsIndicator).Select(column => column.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_form_prints_is_understood_when_it_is_read_back()
    {
        Assert.All(SurveyColumns.Households.All.Where(column => !column.IsIndicator), column =>
            Assert.All([column.Title!.Value.Vi, column.Title.Value.En], header => Assert.Equal(column.Name, SurveyColumns.Households.Find(header))));
        Assert.All(WordLists.All.SelectMany(list => list.Value), meaning =>
            Assert.All([meaning.Label.Vi, meaning.Label.En], word => Assert.Contains(Folding.Key(word), meaning.Words.Select(Folding.Key))));
    }

    [Fact]
    public void Every_list_of_words_belongs_to_a_column_and_every_column_of_words_has_a_list() =>
        Assert.Equal(WordLists.All.Keys.Order(StringComparer.Ordinal), SurveyColumns.Households.All.Select(column => column.Words).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private static Running.MemoryRun Without(string column) => new Form($"{column}=").Row().Run();
}
