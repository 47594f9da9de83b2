using LangSon.Poverty.Running;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>A row of the file, as it stands there.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Cells">The texts of its cells.</param>
/// <param name="Kinds">What the cells are; none for a text file.</param>
internal sealed record HeldRow(long Line, string[] Cells, CellKind[] Kinds);

/// <summary>The rows of one unit out of one table of a file, and what was found in them.</summary>
/// <param name="unit">The unit.</param>
/// <param name="name">The sheet's name: the file's own, so that a run file that names it finds it again.</param>
/// <param name="pass">The table.</param>
internal sealed class ReturnSheet(ReturnUnit unit, string name, FilePass pass)
{
    /// <summary>The faults after which the cells of a row can't be trusted to stand in their columns.</summary>
    private static readonly string[] Torn = ["PV1021", "PV1022", "PV1024"];

    private HashSet<long>? _torn;

    /// <summary>The unit.</summary>
    public ReturnUnit Unit => unit;

    /// <summary>The sheet's name.</summary>
    public string Name => name;

    /// <summary>The table that it comes from.</summary>
    public FilePass Pass => pass;

    /// <summary>How many rows of households or members it has.</summary>
    public required int Count { get; init; }

    /// <summary>What was found in its rows and in its header.</summary>
    public required IReadOnlyList<ListedFinding> Faults { get; init; }

    /// <summary>Its rows from the first of the file on, header and titles among them, while the workbook is written.</summary>
    public List<HeldRow> Rows { get; } = [];

    /// <summary>The column of the household's id, or of its first part where it is composed.</summary>
    public int IdColumn => Math.Max(0, pass.Header![pass.File.Layout.IdFrom is [var first, ..] ? first : "household_id"]);

    /// <summary>Whether a finding says that the cells of its row can't be trusted to stand in their columns.</summary>
    public static bool Tears(string code) => Torn.Contains(code);

    /// <summary>Whether the cells of a line can't be trusted to stand in their columns: its row is to be typed again.</summary>
    public bool IsTorn(long line) => (_torn ??= [.. Faults.Where(fault => Tears(fault.Finding.Code)).Select(fault => fault.Finding.Place.Line)]).Contains(line);

    /// <summary>The column that a finding is about; that of the id for one about the whole row.</summary>
    public int ColumnOf(ListedFinding fault)
    {
        if (fault.Finding.Column is not { } column) return IdColumn;
        if (pass.Header![column] is >= 0 and var at) return at;
        for (var i = 0; i < pass.Header.Names.Count; i++)
            if (pass.Header.Names[i] == column)
                return i;
        return IdColumn;
    }
}
