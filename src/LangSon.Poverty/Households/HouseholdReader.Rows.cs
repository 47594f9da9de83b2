using System.Globalization;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>Rows that are no households: blank ones, column numbers, totals; and the values by which copies are compared.</summary>
public sealed partial class HouseholdReader
{
    private readonly List<(Finding Doubt, long Printed, long Before)> _totals = [];
    private readonly HashSet<long> _sumsAtTotals = [0];
    private long _rows;
    private long _persons;
    private long _unsettled;
    private bool _isSizeLacking;

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
        if (_rows > 0 || _source.Line > _header.Line + 2 || _source.FieldCount < 4) return false;
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
        var id = _text[_idParts[0].Column];
        var mayBe = id.IsEmpty || !id.ContainsAnyInRange((byte)'0', (byte)'9');
        if (!mayBe) return false;
        for (var i = 0; i < Math.Min(_header.Width, 6); i++)
        {
            var cell = _text[i];
            if (cell.IsEmpty || cell.Length > 40) continue;
            if (!HouseholdColumns.IsTotalWord(Encoding.UTF8.GetString(cell))) continue;
            CheckTotal();
            return true;
        }
        return false;
    }

    /// <summary>
    /// A row without id, commune, size, income and indicators is no household: a row numbered in advance, or the signatures under a form.
    /// </summary>
    private bool IsEmptyForm()
    {
        foreach (var (column, _, _) in _idParts)
            if (!_text[column].IsEmpty)
                return false;
        foreach (var column in _indicators)
            if (!_text[column].IsEmpty)
                return false;
        return _text[_at.Commune].IsEmpty && _text[_at.CommuneName].IsEmpty && _text[_at.Size].IsEmpty
            && _text[_at.IncomePerCapita].IsEmpty && _text[_at.Income12].IsEmpty && _text[_at.Recognised].IsEmpty;
    }

    /// <summary>Keeps a printed total until the end: forms put it under its rows or above them, and totals of totals follow.</summary>
    private void CheckTotal()
    {
        Report("PV1051", -1, default, null);
        _sumsAtTotals.Add(_persons);
        if (!_fields.TryWhole(_at.Size, _text[_at.Size], IsNumberCell(_at.Size), out var printed)) return;
        var doubt = new Finding("PV8003", _source.Here(_at.Size)) { Column = "household_size", Value = Encoding.UTF8.GetString(_text[_at.Size]) };
        _totals.Add((doubt, printed, _persons));
    }

    /// <summary>A total is right when the rows from it to any other total, or to an end of the file, add to it.</summary>
    private void CheckTotals()
    {
        // Where a size can't be read the rows don't add to anything.
        if (_isSizeLacking) return;
        _sumsAtTotals.Add(_persons);
        foreach (var (doubt, printed, before) in _totals)
            if (!_sumsAtTotals.Contains(before - printed) && !_sumsAtTotals.Contains(before + printed))
                _log.Add(doubt with
                {
                    Expected = _persons.ToString(CultureInfo.InvariantCulture),
                    Details = [("unit", $"{_source.File}:{doubt.Place.Line}"), ("a", $"{_persons}"), ("b", $"{printed}")],
                });
    }

    /// <summary>Counts a row for what only the end of the file tells; a rejected one is part of a printed total, too.</summary>
    private void CountRow(in Household household)
    {
        _rows++;
        _persons += household.Size;
        _isSizeLacking |= household.Size == 0;
        if (_fate == RowFate.Accepted && household.Settlement == Settlement.Unknown && _law.SettlementMatters) _unsettled++;
    }

    /// <summary>Passes on what only the end of the file tells.</summary>
    private void Finish()
    {
        _areas.Finish();
        CheckTotals();
        var file = new Place(_source.File, _source.Sheet);
        if (_rows == 0) _log.Add(new Finding("PV1011", file));
        if (_text.Normalised > 0) _log.Add(new Finding("PV1008", file) { Details = [("n", $"{_text.Normalised}")] });
        if (_unsettled > 0) _log.Add(new Finding("PV3007", file) { Details = [("n", $"{_unsettled}")] });
        foreach (var finding in _source.FileFindings) _log.Add(finding);
    }

    /// <summary>Reports that a class told by the form or the commune differs from the one that the rules give (PV5009).</summary>
    public void ReportClass(string column, PovertyClass told, PovertyClass computed, Phrase why) =>
        Report("PV5009", _header[column], _text[_header[column]], computed.Word(), ("a", told.Phrase()), ("b", computed.Phrase()), ("why", why));

    /// <summary>
    /// The canonical values of the current row, by column: numbers by value, words by meaning, all else by text. Two rows
    /// are the same household entered twice when these are equal.
    /// </summary>
    public Dictionary<string, string> CanonicalValues()
    {
        var values = _header.Columns.ToDictionary(name => name, name => _fields.Canonical(name, _header[name], Cell(_header[name]), IsNumberCell(_header[name])));
        if (_commune is not null) values["commune_code"] = _commune.Code;
        return values;
    }

    /// <summary>A finding about the current row as a whole, not yet reported.</summary>
    public Finding Describe(string code) => new(code, Place)
    {
        HouseholdId = ShownId,
        CommuneCode = _commune?.Code ?? CommuneAsWritten(),
    };
}
