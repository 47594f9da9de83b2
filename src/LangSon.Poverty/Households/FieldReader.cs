using System.Globalization;
using System.Text;

namespace LangSon.Poverty.Households;

/// <summary>Reads single fields as the layout says: the user's own words are translated, numbers scaled.</summary>
internal sealed class FieldReader
{
    private readonly NumberFormat _format;
    private readonly Vocabulary _words;
    private readonly ValueMap?[] _maps;
    private readonly decimal[] _scales;

    /// <summary>The file's words of one column and the canonical values that they stand for.</summary>
    private sealed record ValueMap(WordList<int> Words, byte[][] Meanings);

    /// <summary>Lays the columns of <paramref name="layout"/> over the places that <paramref name="header"/> found for them.</summary>
    public FieldReader(HouseholdLayout layout, Header header, Vocabulary words)
    {
        (_format, _words) = (layout.NumberFormat, words);
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
        if (name is "income_per_capita" or "income_12_months" or "household_size" && TryNumber(column, cell, isNumberCell, out var number))
            return (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        var meaning = name switch
        {
            "settlement" => Meaning(cell, _words.Settlements),
            "head_sex" => Meaning(cell, _words.Sexes),
            "ethnicity" or "spouse_ethnicity" => Meaning(cell, _words.EthnicGroups),
            "reported_class" or "recognised_class" => Meaning(cell, _words.Classes),
            "previous_status" => Meaning(cell, _words.Statuses),
            "left_because" or "entered_because" => Meaning(cell, _words.Reasons),
            "household_id" or "commune_code" or "district_code" or "province_code" => null,
            _ => Meaning(cell, _words.Answers),
        };
        return meaning ?? Encoding.UTF8.GetString(cell);
    }

    private static string? Meaning<T>(ReadOnlySpan<byte> cell, WordList<T> list)
        where T : struct => list.TryFind(cell, out var meaning) ? $"={meaning}" : null;
}
