using System.Globalization;
using System.Text;
using CsCheck;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Printed figures against each other: what agrees, what can't be, and by how much.</summary>
public sealed class ReconciliationTests
{
    [Theory]
    [InlineData("199765,4643,\"2,32\"", Agreement.Agrees, null)]
    [InlineData("199765,4643,\"2,33\"", Agreement.Differs, "0.01")]
    [InlineData("200,1,\"0,5\"", Agreement.Agrees, null)]
    [InlineData("200,1,\"0,50\"", Agreement.Agrees, null)]
    [InlineData("800,1,\"0,13\"", Agreement.Agrees, null)]
    [InlineData("800,1,\"0,12\"", Agreement.Differs, "-0.01")]
    public void A_rate_is_its_count_divided_once_and_rounded_half_away_from_zero(string cells, Agreement agreement, string? off)
    {
        var check = Assert.Single(Checks($"year,area_code,households,poor,poor_rate\n2025,20,{cells}\n"), check => check.Kind == CheckKind.Rate);
        Assert.Equal(agreement, check.Agreement);
        Assert.Equal(off is null ? null : decimal.Parse(off, CultureInfo.InvariantCulture), check.Difference);
    }

    [Fact]
    public void The_households_that_the_rates_allow_are_exactly_those_with_which_all_of_them_print() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 400], Gen.Int[800, 3000]).Sample((poor, near, households) =>
        {
            string Rate(int count) => Math.Round(100m * count / households, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
            var check = Assert.Single(Checks($"year,area_code,poor,poor_rate,near_poor,near_poor_rate\n2025,20,{poor},{Rate(poor)},{near},{Rate(near)}\n"));
            var fits = Enumerable.Range(700, 2600).Where(total => Prints(poor, total) == Rate(poor) && Prints(near, total) == Rate(near)).ToArray();
            Assert.Contains(households, fits);
            Assert.Equal((Agreement.Agrees, (decimal)fits[0], (decimal)fits[^1]), (check.Agreement, check.Low!.Value, check.High!.Value));
        });

    [Fact]
    public void Rates_that_no_number_of_households_gives_can_not_both_be_right()
    {
        var check = Assert.Single(Checks("year,area_code,poor,poor_rate,near_poor,near_poor_rate\n2024,20,6912,\"3,36\",16451,\"8,03\"\n"));
        Assert.Equal((CheckKind.Denominator, Agreement.Differs), (check.Kind, check.Agreement));
        Assert.True(check.Low > check.High);
    }

    [Fact]
    public void One_rate_alone_tells_a_range_and_proves_nothing()
    {
        var check = Assert.Single(Checks("year,area_code,poor,poor_rate\n2021,20,609049,\"2,23\"\n"));
        Assert.Equal((Agreement.Open, 27250515m, 27372988m), (check.Agreement, check.Low, check.High));
    }

    [Theory]
    [InlineData("178,60,6\n180,40,4", Agreement.Differs, "20", "100")]
    [InlineData("178,60,6\n180,60,4", Agreement.Open, null, null)]
    [InlineData("178,60,6\n180,70,4", Agreement.Differs, "-10", "130")]
    public void Parts_are_those_of_the_area_list_and_never_more_than_the_whole(string parts, Agreement agreement, string? off, string? sum)
    {
        // Not all districts are there, so fewer than the whole says nothing; all of them, with the rest of the province, do.
        var whole = agreement == Agreement.Differs && off == "20" ? "181,0,0\n182,0,0\n183,0,0\n184,0,0\n185,0,0\n186,0,0\n187,0,0\n188,0,0\n189,0,0\n" : "";
        var lines = string.Join('\n', $"20,120,10\n{parts}\n{whole}".Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"2023,{line}"));
        var check = Assert.Single(Checks($"year,area_code,households,poor\n{lines}\n"), check => check is { Kind: CheckKind.Parts, Column: "households" });
        Assert.Equal(agreement, check.Agreement);
        Assert.Equal(off is null ? null : decimal.Parse(off, CultureInfo.InvariantCulture), check.Difference);
        if (sum is not null) Assert.Equal(decimal.Parse(sum, CultureInfo.InvariantCulture), check.Low);
    }

    [Fact]
    public void Parts_may_be_named_by_the_table_itself()
    {
        var check = Assert.Single(Checks("year,area_name,parent,poor\n2022,Cả nước,,30\n2022,Vùng A,Cả nước,10\n2022,Vùng B,Cả nước,21\n"));
        Assert.Equal((CheckKind.Parts, Agreement.Differs, -1m), (check.Kind, check.Agreement, check.Difference));
    }

    [Fact]
    public void Both_groups_of_a_kind_add_to_all()
    {
        var checks = Checks("year,area_code,group,households\n2023,178,all,100\n2023,178,minority=yes,80\n2023,178,minority=no,19\n2023,178,ethnicity=Tày,40\n");
        Assert.Equal([Agreement.Differs, Agreement.Open], checks.Where(check => check.Kind == CheckKind.Groups).Select(check => check.Agreement));
    }

    [Theory]
    [InlineData("\"-2,95\"", Agreement.Agrees)]
    [InlineData("\"-2,94\"", Agreement.Agrees)]
    [InlineData("\"-2,96\"", Agreement.Differs)]
    [InlineData("\"2,95\"", Agreement.Differs)]
    public void An_average_yearly_fall_is_the_change_by_the_years_between(string printed, Agreement agreement)
    {
        var check = Assert.Single(
            Checks($"year,area_code,poor_rate,since,poor_rate_yearly_change\n2021,20,\"12,20\",,\n2023,20,\"5,92\",,\n2024,20,\"3,36\",2021,{printed}\n"), check => check.Kind == CheckKind.Change);
        Assert.Equal(agreement, check.Agreement);
    }

    [Fact]
    public void What_the_program_computes_is_held_against_what_was_printed()
    {
        var rows = Rows("year,area_code,poor,poor_rate\n2025,20,4644,\"2,32\"\n");
        var checks = new Reconciliation(rows, null).Checks((row, column) => (row.Year, row.Unit, column) switch
        {
            (2025, "20", "poor") => 4643,
            (2025, "20", "poor_rate") => 100m * 4643 / 199765,
            _ => null,
        }).Where(check => check.Kind == CheckKind.Computed).ToArray();
        Assert.Equal([("poor", Agreement.Differs, (decimal?)1m), ("poor_rate", Agreement.Agrees, null)], checks.Select(check => (check.Column, check.Agreement, check.Difference)));
    }

    [Theory]
    [InlineData("year,area_code,poor\nMột,20,5\n", "year")]
    [InlineData("year,area_code,poor\n2023,,5\n", "area_code")]
    [InlineData("year,area_code,poor\n2023,20,5\n2023,20,6\n", "area_code")]
    [InlineData("year,area_code,poor,poor_rate\n2023,20,5,giảm\n", "poor_rate")]
    [InlineData("năm,hộ nghèo\n2023,5\n", "area_code")]
    public void What_cannot_be_read_is_named(string text, string column)
    {
        var table = Table(text);
        _ = PublishedRow.Read(table);
        Assert.Equal(column, Assert.Single(table.Faults).Column);
    }

    private static string Prints(int count, int total) => Math.Round(100m * count / total, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    private static IReadOnlyList<PrintedCheck> Checks(string text) => new Reconciliation(Rows(text), AreaLists.BuiltIn).Checks();

    private static IReadOnlyList<PublishedRow> Rows(string text)
    {
        var table = Table(text);
        var rows = PublishedRow.Read(table);
        Assert.Empty(table.Faults);
        return rows;
    }

    private static PlainTable Table(string text)
    {
        using var source = HouseholdFile.Open(Encoding.UTF8.GetBytes(text), "published.csv");
        return PlainTable.Read(source, TableForm.Published);
    }
}
