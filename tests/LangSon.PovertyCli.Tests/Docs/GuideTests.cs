using System.Globalization;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/huong-dan.md leads a beginner from the first command to the last.</summary>
public sealed partial class GuideTests
{
    private const string Page = "docs/huong-dan.md";

    [Fact]
    public async Task Its_commands_work_in_their_order() => Assert.Equal(10, await Pages.RunCommandsAsync(Page));

    [Fact]
    public async Task It_names_every_file_that_init_writes_and_every_file_of_a_run()
    {
        using var folder = new SampleCopy();
        foreach (var command in new[] { "init ra-soat --year 2023", "run ra-soat --out ket-qua" })
            Assert.Equal(0, (await Binary.RunAsync(command.Split(' '), folder.Path)).ExitCode);
        var text = Pages.Read(Page);
        foreach (var name in Directory.EnumerateFiles(Path.Combine(folder.Path, "ra-soat")).Concat(Directory.EnumerateFiles(Path.Combine(folder.Path, "ket-qua"))).Select(path => Path.GetFileName(path)))
            Assert.True(text.Contains($"`{name}`", StringComparison.Ordinal) || name == "poverty.schema.json", name);
    }

    [Fact]
    public void The_exit_codes_that_it_explains_exist()
    {
        var codes = Code().Matches(Pages.Read(Page)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.True(Enum.IsDefined((ExitCode)code), $"{code}"));
    }

    [GeneratedRegex(@"mã thoát (\d+)")]
    private static partial Regex Code();
}
