using System.Globalization;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>
/// How a column follows from others of its form, as the row under the headers prints it: a sum such as <c>1-2-3-4+5</c>, a
/// share in percent such as <c>3/1*100</c>, or <c>3+...</c>, the sum of the columns repeated from column 3 on.
/// </summary>
/// <param name="Text">As written.</param>
/// <param name="IsShare">Whether it is the percentage of the first column in the second.</param>
/// <param name="Terms">The columns by number, each with its sign; those of a share are positive.</param>
internal sealed record FormFormula(string Text, bool IsShare, IReadOnlyList<(int Sign, string Column)> Terms)
{
    private const string Percent = "*100";
    private const string AndSoOn = "+...";

    /// <summary>Reads a formula; null when it is none.</summary>
    public static FormFormula? Parse(string text)
    {
        if (text.EndsWith(Percent, StringComparison.Ordinal))
        {
            var parts = text[..^Percent.Length].Split('/');
            return parts.Length == 2 && parts.All(IsNumber) ? new(text, true, [.. parts.Select(part => (1, part))]) : null;
        }
        if (text.EndsWith(AndSoOn, StringComparison.Ordinal)) return IsNumber(text[..^AndSoOn.Length]) ? new(text, false, [(1, text[..^AndSoOn.Length])]) : null;
        var terms = new List<(int, string)>();
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at] == '-' ? -1 : 1;
            if (text[at] is '+' or '-') at++;
            else if (at > 0) return null;
            var end = text.AsSpan(at).IndexOfAny('+', '-') is var next && next >= 0 ? at + next : text.Length;
            if (!IsNumber(text[at..end])) return null;
            terms.Add((sign, text[at..end]));
            at = end;
        }
        return terms.Count == 0 ? null : new(text, false, terms);
    }

    /// <summary>The same where so many columns are repeated: a sum that goes on names them all.</summary>
    public FormFormula Over(int repeated)
    {
        if (!Text.EndsWith(AndSoOn, StringComparison.Ordinal)) return this;
        var columns = Enumerable.Range(0, repeated).Select(at => Step(Terms[0].Column, at)).ToArray();
        return this with { Text = $"{columns[0]}+…+{columns[^1]}", Terms = [.. columns.Select(column => (1, column))] };
    }

    /// <summary>The same share for the column that stands <paramref name="steps"/> further: repeated columns have one denominator.</summary>
    public FormFormula Moved(int steps) => this with { Terms = [(1, Step(Terms[0].Column, steps)), .. Terms.Skip(1)] };

    /// <summary>What it gives for known figures; null for a share of nothing.</summary>
    public decimal? Of(IReadOnlyList<decimal> figures) => !IsShare ? figures.Zip(Terms, (figure, term) => term.Sign * figure).Sum()
        : figures[1] == 0 ? null
        : 100 * figures[0] / figures[1];

    /// <summary>The formula of a cell.</summary>
    /// <param name="cells">The cells of the terms, in their order.</param>
    public string InCells(IReadOnlyList<string> cells) => IsShare
        ? $"IF({cells[1]}=0,\"\",{cells[0]}/{cells[1]}*100)"
        : string.Concat(cells.Zip(Terms, (cell, term) => (term.Sign < 0 ? "-" : "+") + cell)).TrimStart('+');

    /// <summary>The number of the column <paramref name="steps"/> after another: its last part grows.</summary>
    public static string Step(string column, int steps)
    {
        var dot = column.LastIndexOf('.') + 1;
        return column[..dot] + (int.Parse(column[dot..], CultureInfo.InvariantCulture) + steps).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a text is the number of a column: whole numbers with points between them.</summary>
    public static bool IsNumber(string text) => text.Split('.').All(part => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit));
}
