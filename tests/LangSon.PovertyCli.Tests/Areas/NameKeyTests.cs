using System.Text;
using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Tests.Areas;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Xã Hòa Bình", "Hoà Bình")]
    [InlineData("Xã Thuỵ Hùng", "xã Thụy Hùng")]
    [InlineData("Xã Quý Hòa", "XÃ QUÝ  HOÀ")]
    [InlineData("Thị trấn Thất Khê", "TT. Thất Khê")]
    [InlineData("Thị trấn Thất Khê", "tt Thất Khê")]
    [InlineData("Phường Hoàng Văn Thụ", "P.Hoàng Văn Thụ")]
    [InlineData("Xã Đồng Ý", "Đồng ý")]
    [InlineData("Xã Đại Đồng", "Ðại Ðồng")]
    [InlineData("Thị trấn Nông Trường Thái Bình", "NT Thái Bình")]
    [InlineData("Thị trấn Nông Trường Thái Bình", "TTNT Thái Bình")]
    [InlineData("Xã Đại Đồng", "Ɖại Ɖồng")]
    [InlineData("Thị trấn Thất Khê", "T.T Thất Khê")]
    [InlineData("Xã Hòa Bình", "Xã: Hòa Bình,")]
    [InlineData("Thành phố Lạng Sơn", "TP. Lạng Sơn")]
    [InlineData("Huyện Tràng Định", "H. Tràng Định")]
    public void Spellings_of_one_name_meet(string name, string other)
    {
        Assert.Equal(NameKey.Of(name), NameKey.Of(other));
        Assert.Equal(NameKey.Of(name), NameKey.Of(other.Normalize(NormalizationForm.FormD)));
        Assert.Equal(NameKey.Of(name), NameKey.Of(other.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Tân Lang", "Tân Lăng")]
    [InlineData("Hòa Bình", "Hóa Bình")]
    [InlineData("Đại Đồng", "Đài Đồng")]
    [InlineData("Chi Lăng", "Chí Lăng")]
    [InlineData("Xã", "")]
    public void Names_that_differ_in_a_letter_or_a_tone_stay_apart(string name, string other) => Assert.NotEqual(NameKey.Of(name), NameKey.Of(other));

    [Theory]
    [InlineData("I. Huyện Bình Gia", "Huyện Bình Gia")]
    [InlineData("X. Huyện Lộc Bình", "Huyện Lộc Bình")]
    [InlineData("H) Huyện Lộc Bình", "Huyện Lộc Bình")]
    [InlineData("IV Huyện Lộc Bình", "Huyện Lộc Bình")]
    [InlineData("XIV/ Lộc Bình", "Lộc Bình")]
    [InlineData("II.3. Xã Hòa Bình", "Xã Hòa Bình")]
    [InlineData("(1.2) Hòa Bình", "Hòa Bình")]
    [InlineData("b) TT Na Dương", "TT Na Dương")]
    [InlineData("X. Hòa Bình", "X. Hòa Bình")]
    [InlineData("H. Lộc Bình", "H. Lộc Bình")]
    [InlineData("P. Chi Lăng", "P. Chi Lăng")]
    [InlineData("A Dơi", "A Dơi")]
    [InlineData("Vĩnh Yên", "Vĩnh Yên")]
    public void The_number_before_a_name_is_no_part_of_it(string cell, string name) => Assert.Equal(name, NameKey.Unnumbered(cell));

    [Fact]
    public void No_two_units_of_one_district_share_key_and_kind_on_any_day()
    {
        var register = Repository.Areas;
        foreach (var day in register.All.Select(area => area.From).Distinct())
            foreach (var siblings in register.On(day).GroupBy(area => (area.Level, area.ParentCode)))
                Assert.Equal(siblings.Count(), siblings.Select(area => (NameKey.Of(area.Name), area.Settlement)).Distinct().Count());
    }

    [Theory]
    [InlineData("Xã Đại Đồng", Settlement.Rural)]
    [InlineData("XÃ ĐẠI ĐỒNG", Settlement.Rural)]
    [InlineData("Phường Chi Lăng", Settlement.Urban)]
    [InlineData("P. Chi Lăng", Settlement.Urban)]
    [InlineData("Thị trấn Na Sầm", Settlement.Urban)]
    [InlineData("TT Na Sầm", Settlement.Urban)]
    [InlineData("Đại Đồng", Settlement.Unknown)]
    [InlineData("Xã", Settlement.Unknown)]
    [InlineData("Thị xã Nghĩa Lộ", Settlement.Unknown)]
    public void The_kind_word_tells_urban_from_rural(string name, Settlement expected) => Assert.Equal(expected, NameKey.SettlementOf(name));
}
