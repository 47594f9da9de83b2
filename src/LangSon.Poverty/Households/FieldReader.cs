using System.Globalization;
using System.Text;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>Reads single fields as the layout says: the user's own words are translated, numbers scaled.</summary>
internal sealed class FieldReader
{
    private readonly NumberFormat _format;
    private readonly SurveyColumns _table;
    private readonly Vocabulary _words;
    private readonly ValueMap?[] _maps;
    private readonly decimal[] _scales;

    /// <summary>The file's words of one column and the canonical values that they stand for.</summary>
    private sealed record ValueMap(WordList<int> Words, byte[][] Meanings);

    /// <summary>Lays the columns of <paramref name="layout"/> over the places that <paramref name="header"/> found for them.</summary>
    public FieldReader(HouseholdLayout layout, Header header, SurveyColumns table, Vocabulary words)
    {
        (_format, _table, _words) = (layout.NumberFormat, table, words);
        _maps = new ValueMap?[header.Width];
        _scales = new decimal[header.Width];
        Array.Fill(_scales, 1);
        foreach (var (name, source) in layout.Columns)
        {
            if (header[name] is not (>= 0 and var at)) continue;
            _scales[at] = source.Scale;
            if (source.Values.Count == 0) continue;
            var values = source.Values.ToArray();
            _maps[at] = new ValueMap(new WordList<int>(values.Select((pair, i) => (pair.Key, i))), [.. values.Select(pair => Encoding.UTF8.GetBytes(pair.Value))]);
        }
    }

    /// <summary>The canonical value of a cell: the user's map may translate a word, and say what blank means.</summary>
    public ReadOnlySpan<byte> Map(int column, ReadOnlySpan<byte> cell) =>
        _maps[column] is { } map && map.Words.TryFind(cell, out var at) ? map.Meanings[at] : cell;

    /// <summary>
    /// A number in the canonical unit. A number cell of a workbook is invariant whatever the layout says; a text that may
    /// be decimal or thousands is refused.
    /// </summary>
    public bool TryNumber(int column, ReadOnlySpan<byte> cell, bool isNumberCell, out decimal value)
    {
        var format = isNumberCell ? NumberFormat.Invariant : _format;
        if (!Numbers.TryParse(cell, format, out value)) return false;
        var scale = _scales[column];
        if (scale == 1) return isNumberCell || format != NumberFormat.Invariant || !Numbers.IsAmbiguous(cell);
        if (scale > 1 && Math.Abs(value) > decimal.MaxValue / scale) return false;
        value *= scale;
        return true;
    }

    /// <summary>A whole number; a fraction of zero is accepted, another is not.</summary>
    public bool TryWhole(int column, ReadOnlySpan<byte> cell, bool isNumberCell, out int value)
    {
        if (_scales[column] == 1 && Numbers.TryParseWhole(cell, out value)) return true;
        value = 0;
        if (!TryNumber(column, cell, isNumberCell, out var number) || number != decimal.Truncate(number) || Math.Abs(number) > 1_000_000_000m) return false;
        value = (int)number;
        return true;
    }

    /// <summary>A mapped field as it counts, written in one way.</summary>
    public string Canonical(string name, int column, ReadOnlySpan<byte> cell, bool isNumberCell)
    {
        // An indicator of a user's own standard is no column of the table, and is answered by yes or no.
        var known = _table.Named(name) ?? new SurveyColumn(name, []) { Kind = ValueKind.Word, Words = "flag" };
        if (known.Kind is ValueKind.Whole or ValueKind.Amount && TryNumber(column, cell, isNumberCell, out var number))
            return (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        return known.Words is { } list && _words.Places(list).TryFind(cell, out var place) ? $"={place}" : Encoding.UTF8.GetString(cell);
    }
}
