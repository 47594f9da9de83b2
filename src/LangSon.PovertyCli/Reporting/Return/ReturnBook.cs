using LangSon.Poverty.Findings;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>A commune that rows go back to.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; empty where only the code is known.</param>
internal sealed record ReturnUnit(string Code, string Name)
{
    /// <summary>Whoever the rows are of that do not tell their commune.</summary>
    public static ReturnUnit Unknown { get; } = new("", "");
}

/// <summary>One workbook: the rows of one commune out of one file.</summary>
/// <param name="Unit">The commune.</param>
/// <param name="File">The file that the rows come from, as the user named it.</param>
/// <param name="Name">The workbook's name.</param>
internal sealed record ReturnBook(ReturnUnit Unit, string File, string Name)
{
    /// <summary>Its sheets of rows: the households, or members, or both where one workbook of the commune had both.</summary>
    public required IReadOnlyList<ReturnSheet> Sheets { get; init; }

    /// <summary>What was found about the whole file or commune.</summary>
    public required List<ListedFinding> General { get; init; }

    /// <summary>How many rows of households and members it has.</summary>
    public int Rows => Sheets.Sum(sheet => sheet.Count);

    /// <summary>Everything found: what is listed in its guide.</summary>
    public IEnumerable<ListedFinding> Faults => Sheets.SelectMany(sheet => sheet.Faults).Concat(General);

    /// <summary>How many findings it has of a severity.</summary>
    public int Count(Severity severity) => Faults.Count(fault => fault.Severity == severity);
}
