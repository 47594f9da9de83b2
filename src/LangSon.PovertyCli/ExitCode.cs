namespace LangSon.PovertyCli;

/// <summary>What the program says to the script that started it.</summary>
internal enum ExitCode
{
    /// <summary>Done, targets met, nothing at or above <c>--fail-on</c>.</summary>
    Done = 0,

    /// <summary>Done, outputs written, findings at or above <c>--fail-on</c>.</summary>
    Findings = 1,

    /// <summary>The command line or the configuration is wrong; nothing was done.</summary>
    Usage = 2,

    /// <summary>Done, and a target is missed.</summary>
    TargetMissed = 3,

    /// <summary>An input is missing, unreadable, damaged or refused; nothing was written.</summary>
    Input = 4,

    /// <summary>The output could not be written; earlier output is untouched.</summary>
    Output = 5,

    /// <summary>Another run holds the output folder.</summary>
    Locked = 6,

    /// <summary>Something cannot be computed, compared or judged.</summary>
    NotComputable = 7,

    /// <summary>A fault in the program.</summary>
    Internal = 70,

    /// <summary>Interrupted from the keyboard (SIGINT).</summary>
    Interrupted = 130,

    /// <summary>Asked to end (SIGTERM).</summary>
    Terminated = 143,
}
