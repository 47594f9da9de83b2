using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Commands;

/// <summary>What is wrong with a command line, in one line; null when nothing is.</summary>
internal static class UsageError
{
    /// <summary>Types of whole numbers with the least and the greatest that they hold.</summary>
    private static readonly Dictionary<Type, (decimal Least, decimal Most)> Whole = new()
    {
        [typeof(int)] = (int.MinValue, int.MaxValue),
        [typeof(long)] = (long.MinValue, long.MaxValue),
        [typeof(ulong)] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>The line for <paramref name="parse"/>: a word nobody knows is named before anything that follows from it.</summary>
    public static Phrase? Line(ParseResult parse)
    {
        var unknown = Mistyped(parse) ?? (parse.UnmatchedTokens.Count > 0 ? parse.UnmatchedTokens[0] : null);
        if (unknown is not null) return Unknown(unknown, parse).With(Hint(parse));
        var command = parse.CommandResult.Command;
        if (command.Action is null && command.Subcommands.Count > 0)
        {
            var names = string.Join(", ", command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name));
            return new Phrase($"thiếu lệnh: {names}", $"a command is missing: {names}").With(Hint(parse));
        }
        if (command.Action is null) return new Phrase("không có gì để làm", "nothing to do").With(Hint(parse));
        if (parse.Errors.Count > 0) return Explain(parse.Errors[0]).With(Hint(parse));
        return null;
    }

    /// <summary>The language that a command line asks for that may be too wrong to be read.</summary>
    public static Language Language(IReadOnlyList<string> args) =>
        args.Contains("--lang=en") || args.Contains("--lang:en") || args.Zip(args.Skip(1)).Contains(("--lang", "en")) ? Poverty.Text.Language.English : Poverty.Text.Language.Vietnamese;

    /// <summary>
    /// A word such as <c>--ot</c> that was taken for a file's name because the command takes files. After <c>--</c> it is one.
    /// </summary>
    private static string? Mistyped(ParseResult parse)
    {
        var escaped = parse.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet();
        return parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-' && !escaped.Contains(token))?.Value;
    }

    /// <summary>What the parser complains about, in our words; complaints of our own options are in the right language already.</summary>
    private static Phrase Explain(ParseError error)
    {
        if ((error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { } result) return Explain(result, error);
        if (error.SymbolResult is not ArgumentResult argument) return Said(error);
        var name = argument.Argument.Name;
        if (argument.Tokens.Count == 0) return new($"thiếu {name}", $"{name} is missing");
        return NoneOf(name, argument.Tokens, argument.Argument.GetCompletions(CompletionContext.Empty)) ?? Said(error);
    }

    /// <summary>The parser's own words, or those of a check of ours.</summary>
    private static Phrase Said(ParseError error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');

    /// <summary>What is wrong with a word that must be one of several; null when nothing is or any word may stand.</summary>
    private static Phrase? NoneOf(string name, IEnumerable<Token> typed, IEnumerable<CompletionItem> choices)
    {
        string[] known = [.. choices.Select(choice => choice.Label)];
        if (known.Length == 0 || typed.FirstOrDefault(token => !known.Contains(token.Value)) is not { Value: var word }) return null;
        var list = string.Join(", ", known);
        return new Phrase($"{name}: \"{word}\" không phải một trong {list}", $"{name}: \"{word}\" is none of {list}").With(Nearest.Hint(Nearest.To(word, known)));
    }

    private static Phrase Explain(OptionResult result, ParseError error)
    {
        var option = result.Option;
        if (result.IdentifierToken is null) return new($"thiếu {option.Name} {option.HelpName}", $"{option.Name} {option.HelpName} is missing");
        if (result.Tokens.Count == 0)
            return new($"{option.Name} cần một giá trị: {option.Name} {option.HelpName}", $"{option.Name} needs a value: {option.Name} {option.HelpName}");
        if (result.Tokens.Count > option.Arity.MaximumNumberOfValues) return new($"{option.Name} chỉ được nêu một lần", $"{option.Name} may be given only once");
        if (NoneOf(option.Name, result.Tokens, option.GetCompletions(CompletionContext.Empty)) is { } other) return other;
        return Whole.TryGetValue(Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType, out var range) ? NoNumber(option.Name, result.Tokens[0].Value, range) ?? Said(error) : Said(error);
    }

    /// <summary>Why a word is not one of the whole numbers of a range; null when it is.</summary>
    private static Phrase? NoNumber(string name, string typed, (decimal Least, decimal Most) range)
    {
        if (!decimal.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new($"{name}: \"{typed}\" không phải số nguyên", $"{name}: \"{typed}\" is not a whole number");
        if (number < range.Least) return new($"{name}: \"{typed}\" quá nhỏ", $"{name}: \"{typed}\" is too small");
        return number > range.Most ? new($"{name}: \"{typed}\" quá lớn", $"{name}: \"{typed}\" is too large") : null;
    }

    private static Phrase Unknown(string word, ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var isOption = word.StartsWith('-');
        var known = isOption ? Options(parse.CommandResult) : command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name);
        var name = isOption ? word.Split('=', 2)[0] : word;
        var what = isOption ? new Phrase("tùy chọn", "option") : command.Subcommands.Count > 0 ? new Phrase("lệnh", "command") : new Phrase("tham số", "argument");
        return new Phrase($"không có {what.Vi} \"{name}\"", $"unknown {what.En} \"{name}\"").With(Nearest.Hint(Nearest.To(name, known)));
    }

    private static IEnumerable<string> Options(CommandResult result)
    {
        foreach (var option in result.Command.Options.Where(option => !option.Hidden)) yield return option.Name;
        for (var above = result.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
            foreach (var option in above.Command.Options.Where(option => option.Recursive && !option.Hidden))
                yield return option.Name;
    }

    private static Phrase Hint(ParseResult parse)
    {
        var words = new List<string>();
        for (SymbolResult? at = parse.CommandResult; at is CommandResult result; at = result.Parent)
            if (result.Command is not RootCommand)
                words.Insert(0, result.Command.Name);
        var help = string.Join(' ', ["poverty", .. words, "--help"]);
        return new($" (xem: {help})", $" (see: {help})");
    }
}
