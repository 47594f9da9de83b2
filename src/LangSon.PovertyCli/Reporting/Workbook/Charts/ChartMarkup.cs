using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// A chart as DrawingML. Numbers stand beside the columns, so there is no value axis to read them from; colours are those
/// of the book and differ in lightness as well, for black-and-white prints.
/// </summary>
internal static class ChartMarkup
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;
    private const int Hundredths = 100;
    private const int TextSize = 9 * Hundredths;

    /// <summary>The chart.</summary>
    public static C.ChartSpace Of(Chart chart)
    {
        var plot = new C.PlotArea(new C.Layout(), Columns(chart));
        if (chart.Series.Any(series => series.Look == SeriesLook.Mark)) plot.Append(Marks(chart));
        plot.Append(Categories(chart), Values(chart));
        var whole = new C.Chart(Title(chart.Title), new C.AutoTitleDeleted { Val = false }, plot);
        // The steps say themselves what they are.
        if (chart.Kind != ChartKind.Steps)
            whole.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }, Text(TextSize, Ink)));
        whole.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(
            new C.RoundedCorners { Val = false }, whole,
            new C.ShapeProperties(Fill("FFFFFF"), new A.Outline(Fill(Line))),
            new C.TextProperties(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.ParagraphProperties(Run<A.DefaultRunProperties>(TextSize, Ink)))));
    }

    private static string Ink => Hex(Palette.Ink);

    private static string Line => Hex(Palette.Line);

    private static C.BarChart Columns(Chart chart)
    {
        var columns = new C.BarChart(
            new C.BarDirection { Val = chart.Kind == ChartKind.Bars ? C.BarDirectionValues.Bar : C.BarDirectionValues.Column },
            new C.BarGrouping { Val = chart.Kind == ChartKind.Steps ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        foreach (var (i, series) in chart.Series.Index().Where(item => item.Item.Look != SeriesLook.Mark))
            columns.Append(new C.BarChartSeries(
            [
                new C.Index { Val = (uint)i }, new C.Order { Val = (uint)i }, Name(series), Shape(series.Look), new C.InvertIfNegative { Val = false },
                .. chart.Kind == ChartKind.Steps ? Array.Empty<OpenXmlElement>() : [Labels(chart)],
                Axis(chart), Numbers(series.Values),
            ]));
        columns.Append(new C.GapWidth { Val = (ushort)(chart.Kind == ChartKind.Bars ? 45 : 60) });
        if (chart.Kind == ChartKind.Steps) columns.Append(new C.Overlap { Val = 100 });
        columns.Append(new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return columns;
    }

    private static C.LineChart Marks(Chart chart)
    {
        var marks = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        foreach (var (i, series) in chart.Series.Index().Where(item => item.Item.Look == SeriesLook.Mark))
            marks.Append(new C.LineChartSeries(
                new C.Index { Val = (uint)i }, new C.Order { Val = (uint)i }, Name(series), new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
                new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Dash }, new C.Size { Val = 14 },
                    new C.ChartShapeProperties(Fill(Hex(Palette.Bad)), new A.Outline(Fill(Hex(Palette.Bad))))),
                Axis(chart), Numbers(series.Values), new C.Smooth { Val = false }));
        marks.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return marks;
    }

    /// <summary>The first category stands on top of bars; names keep out of the way of columns that go down.</summary>
    private static C.CategoryAxis Categories(Chart chart) => new(
        new C.AxisId { Val = CategoryAxis },
        new C.Scaling(new C.Orientation { Val = chart.Kind == ChartKind.Bars ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = chart.Kind == ChartKind.Bars ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(new A.Outline(Fill(Hex(Palette.Quiet)))),
        Text(TextSize, Ink, isUpright: chart.Kind != ChartKind.Bars),
        new C.CrossingAxis { Val = ValueAxis }, new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = true }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis Values(Chart chart) => new(
        new C.AxisId { Val = ValueAxis }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }), new C.Delete { Val = true },
        new C.AxisPosition { Val = chart.Kind == ChartKind.Bars ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.NumberingFormat { FormatCode = chart.NumberFormat, SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = CategoryAxis }, new C.Crosses { Val = C.CrossesValues.AutoZero }, new C.CrossBetween { Val = C.CrossBetweenValues.Between });

    private static C.Title Title(string text) => new(
        new C.ChartText(new C.RichText(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(
            new A.ParagraphProperties(Run<A.DefaultRunProperties>(11 * Hundredths, Hex(Palette.Dark), bold: true)),
            new A.Run(Run<A.RunProperties>(11 * Hundredths, Hex(Palette.Dark), bold: true), new A.Text(text))))),
        new C.Overlay { Val = false });

    private static C.DataLabels Labels(Chart chart) => new(
        new C.NumberingFormat { FormatCode = chart.NumberFormat, SourceLinked = false },
        new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())), Text(8 * Hundredths, Ink),
        // At the foot of a column, a mark at its other end can't cover the number.
        new C.DataLabelPosition { Val = chart.Kind == ChartKind.Columns ? C.DataLabelPositionValues.InsideBase : C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    private static C.SeriesText Name(ChartSeries series) => new(new C.StringReference(new C.Formula(series.Name.Reference), Strings(series.Name)));

    private static C.CategoryAxisData Axis(Chart chart) => new(new C.StringReference(new C.Formula(chart.Categories.Reference), Strings(chart.Categories)));

    private static C.StringCache Strings(ChartCells cells)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)cells.Values.Count });
        foreach (var (i, value) in cells.Values.Index())
            if (value is string { Length: > 0 } text)
                cache.Append(new C.StringPoint(new C.NumericValue(text)) { Index = (uint)i });
        return cache;
    }

    /// <summary>A cell without a number is no zero: it has no point.</summary>
    private static C.Values Numbers(ChartCells cells)
    {
        var cache = new C.NumberingCache(new C.FormatCode("General"), new C.PointCount { Val = (uint)cells.Values.Count });
        foreach (var (i, value) in cells.Values.Index())
            if (value is double number)
                cache.Append(new C.NumericPoint(new C.NumericValue(number.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)i });
        return new C.Values(new C.NumberReference(new C.Formula(cells.Reference), cache));
    }

    private static C.ChartShapeProperties Shape(SeriesLook look) => look == SeriesLook.Foot
        ? new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill()))
        : new C.ChartShapeProperties(Fill(Hex(look switch
        {
            SeriesLook.Light => Palette.Bar,
            SeriesLook.Warm => Palette.Poorest,
            SeriesLook.Good => Palette.Good,
            SeriesLook.Bad or SeriesLook.Mark => Palette.Bad,
            SeriesLook.Main or SeriesLook.Foot => Palette.Middle,
        })));

    /// <summary>Names under columns would be turned rather than wrapped, were they not kept upright.</summary>
    private static C.TextProperties Text(int size, string color, bool isUpright = false) => new(
        isUpright ? new A.BodyProperties { Rotation = 0, Vertical = A.TextVerticalValues.Horizontal } : new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(Run<A.DefaultRunProperties>(size, color)), new A.EndParagraphRunProperties()));

    private static T Run<T>(int size, string color, bool bold = false)
        where T : A.TextCharacterPropertiesType, new()
    {
        var run = new T { FontSize = size, Bold = bold };
        run.Append(Fill(color), new A.LatinFont { Typeface = Palette.Font });
        return run;
    }

    private static A.SolidFill Fill(string color) => new(new A.RgbColorModelHex { Val = color });

    /// <summary>A colour as six hexadecimal digits.</summary>
    public static string Hex(ClosedXML.Excel.XLColor color) => $"{color.Color.R:X2}{color.Color.G:X2}{color.Color.B:X2}";
}
