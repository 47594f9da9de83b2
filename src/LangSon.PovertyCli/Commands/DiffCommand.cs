using System.CommandLine;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Differences;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty diff</c>: which figures and households two runs give otherwise, and why.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> First = new("RUN1") { Description = "Output folder of the first run, such as the preliminary one / Thư mục kết quả của lần chạy trước" };
    private static readonly Argument<string> Second = new("RUN2") { Description = "Output folder of the second run, such as the official one / Thư mục kết quả của lần chạy sau" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("diff", "Which figures and households two runs give otherwise, and why; 1 if any / So sánh hai lần chạy",
            "poverty diff out-so-bo out-chinh-thuc",
            "poverty diff out-so-bo out-chinh-thuc --format csv") { First, Second };
        command.SetAction(parse => (int)Compare(parse));
        return command;
    }

    private static ExitCode Compare(ParseResult parse)
    {
        var (first, second) = (RunFolder.Open(parse.GetRequiredValue(First), RunStart.CurrentFolder()), RunFolder.Open(parse.GetRequiredValue(Second), RunStart.CurrentFolder()));
        var (differences, output) = (RunDifferences.Of(first, second), parse.InvocationConfiguration.Output);
        switch (parse.OutputFormat())
        {
            case OutputFormat.Csv: DifferenceRows.WriteCsv(differences, output); break;
            case OutputFormat.Json: DifferenceRows.WriteJson(differences, output); break;
            case OutputFormat.Table: new DifferenceScreen(output, differences, second.Record.Rounds.ToDictionary(round => round.Id, round => round.Standard), parse.Language()).Write(); break;
        }
        return differences.IsEmpty ? ExitCode.Done : ExitCode.Findings;
    }
}
