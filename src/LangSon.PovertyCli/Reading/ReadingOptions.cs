namespace LangSon.PovertyCli.Reading;

/// <summary>What the user may say about how a file is to be read.</summary>
/// <param name="Encoding">
/// One of <see cref="TextEncodings.Names"/>; null stands for UTF-8. A byte order mark overrules it; workbooks ignore it.
/// </param>
/// <param name="Sheet">The sheet to read; null when the workbook leaves no choice. Text files ignore it.</param>
/// <param name="Limits">How far a compressed file may expand.</param>
internal sealed record ReadingOptions(string? Encoding, string? Sheet, SafetyLimits Limits)
{
    /// <summary>UTF-8, the only sheet, the default limits.</summary>
    public static ReadingOptions Default { get; } = new(null, null, SafetyLimits.Default);
}
