using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// The table of units that several sheets share: households, persons, poor, near-poor and the three rates, the rounds side
/// by side under each measure, so that the eye compares years and not measures.
/// </summary>
internal sealed class UnitTable
{
    private static readonly Phrase PoorRate = new("Tỷ lệ hộ nghèo (%)", "Poor households (%)");

    private static readonly (string Measure, Phrase Band, Format Format, double Width)[] Measures =
    [
        ("households", new("Số hộ", "Households"), Format.Count, 9.5),
        ("persons", new("Nhân khẩu", "Persons"), Format.Count, 9.5),
        ("poor", new("Hộ nghèo", "Poor households"), Format.Count, 8.5),
        ("near_poor", new("Hộ cận nghèo", "Near-poor households"), Format.Count, 8.5),
        ("poor_rate", PoorRate, Format.Rate, 9.2),
        ("near_poor_rate", new("Tỷ lệ hộ cận nghèo (%)", "Near-poor households (%)"), Format.Rate, 9.2),
        ("mdp_rate", new("Tỷ lệ nghèo đa chiều (%)", "Multidimensional poverty (%)"), Format.Rate, 9.2),
    ];

    private readonly Sheet _sheet;
    private readonly Poverty.Comparison.Results _results;
    private readonly IReadOnlyList<RoundResult> _rounds;
    private readonly IReadOnlyList<(AreaNode Area, int Depth)> _units;
    private readonly (string Measure, Phrase Band, Format Format, double Width)[] _measures;

    /// <summary>Prepares the table of these units, in this order.</summary>
    public UnitTable(Sheet sheet, BookContent content, IEnumerable<(AreaNode Area, int Depth)> units) =>
        (_sheet, _results, _rounds, _units, _measures) = (sheet, content.Results, content.Results.Rounds, [.. units], [.. Measures.Where(measure => content.Shows(measure.Measure))]);

    /// <summary>Whether units can be folded away under those that hold them.</summary>
    public bool Folds { get; init; }

    /// <summary>Whether formulas elsewhere may call the figures of each unit by name.</summary>
    public bool Names { get; init; }

    /// <summary>Writes heading and table.</summary>
    public void Write(BookSheet sheet)
    {
        var rows = _units.Select(unit => Row(unit.Area, unit.Depth)).ToArray();
        // The column of notes is there only when a figure is not.
        var hasNotes = rows.Any(row => row[^1] != Entry.None);
        SheetColumn[] columns = [.. Columns(), .. hasNotes ? [new SheetColumn(new("Ghi chú", "Note"), Format.Text, 30)] : Array.Empty<SheetColumn>()];
        _sheet.Widths(columns.Select(column => column.Width));
        _sheet.Heading(sheet.Title, rows.Any(row => row.Any(entry => entry.Format is Format.SmallRate or Format.SmallOpenRate)) ? sheet.Lead.With(new Phrase(" ", " ").With(Limits.InParentheses(_results))) : sheet.Lead);
        var lowest = _units.Max(unit => unit.Area.Level);
        var table = new SheetTable(_sheet, columns);
        table.Header();
        foreach (var (i, unit) in _units.Index())
        {
            if (Folds && unit.Depth > 0) _sheet.Outline(_sheet.Next, unit.Depth);
            if (Names) NameFigures(unit.Area);
            table.Row(rows[i], BookAreas.Look(unit.Area, lowest));
        }
        table.Shade(PoorRate);
        table.Freeze(2);
    }

    private IEnumerable<SheetColumn> Columns()
    {
        yield return new(new("Mã", "Code"), Format.Mark, 8);
        yield return new(new("Đơn vị", "Unit"), Format.Text, 27);
        foreach (var (_, band, format, width) in _measures)
            foreach (var round in _rounds)
                yield return new(new(round.Round.Id, round.Round.Id), format, width) { Band = band };
    }

    private Entry[] Row(AreaNode area, int depth)
    {
        var reasons = new Reasons();
        var entries = new List<Entry> { Entry.Of(area.Code), Entry.Of(BookAreas.Name(area)) with { Indent = depth } };
        foreach (var (measure, _, format, _) in _measures)
            foreach (var round in _rounds)
                entries.Add(Figure(round, area, measure, format, reasons));
        return [.. entries, reasons.Note()];
    }

    private void NameFigures(AreaNode area)
    {
        foreach (var (i, (measure, _, _, _)) in _measures.Index())
            foreach (var (j, round) in _rounds.Index())
                _sheet.NameCell(_sheet.Next, 3 + (i * _rounds.Count) + j, CellNames.Of(measure, round.Round.Id, area.Code));
    }

    private Entry Figure(RoundResult round, AreaNode area, string measure, Format format, Reasons reasons)
    {
        if (!round.Summary.Has(area))
        {
            reasons.Add(round.Round.Id, new("không có đơn vị này", "not a unit then"));
            return Entry.Of((decimal?)null);
        }
        var figure = round.Find(area, Group.All, measure) ?? default;
        if (figure.Value is null) reasons.Add(round.Round.Id, Missings.Phrase(figure.Missing));
        if (measure == "poor_rate") reasons.Add(round.Round.Id, Missings.Phrase(round.Summary.LackOf(area)));
        if (measure == "poor_rate" && IsOpen(figure)) reasons.Add(round.Round.Id, Limits.Open(round.Summary.Of(area, Group.All), figure.Bounds!.Value));
        return format == Format.Rate ? Rate(_results, figure) : Entry.Of(figure.Value, format);
    }

    /// <summary>A rate of a unit and group, marked as <see cref="Rate(Poverty.Comparison.Results, Figure)"/> does.</summary>
    public static Entry Rate(Poverty.Comparison.Results results, RoundResult round, AreaNode area, int group, string measure) =>
        round.Summary.Has(area) ? Rate(results, round.Find(area, group, measure) ?? default) : Entry.Of((decimal?)null);

    /// <summary>A rate, with a star where unresolved rows leave it open and in parentheses where it is one of few households.</summary>
    public static Entry Rate(Poverty.Comparison.Results results, Figure figure) => Entry.Of(figure.Value, (results.IsSmallBase(figure.Share?.Whole), IsOpen(figure)) switch
    {
        (false, false) => Format.Rate,
        (false, true) => Format.OpenRate,
        (true, false) => Format.SmallRate,
        (true, true) => Format.SmallOpenRate,
    });

    private static bool IsOpen(Figure figure) => figure.Bounds is { } bounds && bounds.Min != bounds.Max;
}
