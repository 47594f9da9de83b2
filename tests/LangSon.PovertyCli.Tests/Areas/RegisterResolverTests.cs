using System.Text;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Areas;

/// <summary>Which unit a row means: commune, name, district, district's name, province and what is doubted.</summary>
public sealed class RegisterResolverTests
{
    [Theory]
    [InlineData("05971", "", "", "", "05971", "")]
    [InlineData("5971", "", "", "", "05971", "Padded commune_code 5971→05971")]
    [InlineData("05971", "", "178", "", "05971", "")]
    [InlineData("05971", "", "180", "", "", "OtherDistrict district_code 180→178")]
    [InlineData("05971", "", "999", "", "", "OtherDistrict district_code 999→178")]
    [InlineData("05971", "P. HOÀNG VĂN THỤ", "178", "TP Lạng Sơn", "05971", "")]
    [InlineData("05971", "Đông Kinh", "", "", "05971", "OtherName commune_name Đông Kinh→Phường Hoàng Văn Thụ")]
    [InlineData("05971", "", "", "Huyện Tràng Định", "05971", "OtherName district_name Huyện Tràng Định→Thành phố Lạng Sơn")]
    [InlineData("05972", "", "", "", "", "UnknownUnit commune_code 05972→05971")]
    [InlineData("178", "", "", "", "", "UnknownUnit commune_code 178→06178")]
    public void A_code_means_its_unit_and_is_compared_with_the_rest(string commune, string name, string district, string districtName, string expected, string doubts) =>
        Assert.Equal((expected, doubts), Resolve("2023-12-14", commune, name, district, districtName));

    [Theory]
    [InlineData("Hoàng Văn Thụ", "178", "", "05971", "")]
    [InlineData("Hoàng Văn Thụ", "", "Thành phố Lạng Sơn", "05971", "")]
    [InlineData("Phường Đông Kinh", "", "", "05980", "")]
    [InlineData("Đông Kinh", "", "Thành phố Lạng Xơn", "", "UnknownUnit district_name Thành phố Lạng Xơn→178 Thành phố Lạng Sơn")]
    [InlineData("Đông Kinh", "187", "", "", "UnknownUnit commune_name Đông Kinh→*")]
    [InlineData("Đông Kinh", "18", "", "", "UnknownUnit district_code 18→*")]
    [InlineData("", "178", "", "", "Missing commune_code →")]
    public void A_name_means_the_only_unit_of_its_district_that_bears_it(string name, string district, string districtName, string expected, string doubts)
    {
        var (commune, found) = Resolve("2023-12-14", "", name, district, districtName);
        Assert.Equal(expected, commune);
        if (doubts.EndsWith('*')) Assert.StartsWith(doubts[..^1], found, StringComparison.Ordinal);
        else Assert.Equal(doubts, found);
    }

    [Theory]
    [InlineData("Phường Chi Lăng (Thành phố Lạng Sơn)", "", "Phường Chi Lăng", "178")]
    [InlineData("Phường Chi Lăng (Lạng Sơn)", "", "Phường Chi Lăng", "178")]
    [InlineData("Hoà Bình (Bình Gia)", "", "Xã Hòa Bình", "181")]
    [InlineData("xã Hòa Bình, huyện Bình Gia", "", "Xã Hòa Bình", "181")]
    [InlineData("xã Hòa Bình, huyện Bình Gia, tỉnh Lạng Sơn", "181", "Xã Hòa Bình", "181")]
    [InlineData("Hòa Bình (Bình Gia)", "184", "", "")]
    [InlineData("Hòa Bình (Lạng Sơn)", "", "", "")]
    [InlineData("Đông Kinh (Bình Gia)", "", "", "")]
    [InlineData("Hòa Bình (Bình Da)", "", "", "")]
    public void A_district_behind_a_name_has_the_unit_in_it(string name, string district, string unit, string of)
    {
        var expected = AreaLists.BuiltIn.On(new DateOnly(2023, 12, 14)).SingleOrDefault(area => area.Name == unit && area.ParentCode == of)?.Code ?? "";
        var (commune, doubts) = Resolve("2023-12-14", "", name, district, "");
        Assert.Equal((expected, expected.Length > 0), (commune, doubts.Length == 0));
        if (expected.Length > 0) Assert.Equal((expected, ""), Resolve("2023-12-14", expected, name, "", ""));
    }

    [Fact]
    public void A_district_behind_a_name_must_be_that_of_the_code() =>
        Assert.Equal(("05980", "OtherName commune_name Đông Kinh (Bình Gia)→Phường Đông Kinh"), Resolve("2023-12-14", "05980", "Đông Kinh (Bình Gia)", "", ""));

