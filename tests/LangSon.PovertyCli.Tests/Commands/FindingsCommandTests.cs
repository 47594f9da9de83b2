using System.Text.Json;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Commands;

public sealed class FindingsCommandTests
{
    [Fact]
    public void List_as_json_has_every_code_in_both_languages()
    {
        using var document = JsonDocument.Parse(Run("list", "--format", "json").Output);
        var missing = document.RootElement.EnumerateArray().First(row => row.GetProperty("code").GetString() == "PV2001");
        Assert.Equal("error", missing.GetProperty("severity").GetString());
        Assert.Equal("rejects-row", missing.GetProperty("effect").GetString());
        Assert.Contains("để trống", missing.GetProperty("message_vi").GetString(), StringComparison.Ordinal);
        Assert.Contains("is empty", missing.GetProperty("message_en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void List_speaks_the_language_asked_for()
    {
        Assert.Contains("loại dòng", Run("list").Output, StringComparison.Ordinal);
        Assert.Contains("rejects row", Run("list", "--lang", "en").Output, StringComparison.Ordinal);
    }

    private static (ExitCode Exit, string Output, string Error) Run(params string[] arguments) => Cli.Run(FindingsCommand.Create(), arguments);
}
