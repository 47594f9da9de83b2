namespace LangSon.PovertyCli;

/// <summary>
/// Stops a command for a reason that whoever started it can mend (a full disk, a held lock, a wrong option). The message is
/// the one line that is printed; it names the file or option.
/// </summary>
internal sealed class ExitException : Exception
{
    /// <summary>Stops with <paramref name="code"/> and <paramref name="line"/>.</summary>
    public ExitException(ExitCode code, string line, Exception? cause = null) : base(line, cause) => Code = code;

    /// <summary>What the program ends with.</summary>
    public ExitCode Code { get; }
}
