using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.RunFile;

/// <summary>What resolving a run needs to know of the rest of the program.</summary>
/// <param name="CanonicalColumns">The canonical column names of household tables, the indicators of the program's own standards among them.</param>
/// <param name="FindingCodes">The codes of the catalogue.</param>
/// <param name="Encodings">The encodings that files can be read in, lower case.</param>
/// <param name="OpenTable">Opens a small table; a file that cannot be read throws <see cref="Poverty.Findings.FileRefusedException"/>.</param>
/// <param name="IndicatorsOf">The ids of the indicators of a standard of the user's own; null when it cannot be read, which is reported elsewhere.</param>
internal sealed record RunContext(
    IReadOnlySet<string> CanonicalColumns, IReadOnlySet<string> FindingCodes, IReadOnlySet<string> Encodings,
    Func<InputFile, RowSource> OpenTable, Func<InputFile, IReadOnlyList<string>?> IndicatorsOf);
