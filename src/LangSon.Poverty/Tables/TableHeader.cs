using LangSon.Poverty.Text;

namespace LangSon.Poverty.Tables;

/// <summary>Finds the columns of a small table by their names or by what offices call them, however they are written.</summary>
internal sealed class TableHeader
{
    /// <summary>What a count is called below its own header: Hộ nghèo over Số hộ and Tỷ lệ.</summary>
    private static readonly string[] Amounts = ["số hộ", "tổng số hộ", "tổng số", "số lượng", "hộ", "households", "number"];

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

    private static bool IsRate(string header) => header.Contains('%') || Folding.Key(header) is var key && (key.StartsWith("tỷ lệ", StringComparison.Ordinal) || key.StartsWith("tỉ lệ", StringComparison.Ordinal) || key == "rate");

    private static bool IsAboutThePoor(string header) => Folding.Key(header) is var key && (key.Contains("nghèo", StringComparison.Ordinal) || key.Contains("poor", StringComparison.Ordinal));

    /// <summary>Whether a row may be the lower level of a header of an office's own: it has headers and no figures.</summary>
    private bool IsLevel(IReadOnlyList<string> cells) => _columns.Any(column => column.Headers.Count > 0)
        && cells.Any(cell => IsKnown(cell) || IsRate(cell)) && !cells.Any(cell => cell.Any(char.IsDigit));

    private string[] Names(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var names = new string[Math.Max(upper.Count, lower.Count)];
        for (var first = 0; first < names.Length;)
        {
            var own = Cell(upper, first);
            var next = first + 1;
            while (next < names.Length && Cell(upper, next).Length == 0) next++;
            // What a known header has below it are its own parts, one of which is itself.
            var itself = IsKnown(own) ? Itself(own, lower, first, next) : -1;
            for (var i = first; i < next; i++)
            {
                var part = Cell(lower, i);
                var name = Named(part.Length > 0 ? part : i == first ? own : "");
                // Below rates there is no count, whatever it is called, and households below a header about the poor are not all households.
                var isOfOthers = IsRate(own) || (name is "households" or "persons" && IsAboutThePoor(own));
                names[i] = IsKnown(own) ? i == itself ? Named(own) : RateOf(Named(own), part) : isOfOthers ? $"{own} {part}".Trim().ToLowerInvariant() : name;
            }
            first = next;
        }
        return names;
    }

    /// <summary>The rate below a count's header, where the form has such a column; no column otherwise.</summary>
    private string RateOf(string count, string part) => IsRate(part) && Knows($"{count}_rate") ? $"{count}_rate" : "";

    /// <summary>The column of a known header: the one that an amount's words stand over, else the first that is neither a rate nor another column.</summary>
    private int Itself(string header, IReadOnlyList<string> lower, int first, int next)
    {
        var columns = Enumerable.Range(first, next - first).ToArray();
        return columns.FirstOrDefault(i => IsOwn(Cell(lower, i)), columns.FirstOrDefault(IsOther, -1));

        bool IsOwn(string part) => Named(part) == Named(header) || Amounts.Contains(Folding.Key(part).Trim('(', ')'));
        bool IsOther(int i) => Cell(lower, i) is var part && (part.Length > 0 || i == first) && !IsKnown(part) && !IsRate(part);
    }

    private string Named(string header) => _byHeader.GetValueOrDefault(Folding.Key(header)) ?? header.ToLowerInvariant();

    private static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column] : "";

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
