using System.Text.Json;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

public sealed class AreasCommandTests
{
    [Theory]
    [InlineData("2024-11-30", "commune", 200)]
    [InlineData("2025-06-30", "district", 11)]
    [InlineData("2025-07-01", "commune", 65)]
    public void List_gives_the_units_of_a_day_and_level(string day, string level, int units)
    {
        using var document = JsonDocument.Parse(Run("list", "--on", day, "--level", level, "--format", "json").Output);
        Assert.Equal(units, document.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("2025-06-30", "Thị trấn Đồng Đăng", "urban", "183")]
    [InlineData("2025-07-01", "Xã Đồng Đăng", "rural", "20")]
    public void Show_tells_the_unit_of_the_day(string day, string name, string settlement, string parent)
    {
        using var document = JsonDocument.Parse(Run("show", "06184", "--on", day, "--format", "json").Output);
        var unit = document.RootElement[0];
        Assert.Equal((name, settlement, parent), (unit.GetProperty("name").GetString(), unit.GetProperty("settlement").GetString(), unit.GetProperty("parent").GetString()));
    }

    [Fact]
    public void Show_prints_a_line_a_fact_for_people() =>
        Assert.Contains("Name        Xã Đồng Đăng\n", Run("show", "06184", "--on", "2025-07-01", "--lang", "en").Output, StringComparison.Ordinal);

    [Fact]
    public void Trace_tells_every_meaning_of_a_code()
    {
        var (exit, output, _) = Run("trace", "06040", "--format", "csv");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("06040,Xã Đại Đồng,commune,commune,rural,180,,2020-03-01,2024-11-30,Huyện Tràng Định,became,2024-12-01,part,06025,Xã Đội Cấn\n", output, StringComparison.Ordinal);
        Assert.Contains(",came_from,2024-12-01,whole,05995,Thị trấn Thất Khê\n", output, StringComparison.Ordinal);
        Assert.Contains(",came_from,2025-07-01,whole,06034,Xã Chi Lăng\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_names_the_day_of_a_change_in_the_middle_of_a_units_life()
    {
        var output = Run("trace", "06025").Output;
        Assert.Contains("2024-12-01:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_tells_where_a_unit_lies_when_what_it_became_has_ended_too()
    {
        var told = string.Concat(Run("trace", "06040").Output.Split('\n').Select(line => line.Length > 66 ? line[66..] : "")).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("2025-07-01:06004XãQuốcKhánh,06040XãThấtKhê", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_another_day_is_a_usage_error_that_says_when_it_held() =>
        Assert.Equal((ExitCode.Usage, "", "poverty: 06007 is not a unit on 2025-01-01; it is: Xã Vĩnh Tiến 2020-03-01–2024-11-30.\n"),
            Run("show", "06007", "--on", "2025-01-01", "--lang", "en"));

    [Fact]
    public void An_unknown_code_is_a_usage_error_with_the_nearest()
    {
        Assert.Equal((ExitCode.Usage, "", "poverty: No unit ever bore the code 06041; did you mean 06040?\n"), Run("trace", "06041", "--lang", "en"));
        Assert.Equal((ExitCode.Usage, "", "poverty: 06041 is not a unit on 2025-07-01; did you mean 06040?\n"), Run("show", "06041", "--on", "2025-07-01", "--lang", "en"));
    }

    [Fact]
    public void Units_may_come_from_a_file()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".csv");
        try
        {
            File.WriteAllText(file, "code,name,kind,from\n1,Tỉnh A,province,2020-01-01\n");
            Assert.Contains("Tỉnh A", Run("list", "--areas", file).Output, StringComparison.Ordinal);
            File.WriteAllText(file, "code,name,kind,from\n1,Tỉnh A,provinz,2020-01-01\n");
            var (exit, output, error) = Run("list", "--areas", file, "--lang", "en");
            Assert.Equal((ExitCode.Usage, ""), (exit, output));
            Assert.Contains(":2 kind: \"provinz\" is not one of", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
        Assert.Equal(ExitCode.Input, Run("list", "--areas", "no-such.csv").Exit);
    }

    private static (ExitCode Exit, string Output, string Error) Run(params string[] arguments) => Cli.Run(AreasCommand.Create(), arguments);
}