    [Fact]
    public void A_name_that_several_units_bear_is_not_guessed()
    {
        var (commune, doubts) = Resolve("2023-12-14", "", "Hoà Bình", "", "");
        Assert.Equal("", commune);
        Assert.StartsWith("UnknownUnit commune_name Hoà Bình→", doubts, StringComparison.Ordinal);
        Assert.Equal(4, doubts.Split(" / ").Length);
        Assert.All(["Văn Quan", "H. Chi Lăng", "Hữu Lũng", "BÌNH GIA"], district =>
            Assert.Matches("^(0[0-9]{4})$", Resolve("2023-12-14", "", "Xã Hòa Bình", "", district).Commune));
    }

    [Theory]
    [InlineData("TT. Chi Lăng", "06466")]
    [InlineData("xã Chi Lăng", "06523")]
    [InlineData("Chi Lăng", "")]
    public void A_township_and_a_commune_of_one_name_are_told_apart_by_their_kind_words(string name, string expected)
    {
        Assert.Equal(expected, Resolve("2023-12-14", "", name, "187", "").Commune);
        if (expected.Length > 0) Assert.Equal(("06466", expected == "06466" ? "" : "OtherName commune_name xã Chi Lăng→Thị trấn Chi Lăng"), Resolve("2023-12-14", "06466", name, "", ""));
    }

    [Theory]
    [InlineData("2024-11-30", "06040", "Xã Đại Đồng")]
    [InlineData("2024-12-01", "06040", "Thị trấn Thất Khê")]
    [InlineData("2025-07-01", "06040", "Xã Thất Khê")]
    public void The_day_decides_what_a_code_and_a_name_mean(string day, string code, string name)
    {
        Assert.Equal((code, ""), Resolve(day, code, name, "", ""));
        Assert.Equal((code, ""), Resolve(day, "", name, "", ""));
    }

