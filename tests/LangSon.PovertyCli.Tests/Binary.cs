using System.Diagnostics;
using System.Text;

namespace LangSon.PovertyCli.Tests;

/// <summary>What the program did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of stderr.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real program, as a user starts it: poverty.dll beside the tests.</summary>
internal static class Binary
{
    /// <summary>How long any of it may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs it in the folder of the tests.</summary>
    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, AppContext.BaseDirectory);

    /// <summary>Runs it; killed, and a failure, when it takes longer than <see cref="Limit"/>.</summary>
    public static async Task<Outcome> RunAsync(
        IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null, string stdin = "")
    {
        using var process = Start(arguments, folder, environment);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(stdin.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"poverty {string.Join(' ', arguments)} took longer than {Limit}.");
        }
    }

    /// <summary>Starts it and leaves it running, for tests that interrupt it.</summary>
    public static Process Start(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "poverty.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
