using System.Globalization;
using System.Text;

namespace LangSon.Poverty.Households;

/// <summary>Reads single fields as the layout says: the user's own words first, then the program's; numbers scaled.</summary>
internal sealed class FieldReader
{
    private readonly HouseholdLayout _layout;
    private readonly Vocabulary _words;
    private readonly Dictionary<string, WordList<int>> _valueMaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[][]> _mapped = new(StringComparer.Ordinal);

    public FieldReader(HouseholdLayout layout, Vocabulary words)
    {
        (_layout, _words) = (layout, words);
        foreach (var (name, source) in layout.Columns)
        {
            if (source.Values.Count == 0) continue;
            var values = source.Values.ToArray();
            _valueMaps[name] = new WordList<int>(values.Select((pair, i) => (pair.Key, i)));
            _mapped[name] = [.. values.Select(pair => Encoding.UTF8.GetBytes(pair.Value))];
        }
    }

    /// <summary>Whether the user gave the column words of its own.</summary>
    public bool HasValues(string column) => _valueMaps.Count > 0 && _valueMaps.ContainsKey(column);

    /// <summary>The meaning of a word; the user's map may say what blank means, else blank has none.</summary>
    public bool TryFind<T>(string column, ReadOnlySpan<byte> cell, WordList<T> list, out T meaning)
        where T : struct
    {
        cell = Map(column, cell);
        meaning = default;
        return !cell.IsEmpty && list.TryFind(cell, out meaning);
    }

    /// <summary>
    /// A number in the canonical unit. A number cell of a workbook is invariant whatever the layout says; a text that may
    /// be decimal or thousands is refused.
    /// </summary>
    public bool TryNumber(string column, ReadOnlySpan<byte> cell, bool isNumberCell, out decimal value)
    {
        cell = Map(column, cell);
        var scale = _layout.Columns.TryGetValue(column, out var source) ? source.Scale : 1;
        var format = isNumberCell ? NumberFormat.Invariant : _layout.NumberFormat;
        if (!Numbers.TryParse(cell, format, out value)) return false;
        if (scale == 1) return isNumberCell || format != NumberFormat.Invariant || !Numbers.IsAmbiguous(cell);
        value *= scale;
        return true;
    }

    /// <summary>A whole number; a fraction of zero is accepted, another is not.</summary>
    public bool TryWhole(string column, ReadOnlySpan<byte> cell, bool isNumberCell, out int value)
    {
        if (!HasValues(column) && Numbers.TryParseWhole(cell, out value)) return true;
        value = 0;
        if (!TryNumber(column, cell, isNumberCell, out var number) || number != decimal.Truncate(number) || Math.Abs(number) > 1_000_000_000m) return false;
        value = (int)number;
        return true;
    }

    /// <summary>The field as it counts, written in one way.</summary>
    public string Canonical(string column, ReadOnlySpan<byte> cell, bool isNumberCell)
    {
        var mapped = Map(column, cell);
        if (column is "income_per_capita" or "income_12_months" or "household_size" && TryNumber(column, cell, isNumberCell, out var number))
            return (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        var meaning = column switch
        {
            "settlement" => Meaning(mapped, _words.Settlements),
            "head_sex" => Meaning(mapped, _words.Sexes),
            "ethnicity" or "spouse_ethnicity" => Meaning(mapped, _words.EthnicGroups),
            "reported_class" or "recognised_class" => Meaning(mapped, _words.Classes),
            "previous_status" => Meaning(mapped, _words.Statuses),
            "left_because" or "entered_because" => Meaning(mapped, _words.Reasons),
            "household_id" or "commune_code" or "district_code" or "province_code" => null,
            _ => Meaning(mapped, _words.Answers),
        };
        return meaning ?? Encoding.UTF8.GetString(mapped);
    }

    private static string? Meaning<T>(ReadOnlySpan<byte> cell, WordList<T> list)
        where T : struct => list.TryFind(cell, out var meaning) ? $"={meaning}" : null;

    private ReadOnlySpan<byte> Map(string column, ReadOnlySpan<byte> cell)
    {
        if (_valueMaps.Count == 0 || !_valueMaps.TryGetValue(column, out var map)) return cell;
        return map.TryFind(cell, out var at) ? _mapped[column][at] : cell;
    }
}
