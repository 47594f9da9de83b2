using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Areas;

public sealed class AreaChangesTests
{
    private static readonly AreaRegister Register = Repository.Areas;

    [Fact]
    public void The_built_in_changes_fit_the_built_in_units()
    {
        var changes = BuiltIn();
        foreach (var area in Register.All.Where(area => area.Level == AreaLevel.Commune && area.Until is not null))
            Assert.NotEmpty(changes.OutOf(area));
        foreach (var area in Register.All.Where(area => area.Level == AreaLevel.Commune && area.From > new DateOnly(2020, 3, 1)))
            Assert.NotEmpty(changes.Into(area));
    }

    [Fact]
    public void Dai_Dong_went_part_to_That_Khe_and_part_to_Doi_Can()
    {
        var old = Register.Find("06040", new(2024, 11, 30))!;
        Assert.Equal(["06025 Xã Đội Cấn part", "06040 Thị trấn Thất Khê part"],
            BuiltIn().OutOf(old).Select(change => Told(change.New, change.Whole)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void That_Khe_came_from_a_township_of_another_code_and_a_part_of_Dai_Dong()
    {
        var township = Register.Find("06040", new(2024, 12, 1))!;
        Assert.Equal(["05995 Thị trấn Thất Khê whole", "06040 Xã Đại Đồng part"],
            BuiltIn().Into(township).Select(change => Told(change.Old, change.Whole)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2024-12-01,05995,06040,whole", "")]
    [InlineData("2024-12-02,05995,06040,whole", "old_code: no unit bears the code 05995 on 2024-12-01")]
    [InlineData("2024-12-01,05995,99999,whole", "new_code: no unit bears the code 99999 on 2024-12-01")]
    [InlineData("2024-12-01,05995,06040,half", "extent: \"half\" is not one of whole, part")]
    [InlineData("2024-12-01,06040,06040,whole\n2024-12-01,06040,06025,part", "extent: 06040 goes to 06040 as well, so neither gets the whole of it")]
    [InlineData("2024-12-01,06040,06025,part\n2024-12-01,06040,06025,part", "new_code: the change from 06040 to 06025 stands twice")]
    [InlineData(",06040,06025,part", "date: the value is missing")]
    public void A_change_that_does_not_fit_the_units_is_a_fault(string rows, string fault)
    {
        AreaChanges.Read(HouseholdFile.Open(Encoding.UTF8.GetBytes($"date,old_code,new_code,extent\n{rows}\n"), "changes.csv"), Register, out var table);
        Assert.Equal(fault, string.Join('\n', table.Faults.Select(found => string.Join(": ", found.Details.Select(detail => detail.Value.En)))));
    }

    private static AreaChanges BuiltIn()
    {
        var changes = AreaChanges.Read(HouseholdFile.Open(AreaRegister.BuiltInChangesCsv, "changes.csv"), Register, out PlainTable table);
        Assert.Empty(table.Faults);
        return changes;
    }

    private static string Told(Area other, bool whole) => $"{other.Code} {other.Name} {(whole ? "whole" : "part")}";
}
