using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Households;

/// <summary>The shape of rows: those that say nothing, and those that are torn.</summary>
public abstract partial class RowReader
{
    private long _rows;

    /// <summary>What a cell of Excel holds at most, in characters; longer text is a sign of a lost quote.</summary>
    private const int LongestField = 32_767;

    /// <summary>How many rows have said something so far.</summary>
    private protected long Rows => _rows;

    /// <summary>Counts a row that says something.</summary>
    private protected void CountRow() => _rows++;

    /// <summary>Told of a row of totals.</summary>
    private protected virtual void OnTotal() => Report("PV1051", -1, default, null);

    private bool IsBlank()
    {
        for (var i = 0; i < Source.FieldCount; i++)
            if (Source[i].IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                return false;
        return true;
    }

    /// <summary>The row of column numbers (1, 2, 3, …) that forms print under the header.</summary>
    private bool IsNumbering()
    {
        if (_rows > 0 || Source.Line > Header.Line + 2 || Source.FieldCount < 4) return false;
        var previous = 0;
        for (var i = 0; i < Math.Min(Source.FieldCount, Header.Width); i++)
        {
            var cell = Source[i].Trim("() "u8);
            if (cell.Length == 1 && cell[0] is >= (byte)'A' and <= (byte)'Z' && previous == 0) continue;
            if (!Numbers.TryParseWhole(cell, out var number) || (previous > 0 && number != previous + 1)) return false;
            previous = number;
        }
        return previous >= 3;
    }

    /// <summary>A row of totals names itself in a cell where the household's id is empty, or is the id cell itself.</summary>
    private bool IsTotal()
    {
        var id = RowText[_idParts[0].Column];
        var mayBe = id.IsEmpty || !id.ContainsAnyInRange((byte)'0', (byte)'9');
        if (!mayBe) return false;
        for (var i = 0; i < Math.Min(Header.Width, 6); i++)
        {
            var cell = RowText[i];
            if (cell.IsEmpty || cell.Length > 40) continue;
            if (!_table.IsTotalWord(Encoding.UTF8.GetString(cell))) continue;
            OnTotal();
            return true;
        }
        return false;
    }

    private void ReadShape()
    {
        if (Source.Fault == RowFault.StrayQuote) Report("PV1021", -1, default, null);
        foreach (var column in Header.Nameless)
            if (!RowText[column].IsEmpty)
                throw new FileRefusedException(new Finding("PV1031", Source.Here(column)) { Details = [("col", $"{column + 1}")] });
        if (Source.FixedWidth) CheckWidth();
        for (var i = 0; i < Header.Width; i++)
            if (Source[i].Length > LongestField && !IsReplaced(i) && Encoding.UTF8.GetCharCount(Source[i]) is > LongestField and var letters)
                Report("PV1024", i, default, null, ("n", $"{letters}"), ("max", $"{LongestField}"));
        if (!IsWorkbook) return;
        foreach (var column in _columns)
        {
            var kind = Kind(column);
            if (kind == CellKind.Error) Report("PV2004", column, Source[column], null, ("err", Encoding.UTF8.GetString(Source[column])));
            else if (kind is CellKind.Formula or CellKind.NumberFormula) Report("PV1044", column, default, null);
        }
    }

    private void CheckWidth()
    {
        var tooMany = false;
        for (var i = Header.Width; i < Source.FieldCount; i++) tooMany |= !Source[i].IsEmpty;
        if (tooMany || Source.FieldCount < Header.Width)
            Report("PV1022", -1, default, null, ("n", $"{Source.FieldCount}"), ("m", $"{Header.Width}"));
    }
}
