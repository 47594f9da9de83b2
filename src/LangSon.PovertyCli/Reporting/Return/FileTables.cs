using System.Text;
using LangSon.Poverty.Running;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>A file of a round with its tables: households, members, or both in two sheets of one workbook.</summary>
/// <param name="Name">The file as the user named it.</param>
/// <param name="Tables">Its tables.</param>
internal sealed record FileTables(string Name, IReadOnlyList<FileTable> Tables)
{
    /// <summary>The communes of its rows by code; rows that do not tell theirs come last.</summary>
    public IEnumerable<ReturnUnit> Units => Tables.SelectMany(table => table.Units).Distinct().OrderBy(unit => unit == ReturnUnit.Unknown).ThenBy(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>The files of a round that can be read, by name.</summary>
    public static IEnumerable<FileTables> Of(RunReport report, int number)
    {
        var (round, plan, settings) = (report.Inputs.Rounds[number], report.Inputs.Plan.Rounds[number], report.Inputs.Settings);
        // A file that could not be read has no rows to send back.
        FilePass[] files = [.. report.Outcome.Files[number].Where(file => !file.IsRefused)];
        FilePass[] members = [.. report.Outcome.Members[number].Where(file => !file.IsRefused)];
        var homes = new Dictionary<UInt128, ReturnUnit>();
        var tables = new List<FileTable>();
        foreach (var pass in files)
        {
            var rows = RowPlaces.OfHouseholds(round, pass, settings);
            ReturnUnit[] units = [.. rows.Select(row => row.Commune is { } commune ? new ReturnUnit(commune.Code, commune.Name) : ReturnUnit.Unknown)];
            // A file of one commune is that commune's: it is to mend the rows that do not name it, too.
            if (units.Where(unit => unit != ReturnUnit.Unknown).Distinct().ToArray() is [var only]) Array.Fill(units, only);
            if (members.Length > 0)
                foreach (var (row, unit) in rows.Zip(units))
                    if (row.Household is { } key)
                        homes.TryAdd(key, unit);
            tables.Add(new FileTable(pass, SheetOf(plan.Households, pass), false, [.. rows.Zip(units, (row, unit) => (row.Line, unit))]));
        }
        foreach (var pass in members)
        {
            var rows = RowPlaces.OfMembers(round, pass).Select(row => (row.Line, row.Household is { } key && homes.TryGetValue(key, out var unit) ? unit : ReturnUnit.Unknown));
            tables.Add(new FileTable(pass, SheetOf(plan.Members, pass), true, [.. rows]));
        }
        return tables.GroupBy(table => table.Pass.File.Name, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FileTables(file.Key, [.. file]));
    }

    private static string? SheetOf(IReadOnlyList<FileGroup> groups, FilePass pass) =>
        groups.FirstOrDefault(group => group.Files.Any(file => file.Name == pass.File.Name))?.Sheet;
}

/// <summary>One table of a file: whose each of its rows is.</summary>
internal sealed class FileTable
{
    private readonly Dictionary<long, ReturnUnit> _unitOf;
    private readonly ILookup<ReturnUnit, long> _lines;
    private readonly long _first;
    private readonly ReturnUnit? _only;

    /// <summary>Takes a table.</summary>
    /// <param name="pass">The table as the pass left it.</param>
    /// <param name="sheet">The sheet that the run file names.</param>
    /// <param name="isOfMembers">Whether its rows are members.</param>
    /// <param name="rows">The rows that say something, in the order of lines.</param>
    public FileTable(FilePass pass, string? sheet, bool isOfMembers, IReadOnlyList<(long Line, ReturnUnit Unit)> rows)
    {
        (Pass, IsOfMembers) = (pass, isOfMembers);
        _unitOf = rows.ToDictionary(row => row.Line, row => row.Unit);
        _lines = rows.ToLookup(row => row.Unit, row => row.Line);
        _first = rows.Count > 0 ? rows[0].Line : long.MaxValue;
        _only = _lines.Count == 1 ? _lines.Single().Key : null;
        using var source = pass.File.Open();
        SheetName = source.Sheet ?? sheet;
    }

    /// <summary>The table.</summary>
    public FilePass Pass { get; }

    /// <summary>Whether its rows are members.</summary>
    public bool IsOfMembers { get; }

    /// <summary>The name of its sheet; null where it is a text file and the run file names none.</summary>
    public string? SheetName { get; }

    /// <summary>The communes of its rows.</summary>
    public IEnumerable<ReturnUnit> Units => _lines.Select(unit => unit.Key);

    /// <summary>How many rows a commune has.</summary>
    public int CountOf(ReturnUnit unit) => _lines[unit].Count();

    /// <summary>Whose a line below the header is; null for one that says nothing, but in a table of one commune.</summary>
    public ReturnUnit? UnitOf(long line) => _unitOf.GetValueOrDefault(line) ?? _only;

    /// <summary>
    /// Reads the file once more and gives the sheets their rows. Titles, header and what stands between it and the first row
    /// that says something go to all of them; other lines that say nothing only where all rows are of one commune.
    /// </summary>
    public void Fill(IEnumerable<ReturnSheet> sheets)
    {
        var filled = sheets.ToDictionary(sheet => sheet.Unit);
        if (filled.Count == 0) return;
        using var source = Pass.File.Open();
        while (source.Read())
        {
            if (source.Line <= Pass.Header!.Line || source.Line < _first)
            {
                var head = Held(source);
                foreach (var sheet in filled.Values) sheet.Rows.Add(head);
            }
            else if (UnitOf(source.Line) is { } unit && filled.TryGetValue(unit, out var sheet))
            {
                sheet.Rows.Add(Held(source));
            }
        }
    }

    private static HeldRow Held(RowSource source)
    {
        var cells = new string[source.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(source[i]);
        var kinds = source.Sheet is null ? [] : new CellKind[cells.Length];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = source.Kind(i);
        return new HeldRow(source.Line, cells, kinds);
    }
}
