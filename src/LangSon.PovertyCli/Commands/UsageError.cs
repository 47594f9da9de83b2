using System.CommandLine;
using System.CommandLine.Parsing;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Commands;

/// <summary>What is wrong with a command line, in one line; null when nothing is.</summary>
internal static class UsageError
{
    /// <summary>The line for <paramref name="parse"/>: a word nobody knows is named before anything that follows from it.</summary>
    public static string? Line(ParseResult parse)
    {
        var unknown = Mistyped(parse) ?? (parse.UnmatchedTokens.Count > 0 ? parse.UnmatchedTokens[0] : null);
        if (unknown is not null) return Unknown(unknown, parse) + Hint(parse);
        var command = parse.CommandResult.Command;
        if (command.Action is null && command.Subcommands.Count > 0)
            return $"a command is missing: {string.Join(", ", command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name))}" + Hint(parse);
        if (command.Action is null) return "nothing to do" + Hint(parse);
        if (parse.Errors.Count > 0) return parse.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.') + Hint(parse);
        return null;
    }

    /// <summary>
    /// A word such as <c>--ot</c> that was taken for a file's name because the command takes files. After <c>--</c> it is one.
    /// </summary>
    private static string? Mistyped(ParseResult parse)
    {
        var escaped = parse.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet();
        return parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-' && !escaped.Contains(token))?.Value;
    }

    private static string Unknown(string word, ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var isOption = word.StartsWith('-');
        var known = isOption ? Options(parse.CommandResult) : command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name);
        var name = isOption ? word.Split('=', 2)[0] : word;
        var near = Nearest.To(name, known);
        var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return near is null ? $"unknown {what} \"{name}\"" : $"unknown {what} \"{name}\"; did you mean \"{near}\"?";
    }

    private static IEnumerable<string> Options(CommandResult result)
    {
        foreach (var option in result.Command.Options.Where(option => !option.Hidden)) yield return option.Name;
        for (var above = result.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
            foreach (var option in above.Command.Options.Where(option => option.Recursive && !option.Hidden))
                yield return option.Name;
    }

    private static string Hint(ParseResult parse)
    {
        var words = new List<string>();
        for (SymbolResult? at = parse.CommandResult; at is CommandResult result; at = result.Parent)
            if (result.Command is not RootCommand)
                words.Insert(0, result.Command.Name);
        return $" (see: poverty {string.Join(' ', [.. words, "--help"])})";
    }
}
