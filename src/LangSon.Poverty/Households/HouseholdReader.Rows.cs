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
    private long _persons;
    private long _unsettled;
    private bool _isSizeLacking;
    private long _districtsOfAnotherDay;
    private string _districtOfAnotherDay = "";

    /// <summary>
    /// A row without id, commune, size, income and indicators is no household: a row numbered in advance, or the signatures under a form.
    /// </summary>
    private bool IsEmptyForm()
    {
        if (HasId()) return false;
        foreach (var column in _indicators)
            if (!RowText[column].IsEmpty)
                return false;
        foreach (var (_, column) in _asked)
            if (!RowText[column].IsEmpty)
                return false;
        return RowText[_at.Commune].IsEmpty && RowText[_at.CommuneName].IsEmpty && RowText[_at.Size].IsEmpty
            && RowText[_at.IncomePerCapita].IsEmpty && RowText[_at.Income12].IsEmpty && RowText[_at.Recognised].IsEmpty
            && RowText[_at.Points].IsEmpty && RowText[_at.Total].IsEmpty && RowText[_at.Quick].IsEmpty;
    }

    /// <summary>A file of another form asks other questions, whatever its columns are called: none of its rows can be used (PV1050).</summary>
    private void CheckVersion(byte[] expected)
    {
        var version = Cell(_at.FormVersion);
        if (version.IsEmpty || version.SequenceEqual(expected) || Folding.Key(Encoding.UTF8.GetString(version)) == Folding.Key(Layout.FormVersion!)) return;
        throw new FileRefusedException(new Finding("PV1050", Source.Here(_at.FormVersion))
        {
            Column = Header.CanonicalAt(_at.FormVersion),
            Value = Encoding.UTF8.GetString(version),
            Expected = Layout.FormVersion,
        });
    }

    /// <summary>Keeps a printed total until the end: forms put it under its rows or above them, and totals of totals follow.</summary>
    private protected override void OnTotal()
    {
        base.OnTotal();
        _sumsAtTotals.Add(_persons);
        if (!Fields.TryWhole(_at.Size, RowText[_at.Size], IsNumberCell(_at.Size), out var printed)) return;
        var doubt = new Finding("PV8003", Source.Here(_at.Size)) { Column = "household_size", Value = Encoding.UTF8.GetString(RowText[_at.Size]) };
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
                Log(doubt with
                {
                    Expected = _persons.ToString(CultureInfo.InvariantCulture),
                    Details = [("unit", $"{Source.File}:{doubt.Place.Line}"), ("a", $"{_persons}"), ("b", $"{printed}")],
                });
    }

    /// <summary>Counts a row for what only the end of the file tells; a rejected one is part of a printed total, too.</summary>
    private void CountRow(in Household household)
    {
        CountRow();
        _persons += household.Size;
        _isSizeLacking |= household.Size == 0;
        if (Fate == RowFate.Accepted && household.Settlement == Settlement.Unknown && _law.SettlementMatters) _unsettled++;
    }

    /// <summary>Passes on what only the end of the file tells.</summary>
    private void Finish()
    {
        _areas.Finish();
        CheckTotals();
        var file = new Place(Source.File, Source.Sheet);
        if (Rows == 0) Log(new Finding("PV1011", file));
        if (RowText.Normalised > 0) Log(new Finding("PV1008", file) { Details = [("n", $"{RowText.Normalised}")] });
        if (_unsettled > 0) Log(new Finding("PV3007", file) { Details = [("n", $"{_unsettled}")] });
        if (_districtsOfAnotherDay > 0)
            Log(new Finding("PV3009", file) { Details = [("n", $"{_districtsOfAnotherDay}"), ("name", _districtOfAnotherDay), ("date", $"{_law.Day:yyyy-MM-dd}")] });
        foreach (var finding in Source.FileFindings) Log(finding);
    }

    /// <summary>Reports that a class told by the form or the commune differs from the one that the rules give (PV5009).</summary>
    public void ReportClass(string column, PovertyClass told, PovertyClass computed, Phrase why) =>
        Report("PV5009", Header[column], RowText[Header[column]], computed.Word(), ("a", told.Phrase()), ("b", computed.Phrase()), ("why", why));

    /// <summary>Reports that income and points give different classes (PV5018).</summary>
    public void ReportMeasures(PovertyClass byIncome, PovertyClass byPoints) => Report("PV5018", _at.Points, RowText[_at.Points], null,
        ("a", byIncome.Phrase()), ("b", byPoints.Phrase()), ("c", ByPoints ? new Phrase("điểm B1", "the points") : new Phrase("thu nhập", "the income")));

    /// <summary>
    /// The canonical values of the current row, by column: numbers by value, words by meaning, all else by text. Two rows
    /// are the same household entered twice when these are equal.
    /// </summary>
    public Dictionary<string, string> CanonicalValues()
    {
        var values = Header.Columns.ToDictionary(name => name, name => Fields.Canonical(name, Header[name], Cell(Header[name]), IsNumberCell(Header[name])));
        if (_commune is not null) values["commune_code"] = _commune.Code;
        return values;
    }
}
