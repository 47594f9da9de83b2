using ClosedXML.Excel;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>A figure of a form in its cell.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Formula">The formula that gives it; null where no formula gives the true figure.</param>
/// <param name="IsShare">Whether it is a percentage.</param>
internal readonly record struct FormCell(FormFigure Figure, string? Formula, bool IsShare);

/// <summary>A form filled with figures: what stands in each row and column, and by which formula.</summary>
internal sealed class FormTable : Form
{
    private const double LeastFigureWidth = 7;

    /// <summary>Excel allows 255 arguments of a function.</summary>
    private const int MostArguments = 250;

    private readonly FormUnits _units;
    private readonly FormFigure[,] _figures;
    private readonly IReadOnlyList<FormTable> _others;

    /// <summary>Fills a form.</summary>
    /// <param name="layout">The form.</param>
    /// <param name="law">The law of the round.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="units">The units to list.</param>
    /// <param name="others">The forms filled so far, whose cells this one may refer to.</param>
    public FormTable(FormLayout layout, Law law, FormFigures figures, FormUnits units, IReadOnlyList<FormTable> others)
        : base(layout, layout.PartsUnder(law), units.Whole)
    {
        (_units, _others) = (units, others);
        _figures = new FormFigure[Units.Count * RowsPerUnit, Columns.Count];
        for (var line = 0; line < _figures.GetLength(0); line++)
        {
            var (unit, row) = Math.DivRem(line, RowsPerUnit);
            var following = new List<int>();
            for (var column = 0; column < Columns.Count; column++)
                if (figures.Counted(Columns[column], Units[unit].Area, row) is { } counted) _figures[line, column] = counted;
                else following.Add(column);
            foreach (var column in following) _figures[line, column] = Follow(column, line);
        }
        Remarks = [.. FindRemarks(figures)];
    }

    /// <summary>The units in the order of their rows.</summary>
    public IReadOnlyList<FormUnit> Units => _units.All;

    /// <summary>How many rows a unit takes.</summary>
    public int RowsPerUnit => Math.Max(1, Layout.Rows.Count);

    /// <inheritdoc/>
    public override int LeadingColumns => Layout.Rows.Count == 0 ? 2 : 3;

    /// <inheritdoc/>
    public override int FrozenColumns => 2;

    /// <inheritdoc/>
    public override int UnitCount => IsEmpty ? 0 : Units.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Phrase> Remarks { get; }

    /// <inheritdoc/>
    public override bool IsEmpty => _figures.Cast<FormFigure>().All(figure => figure.Value is null);

    /// <inheritdoc/>
    public override double Width(int column) => Math.Max(LeastFigureWidth, Digits(column) + 2.2);

    /// <inheritdoc/>
    public override void WriteRows(FormSheet sheet, Language language)
    {
        foreach (var (i, unit) in Units.Index())
        {
            var first = FirstRow + (i * RowsPerUnit);
            var isBold = unit.IsWhole || unit.Parts.Count > 0;
            sheet.Text(first, 1, unit.Ordinal, FormLook.Ordinal, rows: RowsPerUnit, isBold: isBold);
            sheet.Text(first, 2, unit.IsWhole ? new("TỔNG CỘNG", "TOTAL") : BookAreas.Name(unit.Area), FormLook.Name, rows: RowsPerUnit, isBold: isBold);
            for (var row = 0; row < RowsPerUnit; row++)
            {
                if (LeadingColumns > 2) sheet.Text(first + row, 3, Layout.Rows[row], FormLook.Ordinal, isBold: isBold);
                for (var column = 0; column < Columns.Count; column++)
                    sheet.Figure(first + row, LeadingColumns + 1 + column, Cell(i, row, column, language), isBold);
            }
            sheet.Next = first + RowsPerUnit;
        }
    }

