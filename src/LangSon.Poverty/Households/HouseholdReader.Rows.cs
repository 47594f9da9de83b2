using System.Globalization;
using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Households;

/// <summary>Rows that are no households: blank ones, column numbers, totals; and the values by which copies are compared.</summary>
public sealed partial class HouseholdReader
{
    private (long Households, long Persons) _all;
    private (long Households, long Persons) _sinceTotal;

    private bool IsBlank()
    {
        for (var i = 0; i < _source.FieldCount; i++)
            if (_source[i].IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                return false;
        return true;
    }

    /// <summary>The row of column numbers (1, 2, 3, …) that forms print under the header.</summary>
    private bool IsNumbering()
    {
        if (_all.Households > 0 || _source.Line > _header.Line + 2 || _source.FieldCount < 4) return false;
        var previous = 0;
        for (var i = 0; i < Math.Min(_source.FieldCount, _header.Width); i++)
        {
            var cell = _source[i].Trim("() "u8);
            if (cell.Length == 1 && cell[0] is >= (byte)'A' and <= (byte)'Z' && previous == 0) continue;
            if (!Numbers.TryParseWhole(cell, out var number) || (previous > 0 && number != previous + 1)) return false;
            previous = number;
        }
        return previous >= 3;
    }

    /// <summary>A row of totals names itself in a cell where the household's id is empty, or is the id cell itself.</summary>
    private bool IsTotal()
    {
        var id = _text[_idParts[0]];
        var mayBe = id.IsEmpty || !id.ContainsAnyInRange((byte)'0', (byte)'9');
        if (!mayBe) return false;
        for (var i = 0; i < Math.Min(_header.Width, 6); i++)
        {
            var cell = _text[i];
            if (cell.IsEmpty || cell.Length > 40 || cell.ContainsAnyInRange((byte)'0', (byte)'9')) continue;
            if (!HouseholdColumns.IsTotalWord(Encoding.UTF8.GetString(cell))) continue;
            CheckTotal();
            return true;
        }
        return false;
    }

    private void CheckTotal()
    {
        Report("PV1051", -1, default, null);
        if (_fields.TryWhole("household_size", _text[_at.Size], IsNumberCell(_at.Size), out var printed)
            && printed != _all.Persons && printed != _sinceTotal.Persons)
            Report("PV8003", _at.Size, _text[_at.Size], _all.Persons.ToString(CultureInfo.InvariantCulture),
                ("unit", $"{_source.File}:{_source.Line}"), ("a", $"{_sinceTotal.Persons}"), ("b", $"{printed}"));
        _sinceTotal = default;
    }

    private void CountTowardsTotals(int size)
    {
        _all = (_all.Households + 1, _all.Persons + size);
        _sinceTotal = (_sinceTotal.Households + 1, _sinceTotal.Persons + size);
    }

    /// <summary>Passes on what only the end of the file tells.</summary>
    private void Finish()
    {
        _areas.Finish();
        if (_text.Normalised > 0)
            _log.Add(new Finding("PV1008", new Place(_source.File, _source.Sheet)) { Details = [("n", $"{_text.Normalised}")] });
        foreach (var finding in _source.FileFindings) _log.Add(finding);
    }

    /// <summary>Reports that a class told by the form or the commune differs from the one that the rules give (PV5009).</summary>
    public void ReportClass(string column, PovertyClass told, PovertyClass computed) =>
        Report("PV5009", _header[column], _text[_header[column]], computed.Word(), ("a", told.Word()), ("b", computed.Word()), ("why", column));

    /// <summary>
    /// The canonical values of the current row, by column: numbers by value, words by meaning, all else by text. Two rows
    /// are the same household entered twice when these are equal.
    /// </summary>
    public Dictionary<string, string> CanonicalValues()
    {
        var values = _header.Columns.ToDictionary(name => name, name => _fields.Canonical(name, _text[_header[name]], IsNumberCell(_header[name])));
        if (_layout.Commune is not null) values["commune_code"] = _layout.Commune;
        return values;
    }

    /// <summary>A finding about the current row as a whole, not yet reported.</summary>
    public Finding Describe(string code) => new(code, new Place(_source.File, _source.Sheet, _source.Line))
    {
        HouseholdId = ShownId,
        CommuneCode = _layout.Commune ?? Encoding.UTF8.GetString(_text[_header["commune_code"]]),
    };
}
