using System.CommandLine;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Commands;

/// <summary>How a command answers: results to stdout, one line of complaint to stderr.</summary>
internal static class Answer
{
    /// <summary>Prints a table in the form and language asked for; the command is done.</summary>
    public static int Print(this ParseResult parse, TextTable table)
    {
        table.IsColoured = parse.UsesColours();
        table.Write(parse.InvocationConfiguration.Output, parse.OutputFormat(), parse.Language());
        return (int)ExitCode.Done;
    }

    /// <summary>Prints words for people, a line.</summary>
    public static void Say(this ParseResult parse, Phrase line) => parse.InvocationConfiguration.Output.Write($"{line.In(parse.Language())}\n");

    /// <summary>Ends the command with one line on stderr, which names the program as all its complaints do.</summary>
    public static int Refuse(this ParseResult parse, ExitCode code, Phrase line)
    {
        parse.InvocationConfiguration.Error.Write($"poverty: {line.In(parse.Language())}\n");
        return (int)code;
    }

    /// <summary>A complaint with the word that was probably meant, if one is near.</summary>
    public static Phrase WithNearest(Phrase complaint, string? nearest) => nearest is null
        ? new Phrase($"{complaint.Vi}.", $"{complaint.En}.")
        : new Phrase($"{complaint.Vi}; có phải là {nearest}?", $"{complaint.En}; did you mean {nearest}?");
}
