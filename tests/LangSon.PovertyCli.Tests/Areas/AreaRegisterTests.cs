using System.Text;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Areas;

public sealed class AreaRegisterTests
{
    private const string Province = "20,Tỉnh Lạng Sơn,province,,,2016-01-01,\n178,Thành phố Lạng Sơn,district,,20,2016-01-01,2025-06-30\n";

    [Theory]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2025-06-30", "")]
    [InlineData("05971,A,hamlet,urban,178,2020-03-01,2025-06-30", "4 kind: \"hamlet\" is not one of nation, region, province, city, district, commune, ward, township")]
    [InlineData("05971,A,ward,town,178,2020-03-01,2025-06-30", "4 settlement: \"town\" is not one of urban, rural")]
    [InlineData(",A,ward,urban,178,2020-03-01,2025-06-30", "4 code: the value is missing")]
    [InlineData("05971,,ward,urban,178,2020-03-01,2025-06-30", "4 name: the value is missing")]
    [InlineData("05971,A,ward,urban,178,2020-3-1,2025-06-30", "4 from: \"2020-3-1\" is not a day such as 2022-12-14")]
    [InlineData("05971,A,ward,urban,178,,2025-06-30", "4 from: the value is missing")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2019-01-01", "4 until: the last day is before the first")]
    [InlineData("05971,A,ward,urban,179,2020-03-01,2025-06-30", "4 parent: no unit bears the code 179 on 2020-03-01")]
    [InlineData("05971,A,ward,urban,178,2015-12-31,2025-06-30", "4 parent: no unit bears the code 178 on 2015-12-31")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,", "4 parent: Thành phố Lạng Sơn ends on 2025-06-30, before A")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2025-06-30\n05972,B,ward,urban,05971,2020-03-01,2024-01-01", "5 parent: A is not a larger unit")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2022-01-01\n05971,B,ward,urban,178,2022-01-02,2025-06-30", "")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2022-01-01\n05971,B,ward,urban,178,2022-01-01,2025-06-30", "5 from: code 05971 already means A from 2020-03-01")]
    [InlineData("05971,A,ward,urban,178,2020-03-01,2025-06-30\n05971,A,ward,urban,178,2020-03-01,2025-06-30", "5 from: code 05971 already means A from 2020-03-01")]
    public void A_fault_of_the_list_is_told_once_with_its_line(string rows, string fault)
    {
        AreaRegister.Read(HouseholdFile.Open(Encoding.UTF8.GetBytes($"code,name,kind,settlement,parent,from,until\n{Province}{rows}\n"), "areas.csv"), out var table);
        Assert.Equal(fault, string.Join('\n', table.Faults.Select(found => $"{found.Place.Line} {string.Join(": ", found.Details.Select(detail => detail.Value))}")));
    }

    [Fact]
    public void A_list_without_a_needed_column_names_the_nearest()
    {
        AreaRegister.Read(HouseholdFile.Open(Encoding.UTF8.GetBytes("code,names,kind,from\n"), "areas.csv"), out var table);
        Assert.Equal("the column is missing; nearest is \"names\"", table.Faults.Single().Details.Single(detail => detail.Name == "reason").Value);
    }
}
