using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>household-columns.json, member-columns.json and words.json say what the readers do.</summary>
public sealed class SurveyColumnsTests
{
    /// <summary>The bounds of the household table's columns, with values on either side.</summary>
    public static TheoryData<string, int, string> HouseholdBounds => Bounds(SurveyColumns.Households);

    /// <summary>The same of the member table.</summary>
    public static TheoryData<string, int, string> MemberBounds => Bounds(SurveyColumns.Members);

    [Theory]
    [MemberData(nameof(HouseholdBounds))]
    public void A_number_outside_the_bounds_of_its_column_is_refused(string column, int value, string code)
    {
        // What would contradict the column is not asked: another measure of the living, a ready flag.
        var form = column switch
        {
            "income_12_months" or "b1_score" => new Form(column, "income_per_capita="),
            "floor_area" => new Form(column, "housing_area="),
            _ => new Form(column),
        };
        Assert.Equal(code, form.Row($"{column}={value}").Run().Codes);
    }

    [Theory]
    [MemberData(nameof(MemberBounds))]
    public void A_number_outside_the_bounds_of_a_members_column_is_refused(string column, int value, string code)
    {
        var members = column == "age" ? $"household_id,age\nH1,{value}\n" : $"household_id,birth_date,{column}\nH1,2015-05-05,{value}\n";
        Assert.Equal(code, WithMembers(members).Codes);
    }

    [Fact]
    public void The_largest_household_is_accepted_with_a_doubt() =>
        Assert.Equal("PV2007", new Form().Row($"household_size={SurveyColumns.Households.Named("household_size")!.Most}").Run().Codes);

    [Fact]
    public void A_required_column_is_missed_and_another_is_not()
    {
        foreach (var column in SurveyColumns.Households.All.Where(column => column.Required.Always)) Assert.Equal("PV1032", Without(column.Name).Codes);
        var asked = SurveyColumns.Households.All.Where(column => column.Required.When is not null).Select(column => column.Name);
        Assert.Equal(["household_id", "commune_code", "commune_name", "income_per_capita", "income_12_months", "recognised_class", "b1_score"], asked);
        Assert.All(["household_id", "commune_code", "income_per_capita"], name => Assert.Equal("PV1032", Without(name).Codes));
        Assert.Equal("", new Form().Row().Run().Codes);
    }

    [Fact]
    public void Members_need_their_household_and_where_indicators_ask_for_it_an_age()
    {
        Assert.Equal(["household_id"], SurveyColumns.Members.All.Where(column => column.Required.Always).Select(column => column.Name));
        Assert.Equal(["birth_date", "birth_year", "age"], SurveyColumns.Members.All.Where(column => column.Required.When is not null).Select(column => column.Name));
        Assert.Equal("PV1032", WithMembers("member_no,birth_date\n1,1980-05-05\n").Codes);
        Assert.Equal("", WithMembers("household_id,insured\nH1,1\n").Codes);
        var asked = new Form("health_insurance=").Row("household_size=1").Text();
        Assert.Equal("PV1032", Form.Run(Members, "", ("households.csv", asked), ("members.csv", "household_id,insured\nH1,1\n")).Codes);
        Assert.All(["birth_date,1980-05-05", "birth_year,1980", "age,43"], age =>
            Assert.Equal("", Form.Run(Members, "", ("households.csv", asked), ("members.csv", $"household_id,insured,{age.Split(',')[0]}\nH1,1,{age.Split(',')[1]}\n")).Codes));
    }

    [Fact]
    public void A_column_without_a_title_is_an_indicator_of_some_standard_and_every_indicator_is_a_column() =>
        Assert.Equal(StandardLibrary.BuiltIn.SelectMany(standard => standard.Indicators).Select(indicator => indicator.Id).Distinct().Order(StringComparer.Ordinal),
            SurveyColumns.Households.All.Where(column => column.IsIndicator).Select(column => column.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_form_prints_is_understood_when_it_is_read_back()
    {
        Assert.All(Tables, table => Assert.All(table.All.Where(column => !column.IsIndicator), column =>
            Assert.All([column.Title!.Value.Vi, column.Title.Value.En], header => Assert.Equal(column.Name, table.Find(header)))));
        Assert.All(WordLists.All.SelectMany(list => list.Value), meaning =>
            Assert.All([meaning.Label.Vi, meaning.Label.En], word => Assert.Contains(Folding.Key(word), meaning.Words.Select(Folding.Key))));
    }

    [Fact]
    public void Every_list_of_words_belongs_to_a_column_and_every_column_of_words_has_a_list() =>
        Assert.Equal(WordLists.All.Keys.Order(StringComparer.Ordinal), Tables.SelectMany(table => table.All).Select(column => column.Words).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_list_of_words_has_the_word_of_either_language_first_and_no_word_twice() => Assert.All(WordLists.All, list =>
    {
        Assert.Equal(list.Value.Count, list.Value.Select(meaning => meaning.Label.Vi).Distinct().Count());
        Assert.Equal(list.Value.Count, list.Value.Select(meaning => meaning.Label.En).Distinct().Count());
        var keys = list.Value.SelectMany(meaning => meaning.Words.Select(Folding.Key).Distinct()).ToArray();
        Assert.Equal(keys.Length, keys.Distinct().Count());
        if (list.Key != "ethnicity") Assert.All(list.Value, meaning => Assert.True(meaning.Label.En.All(letter => char.IsAscii(letter) && letter != '_'), meaning.Label.En));
    });

    private const string Members = "\"members\": [\"members.csv\"]";

    private static readonly SurveyColumns[] Tables = [SurveyColumns.Households, SurveyColumns.Members];

    private static TheoryData<string, int, string> Bounds(SurveyColumns table)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var column in table.All)
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

    private static Running.MemoryRun Without(string column) => new Form($"{column}=").Row().Run();

    /// <summary>A household of one person and its members, where the class is the commune's and nothing has to be asked.</summary>
    private static Running.MemoryRun WithMembers(string members) => Form.Run(Members, "\"officialClass\": \"recognised\"",
        ("households.csv", new Form(["recognised_class", .. Form.Indicators.Select(indicator => $"{indicator}=")]).Row("household_size=1", "recognised_class=non_poor").Text()), ("members.csv", members));
}
