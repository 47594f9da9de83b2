using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Tests.Standards;

public sealed class StandardReaderTests
{
    // The tests below break one line of it at a time and name that line.
    private const string Good = """
        { // A province's own standard, with one number changing on the way.
          "id": "qn-2023",
          "title": { "vi": "Chuẩn nghèo của tỉnh", "en": "The province's standard" },
          "sources": {
            "nq": { "title": "Nghị quyết 13/2023/NQ-HĐND", "date": "2023-03-30" },
            "nd": { "title": { "vi": "Nghị định 07/2021/NĐ-CP", "en": "Decree 07/2021/NĐ-CP" }, "date": "2021-01-27", "article": "3" }
          },
          "checkedOn": "2026-11-24",
          "applies": [
            { "from": "2023-01-01", "until": "2024-06-30", "source": "nq" },
            { "from": "2024-07-01", "until": "2025-12-31", "source": "nq" }
          ],
          "income": {
            "unit": "VND/person/month",
            "poorAlone": { "all": [ { "from": "2023-01-01", "value": 900000, "source": "nq" } ] },
            "poor": {
              "rural": [ { "from": "2023-01-01", "value": 2100000, "source": "nq" },
                { "from": "2025-01-01", "value": 2200000, "source": "nq", "checked": false, "note": { "vi": "Dự thảo.", "en": "A draft." } } ],
              "urban": [ { "from": "2023-01-01", "value": 2600000, "source": "nq" } ]
            },
            "average": { "all": [ { "from": "2022-01-01", "value": 3000000, "source": "nd" } ] }
          },
          "poorAtDeprivations": [ { "from": "2023-01-01", "value": 2, "source": "nd" } ],
          "dimensions": [ { "id": "housing", "title": { "vi": "Nhà ở", "en": "Housing" }, "indicators": [
            { "id": "housing_area", "title": { "vi": "Diện tích", "en": "Area" }, "rule": { "vi": "Dưới 8 m².", "en": "Below 8 m²." }, "source": "nd" },
            { "id": "water", "title": { "vi": "Nước", "en": "Water" }, "rule": { "vi": "Không có.", "en": "None." }, "source": "nd" }
          ] } ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_values_by_day()
    {
        var standard = ReadGood();
        Assert.Equal("own.json", standard.File);
        Assert.Equal(2_100_000, standard.On(new(2024, 12, 31)).PoorLine(Settlement.Rural));
        Assert.Equal(2_200_000, standard.On(new(2025, 1, 1)).PoorLine(Settlement.Rural));
        Assert.Equal(2_600_000, standard.On(new(2025, 12, 31)).PoorLine(Settlement.Urban));
        Assert.Equal(900_000, standard.On(new(2023, 1, 1)).PoorAloneLine(Settlement.Urban));
        Assert.Equal(3_000_000, standard.On(new(2023, 1, 1)).AverageLine(Settlement.Rural));
        Assert.Equal(2, standard.On(new(2023, 1, 1)).PoorAt);
        Assert.Equal("3", standard.Sources["nd"].Article);
        Assert.Equal(new Phrase("Dự thảo.", "A draft."), standard.Poor!.Rural[1].Note);
    }

    [Theory]
    [InlineData("\"id\": \"qn-2023\"", "\"id\": \"qn 2023\"", 2, "$.id", "is not a name")]
    [InlineData("\"id\": \"qn-2023\",", "\"id\": \"qn-2023\", \"id\": \"x\",", 2, "$.id", "stands twice")]
    [InlineData("\"en\": \"The province's standard\"", "\"fr\": \"Norme\"", 3, "$.title.fr", "unknown key \"fr\"")]
    [InlineData("\"en\": \"The province's standard\"", "\"en\": \" \"", 3, "$.title.en", "empty")]
    [InlineData("\"date\": \"2023-03-30\"", "\"date\": \"30/03/2023\"", 5, "$.sources.nq.date", "a day such as")]
    [InlineData("\"sources\": {", "\"sources\": { \"old\": { \"title\": \"x\", \"date\": \"2020-01-01\" },", 4, "$.sources.old", "no value refers")]
    [InlineData("\"checkedOn\"", "\"checkedon\"", 8, "$.checkedon", "did you mean \"checkedOn\"")]
    [InlineData("\"2024-06-30\", \"source\": \"nq\"", "\"2024-06-30\"", 10, "$.applies[0]", "\"source\" is missing")]
    [InlineData("\"2024-06-30\", \"source\": \"nq\"", "\"2024-06-30\", \"source\": \"nx\"", 10, "$.applies[0].source", "not among the sources; did you mean")]
    [InlineData("\"until\": \"2024-06-30\"", "\"until\": \"2022-06-30\"", 10, "$.applies[0]", "before the first")]
    [InlineData("\"from\": \"2024-07-01\"", "\"from\": \"2024-07-02\"", 11, "$.applies[1]", "gap")]
    [InlineData("\"from\": \"2024-07-01\"", "\"from\": \"2024-06-30\"", 11, "$.applies[1]", "overlap")]
    [InlineData("\"until\": \"2024-06-30\", ", "", 11, "$.applies[1]", "only the last period")]
    [InlineData("VND/person/month", "VND/person/mounth", 14, "$.income.unit", "did you mean \"VND/person/month\"")]
    [InlineData("\"unit\": \"VND/person/month\",", "\"unit\": \"VND/person/month\", \"poorest\": {},", 14, "$.income.poorest", "unknown key")]
    [InlineData("\"value\": 900000", "\"value\": \"900000\"", 15, "$.income.poorAlone.all[0].value", "expected a number")]
    [InlineData("\"value\": 900000", "\"value\": 0", 15, "$.income.poorAlone.all[0].value", "above 0")]
    [InlineData("\"value\": 900000", "\"value\": 2100001", 15, "$.income.poorAlone.all[0]", "is above poor (2100000)")]
    [InlineData("\"poorAlone\": { \"all\"", "\"poorAlone\": { \"rural\": [], \"all\"", 15, "$.income.poorAlone", "\"all\" stands alone")]
    [InlineData("\"poorAlone\": { \"all\"", "\"poorAlone\": { \"rural\"", 15, "$.income.poorAlone", "\"urban\" is missing")]
    [InlineData("[ { \"from\": \"2023-01-01\", \"value\": 2100000", "[ { \"from\": \"2023-01-02\", \"value\": 2100000", 17, "$.income.poor.rural[0]", "no value holds until then")]
    [InlineData("\"from\": \"2025-01-01\"", "\"from\": \"2023-01-01\"", 18, "$.income.poor.rural[1]", "two values begin")]
    [InlineData("\"from\": \"2025-01-01\"", "\"from\": \"2022-01-01\"", 18, "$.income.poor.rural[1]", "ascending")]
    [InlineData("\"from\": \"2025-01-01\"", "\"from\": \"2026-01-01\"", 18, "$.income.poor.rural[1]", "after the standard's last day")]
    [InlineData("\"value\": 2200000", "\"value\": 3200000", 18, "$.income.poor.rural[1]", "on 2025-01-01 poor (3200000) is above average (3000000)")]
    [InlineData("\"value\": 2200000", "\"vaule\": 2200000", 18, "$.income.poor.rural[1].vaule", "did you mean \"value\"")]
    [InlineData("\"checked\": false", "\"checked\": \"no\"", 18, "$.income.poor.rural[1].checked", "true or false")]
    [InlineData("\"urban\": [ { \"from\": \"2023-01-01\", \"value\": 2600000, \"source\": \"nq\" } ]", "\"urban\": []", 19, "$.income.poor.urban", "the list is empty")]
    [InlineData("\"value\": 2, ", "\"value\": 3, ", 23, "$.poorAtDeprivations[0]", "never reached with 2 indicators")]
    [InlineData("\"value\": 2, ", "\"value\": -1, ", 23, "$.poorAtDeprivations[0].value", "a whole number")]
    [InlineData("\"poorAtDeprivations\"", "\"poorAtDeprivation\"", 23, "$.poorAtDeprivation", "did you mean \"poorAtDeprivations\"")]
    [InlineData("\"id\": \"housing\"", "\"id\": \"nhà\"", 24, "$.dimensions[0].id", "is not a name")]
    [InlineData("\"id\": \"housing_area\"", "\"id\": \"housing_area\", \"deprivedWhen\": {}", 25, "$.dimensions[0].indicators[0].deprivedWhen", "exactly one of")]
    [InlineData("\"id\": \"water\"", "\"id\": \"housing_area\"", 26, "$.dimensions[0].indicators[1].id", "stands twice")]
    [InlineData("\"checkedOn\"", "\"children\": { \"below\": \"child\", \"indicators\": [] }, \"checkedOn\"", 8, "$.children.below", "\"values\" has no \"child\"")]
    [InlineData("\"checkedOn\"", "\"children\": { \"below\": \"child\", \"indicators\": [\"water\"] }, \"checkedOn\"", 8, "$.children.indicators[0]", "not an indicator that asks about members")]
    [InlineData("\"checkedOn\"", "\"children\": { \"below\": \"child\" }, \"checkedOn\"", 8, "$.children", "\"indicators\" is missing")]
    public void A_fault_is_reported_with_its_line_and_path(string part, string broken, int line, string path, string reason)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(part, StringComparison.Ordinal);
        var (standard, faults) = Read(string.Concat(Good.AsSpan(0, at), broken, Good.AsSpan(at + part.Length)));
        Assert.Null(standard);
        Assert.Contains(faults, fault => fault.Line == line && fault.Path == path && fault.Reason.En.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_reported_at_once_by_line()
    {
        var (_, faults) = Read(Good.Replace("\"2024-07-01\"", "\"2024-07-09\"", StringComparison.Ordinal)
            .Replace("\"id\": \"water\"", "\"id\": \"housing_area\"", StringComparison.Ordinal)
            .Replace("qn-2023", "", StringComparison.Ordinal));
        Assert.Equal([2L, 11, 26], faults.Select(fault => fault.Line));
    }

    [Fact]
    public void What_is_no_json_is_one_fault_at_its_line()
    {
        var (standard, faults) = Read("{\n  \"id\": \"x\",\n  id2: 1\n}");
        Assert.Null(standard);
        Assert.Equal(3, Assert.Single(faults).Line);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{ \"applies\": 3, \"income\": [], \"sources\": \"x\", \"dimensions\": {} }")]
    public void Another_shape_is_a_list_of_faults_and_never_an_exception(string json)
    {
        var (standard, faults) = Read(json);
        Assert.Null(standard);
        Assert.NotEmpty(faults);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void A_standard_has_at_most_32_indicators(int count, bool good)
    {
        var one = Good.Split('\n').Single(line => line.Contains("\"water\"", StringComparison.Ordinal));
        var many = string.Join(",\n", Enumerable.Range(0, count - 1).Select(i => one.Replace("\"water\"", $"\"water{i}\"", StringComparison.Ordinal)));
        var (standard, faults) = Read(Good.Replace(one, many, StringComparison.Ordinal));
        Assert.Equal(good, standard is not null);
        if (!good) Assert.Contains(faults, fault => fault.Path == "$.dimensions[0].indicators[32]" && fault.Line == 57);
    }

    [Fact]
    public void A_line_without_indicators_makes_poor_by_income_alone()
    {
        var (standard, faults) = Read("""
            {
              "id": "line", "title": { "vi": "Một mức", "en": "One line" },
              "sources": { "x": { "title": "Nghị quyết 1/2020/NQ-HĐND", "date": "2020-01-01" } }, "checkedOn": "2026-11-24",
              "applies": [ { "from": "2020-01-01", "source": "x" } ],
              "income": { "unit": "VND/person/year", "poor": { "all": [ { "from": "2020-01-01", "value": 12000000, "source": "x" } ] } }
            }
            """);
        Assert.Empty(faults);
        var law = standard!.On(new(2099, 1, 1));
        Assert.Equal(12, law.IncomeMonths);
        Assert.False(law.SettlementMatters);
        Assert.Equal(PovertyClass.Poor, Classify(new(24_000_000, 12, 2)));
        Assert.Equal(PovertyClass.NonPoor, Classify(new(24_000_001, 12, 2)));
        Assert.Equal(PovertyClass.Poor, Classify(new(1_000_000, 1, 1)));

        PovertyClass Classify(Income income) => Classifier.Classify(new(income, Settlement.Unknown, default), law);
    }

    private static Standard ReadGood()
    {
        var (standard, faults) = Read(Good);
        Assert.Empty(faults);
        return standard!;
    }

    private static (Standard? Standard, IReadOnlyList<JsonFault> Faults) Read(string json) =>
        StandardReader.Read(Encoding.UTF8.GetBytes(json), "own.json");
}
