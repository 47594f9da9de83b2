using System.Text;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>Corrections: the cells of the current row that are read otherwise than the file has them.</summary>
public abstract partial class RowReader
{
    private readonly Corrections? _corrections;
    private readonly List<CorrectionOutcome> _corrected = [];
    private readonly Dictionary<int, CellKind> _replaced = [];
    private readonly List<(string Code, int Column, string Detail)> _doubts = [];

    /// <summary>The corrections of the current row with what became of them; empty for most rows.</summary>
    public IReadOnlyList<CorrectionOutcome> Corrected => _corrected;

    /// <summary>What a cell is, a corrected one by its correction.</summary>
    private CellKind Kind(int column) => _replaced.Count > 0 && _replaced.TryGetValue(column, out var kind) ? kind : Source.Kind(column);

    private bool IsReplaced(int column) => _replaced.Count > 0 && _replaced.ContainsKey(column);

    /// <summary>Replaces cells before anything is made of the row, so that whatever is found is found in what counts.</summary>
    private void Correct(Corrections corrections)
    {
        var shown = Layout.IdFrom.Count == 0 ? RowText[_idParts[0].Column] : Encoding.UTF8.GetBytes(ShownId);
        foreach (var correction in corrections.Of(shown))
        {
            var at = Header[correction.Column];
            var refusal = Refusal(correction, at);
            _corrected.Add(new CorrectionOutcome(correction, refusal is null ? CorrectionState.Applied : CorrectionState.Refused, Place));
            if (refusal is { } reason) Refuse(correction, at, reason);
            else Replace(at, correction.New);
        }
        // What is doubtful about a cell does not matter once it says something else.
        foreach (var (code, column, detail) in _doubts)
            if (!IsReplaced(column))
                ReportCell(code, column, detail);
        _doubts.Clear();
    }

    private void Replace(int at, CorrectionText text)
    {
        _replaced[at] = text.Kind;
        RowText.Replace(at, Encoding.UTF8.GetBytes(text.Text));
    }

    /// <summary>Why a correction can't be applied; null when it can.</summary>
    private Phrase? Refusal(Correction correction, int at)
    {
        if (at < 0) return new("tệp không có cột này", "the file lacks the column");
        if (Says(correction, at, correction.Old)) return null;
        if (Says(correction, at, correction.New)) return new("tệp đã có giá trị mới", "the file has the new value already");
        return _table.IsPersonal(correction.Column) ? new("tệp ghi giá trị khác với giá trị cũ", "the file has another value than the old one")
            : RowText[at].IsEmpty ? new($"ô trong tệp trống, không phải \"{correction.Old.Text}\"", $"the cell is blank, not \"{correction.Old.Text}\"")
            : new($"tệp ghi \"{Encoding.UTF8.GetString(RowText[at])}\", không phải \"{correction.Old.Text}\"", $"the file has \"{Encoding.UTF8.GetString(RowText[at])}\", not \"{correction.Old.Text}\"");
    }

    private void Refuse(Correction correction, int at, Phrase reason) =>
        Report("PV5020", at, RowText[at], at < 0 || _table.IsPersonal(correction.Column) ? null : correction.Old.Text,
            ("at", $"{correction.Place.File}:{correction.Place.Line}"), ("name", correction.Column), ("reason", reason));

    /// <summary>Whether a cell says what a correction says: the same text, or the same number, word, day or code.</summary>
    private bool Says(Correction correction, int at, CorrectionText said)
    {
        var text = RowText.Bare(Encoding.UTF8.GetBytes(said.Text));
        return RowText[at].SequenceEqual(text) || (!text.IsEmpty && !RowText[at].IsEmpty
            && Meaning(correction.Column, at, RowText[at], Source.Kind(at)) == Meaning(correction.Column, at, text, said.Kind));
    }

    private string Meaning(string name, int at, ReadOnlySpan<byte> text, CellKind kind)
    {
        var mapped = Fields.Map(at, text);
        if (_table.Named(name)?.Kind == ValueKind.Day && Days.TryParse(mapped, out var day)) return $"{day:yyyy-MM-dd}";
        var value = Fields.Canonical(name, at, mapped, kind is CellKind.Number or CellKind.NumberFormula);
        return name.EndsWith("_code", StringComparison.Ordinal) ? value.TrimStart('0') : value;
    }
}
