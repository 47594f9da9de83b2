namespace LangSon.PovertyCli;

/// <summary>Which exit code stands when several hold.</summary>
internal static class Exits
{
    private static readonly ExitCode[] ByPrecedence =
    [
        ExitCode.Internal, ExitCode.Terminated, ExitCode.Interrupted, ExitCode.Output, ExitCode.Locked, ExitCode.Usage,
        ExitCode.Input, ExitCode.NotComputable, ExitCode.Findings, ExitCode.TargetMissed,
    ];

    /// <summary>The code that wins; <see cref="ExitCode.Done"/> when none is given. A script sees one code, the reasons name all.</summary>
    public static ExitCode Combine(IEnumerable<ExitCode> codes)
    {
        var held = codes.ToHashSet();
        foreach (var code in ByPrecedence)
            if (held.Contains(code))
                return code;
        return ExitCode.Done;
    }
}
