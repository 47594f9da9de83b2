using System.CommandLine;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty reconcile</c>: printed figures against their own counts, parts and changes, and against computed ones.</summary>
internal static class ReconcileCommand
{
    /// <summary>On a screen more lines than this hide the slips: then only what does not agree is shown.</summary>
    private const int MostLines = 40;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("reconcile", "Hold published figures against their counts, and against computed ones / Đối chiếu số liệu đã công bố",
            "poverty reconcile samples/published/published.csv",
            "poverty reconcile samples/published samples/published/published.csv --format csv");
        RunOptions.AddToReconcile(command);
        command.SetAction((parse, stop) => Task.FromResult((int)Reconcile(parse, stop)));
        return command;
    }

    private static ExitCode Reconcile(ParseResult parse, CancellationToken stop)
    {
        var typed = RunOptions.Published(parse);
        if (Read(parse, typed, out var exit) is not { } rows) return exit;
        RunReport? report = null;
        if (RunOptions.HasRunFile(parse))
        {
            if (RunStart.Load(parse, out exit) is not { } inputs) return exit;
            report = RunStart.Execute(parse, inputs with { Targets = [] }, null, stop);
            RunStart.ExplainRefusals(parse, report);
            if (report.Outcome.Results is null) return report.ExitCode;
        }
        var checks = new Reconciliation(rows, report is null ? AreaLists.BuiltIn : report.Inputs.Settings.Areas).Checks(report is null ? null : Computed(report.Outcome.Results!));
        if (checks.Count == 0)
            return (ExitCode)parse.Refuse(ExitCode.NotComputable, new($"{typed} không có hai con số nào để đối chiếu với nhau.", $"{typed} has no two figures that could be held against each other."));
        var differ = checks.Count(check => check.Agreement == Agreement.Differs);
        var isTable = parse.OutputFormat() == OutputFormat.Table;
        var shown = isTable && checks.Count > MostLines ? [.. checks.Where(check => check.Agreement == Agreement.Differs)] : checks;
        if (shown.Count > 0) parse.Print(ReconciliationTable.Of(shown));
        if (isTable)
        {
            var (agree, open) = (checks.Count(check => check.Agreement == Agreement.Agrees), checks.Count(check => check.Agreement == Agreement.Open));
            parse.Say(new($"{checks.Count} phép thử: {agree} khớp, {differ} lệch, {open} chưa rõ.", $"{checks.Count} checks: {agree} agree, {differ} differ, {open} open."));
        }
        return differ > 0 && parse.FailOnSeverity() is not null ? ExitCode.Findings : ExitCode.Done;
    }

    private static IReadOnlyList<PublishedRow>? Read(ParseResult parse, string typed, out ExitCode exit)
    {
        exit = ExitCode.Input;
        if (typed != InputFile.Dash && !File.Exists(typed))
        {
            parse.Refuse(exit, new Poverty.Text.Phrase($"không có tệp {typed}", $"there is no file {typed}").With(NearestFile.Hint(Path.GetFullPath(typed, RunStart.CurrentFolder()))));
            return null;
        }
        try
        {
            var file = typed == InputFile.Dash ? InputFile.StandardInput : new InputFile(typed, typed);
            using var source = HouseholdFile.Open(StandardInput.Spooled(file), file.Name, ReadingOptions.Default);
            var table = PlainTable.Read(source, TableForm.Published);
            var rows = PublishedRow.Read(table);
            exit = table.Faults.Count > 0 ? ExitCode.Usage : ExitCode.Done;
            foreach (var fault in table.Faults) parse.Refuse(exit, FindingCatalogue.BuiltIn.Message(fault));
            return table.Faults.Count > 0 ? null : rows;
        }
        catch (FileRefusedException refused)
        {
            parse.Refuse(exit, FindingCatalogue.BuiltIn.Message(refused.Finding));
            return null;
        }
    }

    /// <summary>What the run gives for a printed figure: the last round of its year, the unit of its code.</summary>
    private static Func<PublishedRow, string, decimal?> Computed(Results results) => (row, column) =>
    {
        if (Group.Parse(row.Group) is not { } group || results.Rounds.LastOrDefault(round => round.Round.Year == row.Year) is not { } round) return null;
        if (round.Summary.Areas.FirstOrDefault(unit => unit.Level != AreaLevel.Tag && unit.Code == row.Unit) is not { } area) return null;
        return column == "mdp" ? round.Find(area, group, "poor")?.Value + round.Find(area, group, "near_poor")?.Value : round.Find(area, group, column)?.Value;
    };
}
