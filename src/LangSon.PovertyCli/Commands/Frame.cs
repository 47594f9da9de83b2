using System.CommandLine;
using System.CommandLine.Completions;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Commands;

/// <summary>
/// Carries out a command line: whatever happens ends with one of the documented exit codes and one line on stderr a
/// reason, results alone go to stdout.
/// </summary>
/// <param name="output">Where results go.</param>
/// <param name="error">Where everything else goes.</param>
internal sealed class Frame(TextWriter output, TextWriter error)
{
    /// <summary>Parses and runs; the exit code is one of <see cref="ExitCode"/>.</summary>
    public async Task<ExitCode> InvokeAsync(RootCommand root, IReadOnlyList<string> args, Interruption interruption)
    {
        var parse = root.Parse(args);
        var wrong = parse.Action is ExamplesFirst or VersionAction || IsSuggestion(parse) ? null : UsageError.Line(parse);
        if (wrong is not null) return Say(ExitCode.Usage, wrong.Value, UsageError.Language(args));
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output,
                Error = error,
            };
            var code = (ExitCode)await parse.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return Exits.Combine([code, interruption.Code]);
        }
        catch (Exception failure)
        {
            return Explain(failure, interruption.Code, parse.GetValue(CommonOptions.Verbose), parse.Action is VersionAction or ExamplesFirst ? UsageError.Language(args) : parse.Language());
        }
    }

    /// <summary>Whether a shell asks what could be typed next: what stands after the directive is unfinished by nature.</summary>
    private static bool IsSuggestion(ParseResult parse) =>
        parse.RootCommandResult.Command is RootCommand root && root.Directives.OfType<SuggestDirective>().Any(directive => parse.GetResult(directive) is not null);

    private ExitCode Explain(Exception failure, ExitCode interruption, bool verbose, Language language)
    {
        // Files are read at once: every one of them may have its own reason to stop.
        var reasons = failure is AggregateException several ? [.. several.Flatten().InnerExceptions] : new[] { failure };
        var codes = reasons.Select(reason => Code(reason, interruption)).ToList();
        foreach (var (reason, code) in reasons.Zip(codes))
        {
            if (code is ExitCode.Interrupted or ExitCode.Terminated) continue;
            Say(code, reason is ExitException exit ? exit.Line : new Phrase("lỗi của chương trình", "internal fault").With($": {reason.GetType().Name}: {reason.Message}"), language);
            if (verbose && code == ExitCode.Internal) error.WriteLine(reason.StackTrace);
        }
        var combined = Exits.Combine([.. codes, interruption]);
        return combined is ExitCode.Interrupted or ExitCode.Terminated ? Say(combined, new("bị ngắt", "interrupted"), language) : combined;
    }

    private static ExitCode Code(Exception reason, ExitCode interruption) => reason switch
    {
        ExitException exit => exit.Code,
        OperationCanceledException when interruption != ExitCode.Done => interruption,
        _ => ExitCode.Internal,
    };

    private ExitCode Say(ExitCode code, Phrase reason, Language language)
    {
        error.WriteLine("poverty: " + reason.In(language).ReplaceLineEndings(" "));
        return code;
    }
}
