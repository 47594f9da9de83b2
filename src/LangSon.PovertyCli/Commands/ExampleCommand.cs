using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LangSon.PovertyCli.Commands;

/// <summary>A command whose help begins with examples.</summary>
/// <param name="name">The word that is typed.</param>
/// <param name="description">One sentence, in English and Vietnamese.</param>
/// <param name="examples">Whole command lines, the most usual first; tests run them.</param>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines, the most usual first.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>Help that begins with examples, as that is what most people look for.</summary>
/// <param name="rest">What prints the rest of the help.</param>
internal sealed class ExamplesFirst(HelpAction rest) : SynchronousCommandLineAction
{
    /// <summary>Help is asked for instead of an otherwise wrong command line, too.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts examples before the help of every command under <paramref name="root"/>.</summary>
    public static void Apply(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction rest)
                option.Action = new ExamplesFirst(rest);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var examples = Of(parseResult.CommandResult.Command);
        if (examples.Count > 0)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples / Ví dụ:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
        }
        return parseResult.CommandResult.Command is RootCommand root ? Whole(root, parseResult) : rest.Invoke(parseResult);
    }

    /// <summary>The commands of every day as the parser lists them, the others under more.</summary>
    private int Whole(RootCommand root, ParseResult parseResult)
    {
        var others = root.Subcommands.Where(command => !command.Hidden && !Root.Daily.Contains(command.Name)).ToArray();
        foreach (var command in others) command.Hidden = true;
        var code = rest.Invoke(parseResult);
        foreach (var command in others) command.Hidden = false;
        if (others.Length == 0) return code;
        var width = others.Max(command => command.Name.Length);
        parseResult.InvocationConfiguration.Output.WriteLine("More commands / Lệnh khác:");
        foreach (var command in others) parseResult.InvocationConfiguration.Output.WriteLine($"  {command.Name.PadRight(width)}  {command.Description}");
        parseResult.InvocationConfiguration.Output.WriteLine();
        return code;
    }

    /// <summary>A command's own examples; of a command with commands under it, the first of each.</summary>
    private static IReadOnlyList<string> Of(Command command) => command is ExampleCommand own
        ? own.Examples
        : [.. command.Subcommands.Where(inner => !inner.Hidden).SelectMany(inner => Of(inner).Take(1))];
}
