using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary>How every command that reads a run begins: resolve what was typed, read the tables, say all that is wrong.</summary>
internal static class RunStart
{
    /// <summary>The inputs of a run; null when it can't start, and then every reason is on stderr.</summary>
    public static RunInputs? Load(ParseResult parse, out ExitCode exit)
    {
        var resolution = RunOptions.Resolve(parse, RunInputs.Context, Directory.GetCurrentDirectory());
        var inputs = resolution.IsValid ? RunInputs.Load(resolution.Plan, parse.GetValue(CommonOptions.Threads), resolution.Faults) : null;
        exit = resolution.Faults.ExitCode;
        foreach (var line in resolution.Faults.Lines(parse.Language())) parse.InvocationConfiguration.Error.Write($"poverty: {line}\n");
        return inputs;
    }

    /// <summary>Says on stderr why files can't be used: one line a fault, in the language of the run.</summary>
    public static void ExplainRefusals(ParseResult parse, RunReport report)
    {
        foreach (var finding in report.Files.Where(file => file.IsRefused).SelectMany(file => file.Log.Findings)
                     .Where(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RefusesFile))
            parse.InvocationConfiguration.Error.Write($"poverty: {Line(finding, parse.Language())}\n");
        foreach (var fault in report.Inputs.Tables.SelectMany(table => table.Faults))
            parse.InvocationConfiguration.Error.Write($"poverty: {Line(fault, parse.Language())}\n");
    }

    /// <summary>A finding as one line: where, what, and its code.</summary>
    public static string Line(Finding finding, Language language)
    {
        var message = FindingCatalogue.BuiltIn.Message(finding, language);
        // Some messages name the file themselves; the line belongs beside it.
        var article = language == Language.Vietnamese ? "Tệp " : "";
        var named = $"{article}{finding.Place.File}: ";
        if (finding.Place.File.Length > 0 && message.StartsWith(named, StringComparison.Ordinal)) message = message[named.Length..];
        var file = finding.Place.Line > 0 ? $"{finding.Place.File}:{finding.Place.Line}" : finding.Place.File;
        var place = finding.Place.Cell is { } cell ? $"{file} {cell}" : file;
        var column = finding.Column is null || finding.Place.Line == 0 ? "" : $" [{finding.Column}]";
        return place.Length == 0 || message.StartsWith(article + place, StringComparison.Ordinal) ? $"{message} ({finding.Code})" : $"{place}{column}: {message} ({finding.Code})";
    }
}
