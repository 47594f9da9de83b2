using System.CommandLine;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty verify</c>: whether the files of a run, read and written, are still what they were.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "Output folder of poverty run / Thư mục kết quả" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("verify", "Hash the inputs and outputs of a run again; 1 if one is not as it was / Kiểm tra tệp của một lần chạy còn nguyên vẹn",
            "poverty verify out",
            "poverty verify out --format csv") { Run };
        command.SetAction(parse => (int)Verify(parse));
        return command;
    }

    private static ExitCode Verify(ParseResult parse)
    {
        var run = RunFolder.Open(parse.GetRequiredValue(Run), RunStart.CurrentFolder());
        CheckedFile[] files = [.. run.Inputs(), .. run.Outputs(), .. run.ApprovedFiles()];
        CheckedFile[] differing = [.. files.Where(file => file.State != FileState.Unchanged)];
        // People look for what differs; of a run as it was they need to know no more than that.
        if (parse.OutputFormat() != OutputFormat.Table) parse.Print(Table(files));
        else if (differing.Length > 0) parse.Print(Table(differing));
        if (parse.OutputFormat() == OutputFormat.Table) Tell(parse, run, files, differing.Length);
        return differing.Length == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Tell(ParseResult parse, RunFolder run, CheckedFile[] files, int differing)
    {
        var (inputs, outputs) = (files.Count(file => file.Kind == CheckedKind.Input), files.Count(file => file.Kind == CheckedKind.Output && file.State != FileState.Extra));
        if (differing == 0)
            parse.Say(new Phrase($"{run.Shown}: {inputs} tệp đầu vào và {outputs} tệp kết quả còn nguyên vẹn", $"{run.Shown}: {Count(inputs, "input")} and {Count(outputs, "output")} are as they were")
                .With(run.IsApproved ? new("; kết quả đã phê duyệt không bị sửa.", "; the approved result was not changed.") : new(".", ".")));
        else
            parse.Say(new($"{run.Shown}: {differing} tệp không còn như lúc chạy.", $"{run.Shown}: {Count(differing, "file")} not as of the run."));
    }

    private static TextTable Table(IEnumerable<CheckedFile> files)
    {
        var table = new TextTable(
            new TextColumn("path", new("Tệp", "File")) { Wraps = true },
            new TextColumn("kind", new("Loại", "Kind")),
            new TextColumn("state", new("Tình trạng", "State")));
        foreach (var file in files)
            table.Add(Cell.Of(file.Path), new Cell(CheckedWords.Word(file.Kind), CheckedWords.Of(file.Kind)), new Cell(CheckedWords.Word(file.State), CheckedWords.Of(file.State)));
        return table;
    }

    private static string Count(int number, string one) => number == 1 ? $"1 {one}" : $"{number} {one}s";
}