    /// <summary>The characters of the longest figure of a column.</summary>
    private int Digits(int column) => Enumerable.Range(0, _figures.GetLength(0)).Select(line => _figures[line, column].Value)
        .Select(value => value is { } number ? Numerals.Of(number, Columns[column].Formula?.IsShare == true ? 2 : 0, Language.English).Length : 1).DefaultIfEmpty(1).Max();

    /// <summary>A cell by unit, row of the unit and column, each from 0.</summary>
    public FormCell Cell(int unit, int row, int column, Language language)
    {
        var figure = _figures[(unit * RowsPerUnit) + row, column];
        return new FormCell(figure, figure.IsUnknown ? null : FollowingIn(unit, row, column, language) ?? SumIn(unit, row, column), Columns[column].Formula?.IsShare == true);
    }

    /// <summary>The formula of the column, where it gives the figure.</summary>
    private string? FollowingIn(int unit, int row, int column, Language language)
    {
        if (Columns[column].Formula is not { } formula || Terms(column, (unit * RowsPerUnit) + row) is not { } terms || terms.Any(term => term.Figure.IsUnknown)) return null;
        if (formula.Of([.. terms.Select(term => term.Figure.Value!.Value)]) != _figures[(unit * RowsPerUnit) + row, column].Value) return null;
        var sheet = Columns[column].FormulaOf is null ? "" : $"'{terms[0].Table.Name.In(language)}'!";
        return formula.InCells([.. terms.Select(term => sheet + term.Table.Address(unit, row, term.Column))]);
    }

    /// <summary>The sum of the units under it, where that is the figure: households may be known only to the larger unit, and a register may have its own row.</summary>
    private string? SumIn(int unit, int row, int column)
    {
        var parts = Units[unit].Parts;
        if (parts.Count == 0 || Columns[column].Formula?.IsShare == true) return null;
        decimal sum = 0;
        foreach (var part in parts)
        {
            if (_figures[(part * RowsPerUnit) + row, column].Value is not { } value) return null;
            sum += value;
        }
        if (sum != _figures[(unit * RowsPerUnit) + row, column].Value) return null;
        var isBlock = RowsPerUnit == 1 && parts[^1] - parts[0] == parts.Count - 1;
        return isBlock ? $"SUM({Address(parts[0], row, column)}:{Address(parts[^1], row, column)})"
            : string.Join('+', parts.Select(part => Address(part, row, column)).Chunk(MostArguments).Select(cells => $"SUM({string.Join(',', cells)})"));
    }

    private string Address(int unit, int row, int column) =>
        $"{XLHelper.GetColumnLetterFromNumber(LeadingColumns + column + 1)}{FirstRow + (unit * RowsPerUnit) + row}";

    /// <summary>What a column without a count of its own comes to.</summary>
    private FormFigure Follow(int column, int line)
    {
        if (Terms(column, line) is not { } terms) return FormFigure.Unknown(new("không có biểu để tính", "the form that it follows from is not there"));
        if (terms.Select(term => term.Figure).FirstOrDefault(figure => figure.IsUnknown) is { IsUnknown: true } unknown) return unknown;
        return new(Columns[column].Formula!.Of([.. terms.Select(term => term.Figure.Value!.Value)]), null);
    }

    /// <summary>The figures that a formula names; null where they are not all there.</summary>
    private (FormTable Table, int Column, FormFigure Figure)[]? Terms(int column, int line)
    {
        var table = Columns[column].FormulaOf is { } number ? _others.FirstOrDefault(other => other.Layout.Number == number) : this;
        if (table is null) return null;
        var places = Columns[column].Formula!.Terms.Select(term => table.Columns.Index().Where(other => other.Item.Number == term.Column).Select(other => other.Index).DefaultIfEmpty(-1).First()).ToArray();
        return places.Contains(-1) ? null : [.. places.Select(place => (table, place, table._figures[line, place]))];
    }

