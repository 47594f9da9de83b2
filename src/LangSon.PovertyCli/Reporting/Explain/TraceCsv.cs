using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Running;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>
/// The rows behind a figure as a table for spreadsheets: every row in its numerator, undetermined, rejected or gone
/// (<c>role</c>), and those of the register or of the table of counts. The rest of a denominator is counted in the table of files and not listed.
/// </summary>
internal static class TraceCsv
{
    /// <summary>The table.</summary>
    public static TextTable Of(FigureTrace trace)
    {
        var table = new TextTable(
        [
            .. ((string[])["round", "area_code", "group", "measure", "role", "file", "sheet"]).Select(key => TextColumn.ForScripts(key)),
            TextColumn.ForScripts("line", ColumnKind.Number), TextColumn.ForScripts("household_id"), TextColumn.ForScripts("unit_code"), TextColumn.ForScripts("class"),
            TextColumn.ForScripts("numerator", ColumnKind.Number), TextColumn.ForScripts("denominator", ColumnKind.Number),
            TextColumn.ForScripts("because"), TextColumn.ForScripts("in_bounds", ColumnKind.Flag),
            .. ((string[])["households", "persons", "poor", "near_poor"]).Select(key => TextColumn.ForScripts(key, ColumnKind.Number)),
            TextColumn.ForScripts("taken_away", ColumnKind.Flag),
        ]);
        Cell[] figure = [Cell.Of(trace.Round.Round.Id), Cell.Of(trace.Area.Code), Cell.Of(Group.Name(trace.Group)), Cell.Of(trace.Measure.Name)];
        foreach (var (row, role) in TraceWords.Told(trace))
            table.Add(
            [
                .. figure, Cell.Of(role), Cell.Of(row.Place.File), Cell.Of(row.Place.Sheet), Cell.Of((decimal)row.Place.Line), Cell.Of(row.ShownId), Cell.Of(row.Area.Code),
                Cell.Of(ExplainWords.Of(row.Standing).Value), Number(row.Part), Number(row.Whole), Cell.Of(TraceWords.Because(row)),
                row.Standing == Standing.Rejected ? Cell.Of(row.IsInBounds, "") : Cell.None, .. Enumerable.Repeat(Cell.None, 5),
            ]);
        foreach (var row in trace.Totals)
            table.Add(
            [
                figure[0], figure[1], Cell.Of(Group.Name(row.Group)), figure[3], Cell.Of("totals"), Cell.Of(row.File), Cell.None, Cell.Of((decimal)row.Line),
                Cell.None, Cell.Of(row.Area.Code), .. Enumerable.Repeat(Cell.None, 5),
                Number(row.Totals.Households), Number(row.Totals.Persons), Number(row.Totals.Poor), Number(row.Totals.NearPoor), Cell.Of(row.IsTakenAway, ""),
            ]);
        return table;
    }

    private static Cell Number(long? value) => value is { } known ? Cell.Of((decimal)known) : Cell.None;
}
