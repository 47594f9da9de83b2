using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Areas;

public sealed class BuiltInAreaTests
{
    private static readonly AreaRegister Register = Repository.Areas;

    [Theory]
    [InlineData("2020-03-01", 200)]
    [InlineData("2024-11-30", 200)]
    [InlineData("2024-12-01", 194)]
    [InlineData("2025-06-30", 194)]
    [InlineData("2025-07-01", 65)]
    [InlineData("2026-12-31", 65)]
    public void The_communes_of_a_day_are_as_many_as_the_resolutions_say(string day, int communes) =>
        Assert.Equal(communes, On(day, AreaLevel.Commune));

    [Theory]
    [InlineData("2020-03-01", 11)]
    [InlineData("2025-06-30", 11)]
    [InlineData("2025-07-01", 0)]
    public void The_districts_end_on_30_June_2025(string day, int districts) => Assert.Equal(districts, On(day, AreaLevel.District));

    [Theory]
    [InlineData("06040", "2024-11-30", "Xã Đại Đồng", Settlement.Rural)]
    [InlineData("06040", "2024-12-01", "Thị trấn Thất Khê", Settlement.Urban)]
    [InlineData("06040", "2025-06-30", "Thị trấn Thất Khê", Settlement.Urban)]
    [InlineData("06040", "2025-07-01", "Xã Thất Khê", Settlement.Rural)]
    [InlineData("06148", "2025-06-30", "Xã Thanh Long", Settlement.Rural)]
    [InlineData("06148", "2025-07-01", "Xã Thuỵ Hùng", Settlement.Rural)]
    [InlineData("06184", "2025-06-30", "Thị trấn Đồng Đăng", Settlement.Urban)]
    [InlineData("06184", "2025-07-01", "Xã Đồng Đăng", Settlement.Rural)]
    public void A_code_means_what_it_means_on_its_day(string code, string day, string name, Settlement settlement)
    {
        var area = Register.Find(code, DateOnly.Parse(day, null))!;
        Assert.Equal((name, settlement), (area.Name, area.Settlement));
    }

    [Fact]
    public void Every_code_of_July_2025_was_borne_before_and_13_changed_between_urban_and_rural()
    {
        var day = new DateOnly(2025, 7, 1);
        var flipped = 0;
        foreach (var area in Register.On(day).Where(area => area.Level == AreaLevel.Commune))
        {
            var before = Register.Bearing(area.Code).Where(other => other.From < day).ToList();
            Assert.NotEmpty(before);
            if (before[^1].Settlement != area.Settlement) flipped++;
        }
        Assert.Equal(13, flipped);
    }

    [Fact]
    public void A_unit_is_urban_exactly_when_it_is_a_ward_or_a_township() =>
        Assert.All(Register.All.Where(area => area.Level == AreaLevel.Commune), area =>
            Assert.Equal(area.Kind is "ward" or "township" ? Settlement.Urban : Settlement.Rural, area.Settlement));

    [Fact]
    public void Every_unit_lies_under_another_on_all_its_days()
    {
        Assert.All(Register.All.Where(area => area.Level != AreaLevel.Province), area => Assert.NotNull(Register.Parent(area)));
        Assert.All(Register.On(new DateOnly(2025, 7, 1)).Where(area => area.Level == AreaLevel.Commune),
            area => Assert.Equal("20", area.ParentCode));
    }

    [Fact]
    public void The_poor_districts_are_Binh_Gia_and_Van_Quan() =>
        Assert.Equal(["181", "184"], Register.All.Where(area => area.Tags.Contains("poor-district-2022-2025")).Select(area => area.Code));

    private static int On(string day, AreaLevel level) =>
        Register.On(DateOnly.Parse(day, null)).Count(area => area.Level == level);
}
