using LangSon.Poverty.Text;

namespace LangSon.Poverty.Tables;

/// <summary>Finds the columns of a small table by their names or by what offices call them, however they are written.</summary>
internal sealed class TableHeader
{
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly Dictionary<string, string> _byHeader = new(StringComparer.Ordinal);

    public TableHeader(IReadOnlyList<TableColumn> columns)
    {
        _columns = columns;
        foreach (var column in columns)
            foreach (var header in column.Headers.Prepend(column.Name))
                _byHeader.Add(Folding.Key(header), column.Name);
    }

    /// <summary>Whether a name is that of a column of the form.</summary>
    public bool Knows(string name) => _columns.Any(column => column.Name == name);

    /// <summary>The required columns that are neither there nor replaced by another.</summary>
    public IEnumerable<TableColumn> Missing(Predicate<string> has) =>
        _columns.Where(column => column.IsRequired && !has(column.Name) && !column.Instead.Any(name => has(name)));

    /// <summary>
    /// The header within the first rows: the first that lacks no column, alone or with the level below it, else the first
    /// that knows most. Gives the number of its first and last row and what its columns are: those of the form by their
    /// names, others by their own texts in small letters.
    /// </summary>
    public (int First, int Last, IReadOnlyList<string> Names) In(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var best = (First: 0, Last: 0, Names: (IReadOnlyList<string>)[]);
        for (var i = 0; i < rows.Count; i++)
        {
            var hasLevel = i + 1 < rows.Count && rows[i].Any(IsKnown) && IsLevel(rows[i + 1]);
            var names = Names(rows[i], hasLevel ? rows[i + 1] : []);
            var found = (i, hasLevel ? i + 1 : i, names);
            if (!Missing(names.Contains).Any()) return found;
            if (i == 0 || names.Count(Knows) > best.Names.Count(Knows)) best = found;
        }
        return best;
    }

    private bool IsKnown(string header) => _byHeader.ContainsKey(Folding.Key(header));

    /// <summary>Whether a row may be the lower level of a header of an office's own: it has headers and no figures.</summary>
    private bool IsLevel(IReadOnlyList<string> cells) => _columns.Any(column => column.Headers.Count > 0)
        && cells.Any(IsKnown) && !cells.Any(cell => cell.Any(char.IsDigit));

    private string[] Names(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var names = new string[Math.Max(upper.Count, lower.Count)];
        var above = "";
        for (var i = 0; i < names.Length; i++)
        {
            var own = i < upper.Count ? upper[i] : "";
            var part = i < lower.Count ? lower[i] : "";
            if (own.Length > 0) above = own;
            // What a known header has below it are its own parts (Hộ nghèo: Số hộ, Tỷ lệ), the first of which is itself.
            var name = IsKnown(own) || part.Length == 0 ? own : IsKnown(above) ? "" : part;
            names[i] = _byHeader.GetValueOrDefault(Folding.Key(name)) ?? name.ToLowerInvariant();
        }
        return names;
    }

    /// <summary>Whether a row only numbers the columns: (1), (2), …, after letters and with a reckoning behind it (6=5/3) or not.</summary>
    public static bool IsNumbering(IReadOnlyList<string> cells)
    {
        var last = 0;
        foreach (var cell in cells.Where(cell => cell.Length > 0))
        {
            var mark = cell.Split('=')[0].Trim(' ', '(', ')');
            if (last == 0 && mark is [>= 'A' and <= 'Z']) continue;
            if (!int.TryParse(mark, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number != last + 1) return false;
            last = number;
        }
        return last >= 3;
    }
}