    [Theory]
    [InlineData("2025-12-14", "05995", "", "", "06040", "05995 was Thị trấn Thất Khê (Huyện Tràng Định) until 2024-11-30, now in 06040 Xã Thất Khê")]
    [InlineData("2025-12-14", "", "Thị trấn Thất Khê", "Tràng Định", "06040", "06040 was Thị trấn Thất Khê (Huyện Tràng Định) until 2025-06-30, now in 06040 Xã Thất Khê")]
    [InlineData("2025-12-14", "", "Xã Hòa Lạc", "Hữu Lũng", "06445", "06430 was Xã Hòa Lạc (Huyện Hữu Lũng) until 2025-06-30, now in 06445 Xã Tân Thành")]
    [InlineData("2025-12-14", "", "Xã Hòa Lạc (Hữu Lũng)", "", "06445", "06430 was Xã Hòa Lạc (Huyện Hữu Lũng) until 2025-06-30, now in 06445 Xã Tân Thành")]
    [InlineData("2023-12-14", "", "Xã Thất Khê", "", "05995", "06040 is Xã Thất Khê only from 2025-07-01, before that ")]
    [InlineData("2023-12-14", "", "Xã Ka Long", "", "–", "no unit is like it")]
    [InlineData("2023-12-14", "", "Dong Kinh", "178", "05980", "nearest is 05980 Phường Đông Kinh (Thành phố Lạng Sơn)")]
    [InlineData("2023-12-14", "", "Đông Kinh", "187", "05980", "nearest is 05980 Phường Đông Kinh (Thành phố Lạng Sơn)")]
    [InlineData("2023-12-14", "05972", "Phường Đông Kinh", "", "05980", "nearest is 05980 Phường Đông Kinh (Thành phố Lạng Sơn)")]
    public void What_is_no_unit_of_the_day_says_what_became_of_it_or_what_is_nearest(string day, string code, string name, string district, string expected, string hint)
    {
        var isCode = district.All(char.IsDigit);
        var doubts = new List<(string Expected, string Hint)>();
        Assert.Null(Resolver(DateOnly.Parse(day, null)).Resolve(Fields(code, name, isCode ? district : "", isCode ? "" : district),
            (doubt, _, _, right, words) => doubts.Add((right, $"{doubt}: {words.En}")), out _));
        var (found, said) = Assert.Single(doubts);
        Assert.Contains(expected, found, StringComparison.Ordinal);
        Assert.StartsWith($"UnknownUnit: {hint}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_spelling_of_every_name_finds_its_unit_in_its_district_and_elsewhere_only_units_of_that_name()
    {
        var met = 0;
        foreach (var (day, units) in new[] { ("2023-12-14", 200), ("2024-12-14", 194), ("2025-12-14", 65) })
        {
            var date = DateOnly.Parse(day, null);
            var communes = AreaLists.BuiltIn.On(date).Where(unit => unit.Level == AreaLevel.Commune).ToArray();
            Assert.Equal(units, communes.Length);
            var gazetteer = new Gazetteer(AreaLists.BuiltIn, AreaLists.BuiltInChanges, date);
            var resolver = Resolver(date);
            foreach (var unit in communes)
            {
                var own = AreaLists.BuiltIn.Parent(unit) is { Level: AreaLevel.District } parent ? parent.Code : "";
                foreach (var spelling in Spellings.Of(unit.Name))
                {
                    met++;
                    var found = resolver.Resolve(Fields("", spelling, own, ""), (_, _, _, _, _) => { }, out _);
                    Assert.True(unit.Code == found?.Code, $"{day} {spelling}: {found?.Code} for {unit.Code}");
                    // What another district finds under it bears the same name there.
                    Assert.All(gazetteer.ByName(spelling, other => other.Level == AreaLevel.Commune), other => Assert.Equal(Spellings.Plain(unit.Name), Spellings.Plain(other.Name)));
                }
                var bare = NameKey.Bare(unit.Name);
                if (bare != NameKey.Of(unit.Name)) Assert.DoesNotContain(unit, gazetteer.ByName(bare, _ => true));
            }
        }
        Assert.True(met > 10_000, $"{met}");
    }

    [Fact]
    public void Where_there_are_no_districts_one_that_the_row_still_names_contradicts_nothing_and_is_told()
    {
        Assert.Equal(("06040", "DistrictOfAnotherDay district_code 180→Huyện Tràng Định"), Resolve("2025-12-14", "06040", "Thất Khê", "180", "Huyện Tràng Định"));
        Assert.Equal(("06040", "DistrictOfAnotherDay district_name Tràng Định→Huyện Tràng Định"), Resolve("2025-12-14", "", "Thất Khê", "", "Tràng Định"));
        Assert.Equal(("06040", ""), Resolve("2025-12-14", "06040", "Thất Khê", "", ""));
    }

    [Theory]
    [InlineData("99999", "", "180", "", "180")]
    [InlineData("99999", "", "", "Tràng Định", "180")]
    [InlineData("99999", "", "", "", "20")]
    [InlineData("05971", "", "180", "", "20")]
    [InlineData("", "Nowhere", "180", "", "180")]
    [InlineData("", "Hòa Bình", "", "", "20")]
    public void What_cannot_be_placed_counts_in_the_lowest_unit_that_is_certain(string commune, string name, string district, string districtName, string above)
    {
        var resolver = Resolver(new DateOnly(2023, 12, 14));
        Assert.Null(resolver.Resolve(Fields(commune, name, district, districtName), (_, _, _, _, _) => { }, out var known));
        Assert.Equal(above, known?.Code);
    }

    [Fact]
    public void What_is_said_again_is_answered_and_doubted_again()
    {
        var resolver = Resolver(new DateOnly(2023, 12, 14));
        var doubts = 0;
        for (var i = 0; i < 3; i++) Assert.NotNull(resolver.Resolve(Fields("5971", "Chi Lăng", "", ""), (_, _, _, _, _) => doubts++, out _));
        Assert.Equal(6, doubts);
    }

    private static (string Commune, string Doubts) Resolve(string day, string commune, string name, string district, string districtName)
    {
        var doubts = new List<string>();
        var resolver = Resolver(DateOnly.Parse(day, null));
        var node = resolver.Resolve(Fields(commune, name, district, districtName),
            (doubt, column, found, expected, _) => doubts.Add($"{doubt} {column} {found}→{expected}"), out _);
        return (node?.Code ?? "", string.Join('\n', doubts));
    }

    private static RegisterResolver Resolver(DateOnly day) => new(new Gazetteer(AreaLists.BuiltIn, AreaLists.BuiltInChanges, day), new AreaTree());

    private static AreaFields Fields(string commune, string name, string district, string districtName) => new()
    {
        Commune = Encoding.UTF8.GetBytes(commune),
        CommuneName = Encoding.UTF8.GetBytes(name),
        District = Encoding.UTF8.GetBytes(district),
        DistrictName = Encoding.UTF8.GetBytes(districtName),
    };
}