    private IEnumerable<Phrase> FindRemarks(FormFigures figures)
    {
        foreach (var note in Layout.Notes.Where(_ => !IsEmpty)) yield return note;
        var missing = from column in Enumerable.Range(0, Columns.Count)
                      let lines = Enumerable.Range(0, _figures.GetLength(0)).Where(line => _figures[line, column].IsUnknown).ToArray()
                      where lines.Length > 0
                      from why in lines.GroupBy(line => _figures[line, column].Missing!.Value)
                      select (Columns[column].Number, Why: why.Key, Units: why.Select(line => line / RowsPerUnit).Distinct().Count());
        foreach (var reason in missing.GroupBy(figure => (figure.Why, figure.Units)))
        {
            var columns = string.Join(", ", reason.Select(figure => figure.Number));
            var isAll = reason.Key.Units == Units.Count;
            yield return new Phrase(
                $"… cột {columns}{(isAll ? "" : $" của {reason.Key.Units} đơn vị")}: chưa có số liệu ({reason.Key.Why.Vi}).",
                $"… {(reason.Count() == 1 ? "column" : "columns")} {columns}{(isAll ? "" : $" of {reason.Key.Units} units")}: not known ({reason.Key.Why.En}).");
        }
        if (Whole is not { } whole || IsEmpty) yield break;
        var last = _figures.GetLength(0) - RowsPerUnit;
        for (var row = 0; row < RowsPerUnit; row++)
            foreach (var (i, column) in Columns.Index())
                if (column is { Formula: { IsShare: false } formula, FormulaOf: null } && Terms(i, last + row) is { } terms && !_figures[last + row, i].IsUnknown && !terms.Any(term => term.Figure.IsUnknown)
                    && formula.Of([.. terms.Select(term => term.Figure.Value!.Value)]) is { } given && given != _figures[last + row, i].Value)
                    yield return new Phrase(
                        $"Cột {column.Number} ({BookAreas.Name(whole).Vi}{RowName(row, Language.Vietnamese)}): số đúng là {Number(_figures[last + row, i].Value!.Value, Language.Vietnamese)}, trong khi {formula.Text} = {Number(given, Language.Vietnamese)}.",
                        $"Column {column.Number} ({BookAreas.Name(whole).En}{RowName(row, Language.English)}): the true figure is {Number(_figures[last + row, i].Value!.Value, Language.English)}, whereas {formula.Text} = {Number(given, Language.English)}.");
        foreach (var open in Columns.Index().Where(column => !_figures[last, column.Index].IsUnknown)
                     .Select(column => (column.Item.Number, Households: figures.Unplaced(column.Item, whole))).Where(column => column.Households > 0).GroupBy(column => column.Households))
        {
            var columns = string.Join(", ", open.Select(column => column.Number));
            yield return new Phrase(
                $"Cột {columns}: {Number(open.Key, Language.Vietnamese)} hộ trong số liệu không ghi thuộc nhóm nào nên không được tính vào cột.",
                $"{(open.Count() == 1 ? "Column" : "Columns")} {columns}: households whose group the data do not state, not counted here: {Number(open.Key, Language.English)}.");
        }
        for (var row = 0; row < RowsPerUnit; row++)
            foreach (var (i, column) in Columns.Index())
                if (!_figures[last + row, i].IsUnknown && figures.Unanswered(column, whole, row) is > 0 and var silent)
                    yield return new Phrase(
                        $"Cột {column.Number}{RowName(row, Language.Vietnamese)}: còn {Number(silent, Language.Vietnamese)} {Layout.Unit.Vi} chưa rõ, số thực tế có thể lớn hơn.",
                        $"Column {column.Number}{RowName(row, Language.English)}: of {Number(silent, Language.English)} more ({Layout.Unit.En}) it is not known; the true figure may be larger.");
    }

    /// <summary>Which of the rows of a unit is meant, where there are several.</summary>
    private string RowName(int row, Language language) => RowsPerUnit == 1 ? "" : $", {Layout.Rows[row].Within().In(language)}";

    private static string Number(decimal value, Language language) => Numerals.Of(value, 0, language);
}
