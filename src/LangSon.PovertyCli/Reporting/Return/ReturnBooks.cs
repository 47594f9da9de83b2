using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting.Return;

/// <summary>
/// Sorts the rows of a round's files and what was found in them by commune. Rows are held for some workbooks at a time
/// only: a file may hold a whole province.
/// </summary>
internal sealed class ReturnBooks
{
    /// <summary>So many rows are held together, about a hundred megabytes; one commune is never divided.</summary>
    private const int MostHeld = 50_000;

    /// <summary>
    /// What a commune can do nothing about: that a text file had odd ends of lines, that a formula gave a value (which now
    /// stands there itself), that rows were hidden (they are not any more), and corrections of the office.
    /// </summary>
    private static readonly string[] NotTheirs = ["PV1012", "PV1044", "PV1047", "PV5020"];

    private static readonly Phrase ListName = new("Danh sách", "List");

    private readonly Language _language;
    private readonly Dictionary<Finding, ListedFinding> _listed;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(FileTables File, ReturnBook[] Books)> _files = [];

    /// <summary>Plans the workbooks of a round whose files have been read.</summary>
    /// <param name="report">The run.</param>
    /// <param name="round">The number of the round.</param>
    /// <param name="all">Whether communes without a fault get a workbook, too.</param>
    /// <param name="language">The language of guides and comments.</param>
    public ReturnBooks(RunReport report, int round, bool all, Language language)
    {
        _language = language;
        _listed = report.Findings.Where(listed => listed.Severity is Severity.Error or Severity.Warn && !NotTheirs.Contains(listed.Finding.Code))
            .DistinctBy(listed => listed.Finding).ToDictionary(listed => listed.Finding);
        foreach (var file in FileTables.Of(report, round)) _files.Add((file, [.. Plan(file, all)]));
        foreach (var book in Books) book.General.AddRange(OfCommune(book.Unit.Code));
    }

    /// <summary>The workbooks, by file and then by code.</summary>
    public IEnumerable<ReturnBook> Books => _files.SelectMany(file => file.Books);

    /// <summary>Shows every workbook with its rows, which are gone afterwards.</summary>
    public void ForEach(Action<ReturnBook> write, CancellationToken stop)
    {
        foreach (var (file, books) in _files)
            for (var (from, to) = (0, 0); from < books.Length; from = to)
            {
                for (var rows = 0; to < books.Length && (to == from || rows + books[to].Rows <= MostHeld); to++) rows += books[to].Rows;
                var held = books[from..to];
                foreach (var table in file.Tables) table.Fill(held.SelectMany(book => book.Sheets).Where(sheet => sheet.Pass == table.Pass));
                foreach (var book in held)
                {
                    stop.ThrowIfCancellationRequested();
                    write(book);
                    foreach (var sheet in book.Sheets) sheet.Rows.Clear();
                }
            }
    }

    private IEnumerable<ReturnBook> Plan(FileTables file, bool all)
    {
        var found = file.Tables.ToDictionary(table => table, table => Listed(table.Pass).ToArray());
        var ofRows = file.Tables.ToDictionary(table => table, table => found[table].Where(fault => fault.Finding.Place.Line > table.Pass.Header!.Line).ToLookup(fault => table.UnitOf(fault.Finding.Place.Line)));
        foreach (var unit in file.Units)
        {
            if (!all && !ofRows.Values.Any(faults => faults.Contains(unit))) continue;
            yield return new ReturnBook(unit, file.Name, NameOf(unit, file))
            {
                Sheets =
                [
                    .. file.Tables.Select(table => new ReturnSheet(unit, table.SheetName ?? ListName.In(_language), table.Pass)
                    {
                        Count = table.CountOf(unit),
                        Faults = [.. found[table].Where(fault => fault.Finding.Place.Line > 0 && fault.Finding.Place.Line <= table.Pass.Header!.Line), .. ofRows[table][unit]],
                    }),
                ],
                General = [.. found.Values.SelectMany(faults => faults).Where(fault => fault.Finding.Place.Line == 0)],
            };
        }
    }

    private IEnumerable<ListedFinding> Listed(FilePass pass) => pass.Log.Findings.Where(_listed.ContainsKey).Select(finding => _listed[finding])
        .OrderBy(listed => listed.Finding.Place.Line).ThenByDescending(listed => listed.Severity).ThenBy(listed => listed.Finding.Code, StringComparer.Ordinal);

    /// <summary>What was found about a commune as a whole, such as that its number of households jumped.</summary>
    private IEnumerable<ListedFinding> OfCommune(string code) =>
        _listed.Values.Where(listed => listed.Finding.Place.File.Length == 0 && code.Length > 0 && listed.Finding.CommuneCode == code);

    /// <summary>The commune's code, which a run file may take for its commune; a second file of it is numbered.</summary>
    private string NameOf(ReturnUnit unit, FileTables file)
    {
        var name = unit == ReturnUnit.Unknown ? $"chua-ro-xa-{Path.GetFileName(file.Name).Split('.')[0]}" : unit.Code;
        if (file.Tables.All(table => table.IsOfMembers)) name = $"thanh-vien-{name}";
        var safe = new StringBuilder(name.Length);
        foreach (var letter in name) safe.Append(char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_');
        var free = $"{safe}.xlsx";
        for (var i = 2; !_names.Add(free); i++) free = $"{safe}-{i}.xlsx";
        return free;
    }
}
