using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>
/// The header of a household file: where each canonical column stands. It is looked for within the first rows, since
/// forms begin with titles, and may have several levels with merged cells.
/// </summary>
public sealed class Header
{
    /// <summary>How many title rows a form may have before its header.</summary>
    private const int MostRowsBefore = 20;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    private readonly SurveyColumns _table;

    private Header(SurveyColumns table, int width, long line) => (_table, Width, Line) = (table, width, line);

    /// <summary>The number of columns that have a name.</summary>
    public int Width { get; private set; }

    /// <summary>The line of the header's last row.</summary>
    public long Line { get; }

    /// <summary>The header of each column as it stands in the file; levels joined by a space.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The columns between others that have no name: narrow ones that only divide the form, unless a row has a value there (PV1031).</summary>
    public IReadOnlyList<int> Nameless { get; private set; } = [];

    /// <summary>What is wrong or noteworthy about the header.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The place of a canonical column, or -1.</summary>
    public int this[string canonical] => _columns.GetValueOrDefault(canonical, -1);

    /// <summary>The canonical column at a place, or null.</summary>
    public string? CanonicalAt(int column)
    {
        foreach (var (name, at) in _columns)
            if (at == column)
                return name;
        return null;
    }

    /// <summary>The canonical columns that the file has.</summary>
    public IEnumerable<string> Columns => _columns.Keys;

    /// <summary>
    /// Reads <paramref name="source"/> up to and including its header: the first row (or rows) that lacks no column. Where
    /// there is none within the first 20 rows the file is of no use; the row that came nearest then says which columns are
    /// missing (PV1032), or that there is no header at all (PV1034).
    /// </summary>
    /// <param name="source">The file, at its start.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="table">The columns that it may have.</param>
    /// <param name="law">The law whose indicators are columns, too.</param>
    /// <param name="missing">Given which columns there are, those that must be there and are not.</param>
    public static Header Read(RowSource source, HouseholdLayout layout, SurveyColumns table, Law law, Func<Predicate<string>, IEnumerable<string>> missing)
    {
        var rows = new List<(long Line, string[] Cells)>();
        Header? best = null;
        var isBlank = true;
        while (rows.Count < (layout.SkipRows ?? MostRowsBefore) + layout.HeaderRows && source.Read())
        {
            rows.Add((source.Line, Cells(source)));
            isBlank &= rows[^1].Cells.All(cell => cell.Length == 0);
            var first = rows.Count - layout.HeaderRows;
            if (first < (layout.SkipRows ?? 0)) continue;
            var header = From(source, rows[first..], layout, table, law);
            if (!missing(header._columns.ContainsKey).Any()) return header;
            if (header._columns.Count > (best?._columns.Count ?? 0)) best = header;
        }
        if (isBlank && !source.Read()) throw new FileRefusedException(new Finding("PV1010", new Place(source.File, source.Sheet)));
        if (best is null || best._columns.Count < 2)
            throw new FileRefusedException(new Finding("PV1034", new Place(source.File, source.Sheet)) { Details = [("n", $"{MostRowsBefore}")] });
        foreach (var name in missing(best._columns.ContainsKey))
            best.Add("PV1032", source, name, ("name", layout.Columns.TryGetValue(name, out var own) ? own.Header : name),
                ("near", best.NearestTo(own?.Header ?? name)));
        return best;
    }

    private static string[] Cells(RowSource source)
    {
        var cells = new string[source.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = string.Join(' ', Nfc.Of(Encoding.UTF8.GetString(source[i]))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return cells;
    }

    /// <summary>The unused header that looks most like a name, for messages.</summary>
    internal string NearestTo(string canonical) =>
        Nearest.To(canonical.Replace('_', ' '), Names.Where(name => name.Length > 0 && _table.Find(name) is null)) ?? "–";

    private static Header From(RowSource source, List<(long Line, string[] Cells)> levels, HouseholdLayout layout, SurveyColumns table, Law law)
    {
        var width = levels.Max(level => level.Cells.Length);
        var header = new Header(table, width, levels[^1].Line);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (canonical, column) in layout.Columns) own.TryAdd(Folding.Key(column.Header), canonical);
        var names = new string[width];
        var upper = "";
        for (var i = 0; i < width; i++)
        {
            var texts = levels.Select(level => i < level.Cells.Length ? level.Cells[i] : "").ToArray();
            if (texts.Length > 1 && texts[0].Length > 0) upper = texts[0];
            var lowest = texts.LastOrDefault(text => text.Length > 0) ?? "";
            var joined = texts.Length > 1 && texts[^1].Length > 0 && upper.Length > 0 ? $"{upper} {lowest}" : lowest;
            var byLowest = Canonical(lowest, own, layout, table, law);
            var name = byLowest ?? Canonical(joined, own, layout, table, law);
            // A column that its lowest level names keeps that name: rejected.csv has a header of one row.
            names[i] = byLowest is null ? joined : lowest;
            if (name is null) header.Unknown(source, i, joined);
            else if (!header._columns.TryAdd(name, i)) header.Add("PV1030", source, joined, ("name", names[i]), ("n", "2"));
        }
        header.Names = names;
        header.TrimBlank(source);
        return header;
    }

    private static string? Canonical(string text, Dictionary<string, string> own, HouseholdLayout layout, SurveyColumns table, Law law)
    {
        if (text.Length == 0) return null;
        var key = Folding.Key(text);
        if (own.TryGetValue(key, out var canonical)) return canonical;
        var known = table.Find(text);
        if (table == SurveyColumns.Households)
        {
            foreach (var indicator in law.Indicators)
                if (known is null && Folding.Key(indicator.Id) == key)
                    known = indicator.Id;
        }
        // A table of members may name their household by more columns than its id.
        else if (known is null && SurveyColumns.Households.Find(text) is { } part && layout.IdFrom.Contains(part))
        {
            known = part;
        }
        return known is null || layout.Columns.ContainsKey(known) ? null : known;
    }

    private void Unknown(RowSource source, int column, string name)
    {
        if (name.Length == 0 || _table.IsIgnored(name)) return;
        Add("PV1033", source, name, ("name", name));
    }

    /// <summary>Columns without a name at the end are no columns.</summary>
    private void TrimBlank(RowSource source)
    {
        while (Width > 0 && Names[Width - 1].Length == 0) Width--;
        Nameless = [.. Enumerable.Range(0, Width).Where(i => Names[i].Length == 0)];
        foreach (var twice in Names.Take(Width).Where(name => name.Length > 0 && !_table.IsIgnored(name))
                     .GroupBy(Folding.Key).Where(group => group.Count() > 1))
            if (_findings.All(finding => finding.Code != "PV1030"))
                Add("PV1030", source, twice.First(), ("name", twice.First()), ("n", $"{twice.Count()}"));
    }

    private void Add(string code, RowSource source, string? column, params ReadOnlySpan<(string, Phrase)> details) =>
        _findings.Add(new Finding(code, new Place(source.File, source.Sheet, Line)) { Column = column, Details = details.ToArray() });
}
