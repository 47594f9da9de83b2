using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>A standard as tables: what it says, from when, by which document, and whether that was checked.</summary>
internal static class StandardTables
{
    /// <summary>The mark of a value or rule that was not read in its source.</summary>
    public static Phrase Unchecked { get; } = new("chưa kiểm chứng", "unchecked");

    /// <summary>The mark of a value that was read in its source.</summary>
    public static Phrase Checked { get; } = new("đã kiểm chứng", "checked");

    /// <summary>A row a standard.</summary>
    public static TextTable List(IEnumerable<Standard> standards)
    {
        var table = new TextTable(
            new TextColumn("id", new("Mã", "Id")),
            new TextColumn("from", new("Từ ngày", "From")),
            new TextColumn("until", new("Đến ngày", "Until")),
            TextColumn.ForScripts("title_vi"),
            TextColumn.ForScripts("title_en"),
            TextColumn.ForScripts("checked_on"),
            new TextColumn("indicators", new("Chỉ số", "Indicators")) { Kind = ColumnKind.Number },
            new TextColumn("unchecked", new("Chưa kiểm chứng", "Unchecked")) { Kind = ColumnKind.Number },
            new TextColumn("title", new("Tên", "Title")) { For = Audience.People });
        foreach (var standard in standards)
        {
            table.Add(Cell.Of(standard.Id), Cell.Of(standard.FirstDay), Cell.Of(standard.Applies[^1].Until),
                Cell.Of(standard.Title.Vi), Cell.Of(standard.Title.En), Cell.Of(standard.CheckedOn),
                Cell.Of(standard.Indicators.Count), Cell.Of(UncheckedCount(standard)), Cell.Of(standard.Title));
        }
        return table;
    }

    /// <summary>How many values and rules were not read in their source; a value that changes through the years is one.</summary>
    public static int UncheckedCount(Standard standard) =>
        StandardValue.Of(standard).Where(value => !value.Checked).DistinctBy(value => (value.Id, value.Settlement)).Count() + standard.Indicators.Count(indicator => !indicator.Checked);

    /// <summary>The days in force.</summary>
    public static TextTable Periods(Standard standard)
    {
        var table = new TextTable(
            new TextColumn("from", new("Từ ngày", "From")),
            new TextColumn("until", new("Đến ngày", "Until")),
            new TextColumn("source", new("Căn cứ", "Source")));
        foreach (var period in standard.Applies)
            table.Add(Cell.Of(period.From), Cell.Of(period.Until), Source(standard, period.Source));
        return table;
    }

    /// <summary>The lines and the count of deprivations, a row a value.</summary>
    public static TextTable Values(Standard standard)
    {
        var table = new TextTable(
            new TextColumn("value_of", new("Mức", "What")) { Wraps = true },
            new TextColumn("settlement", new("Khu vực", "Area")),
            new TextColumn("from", new("Từ ngày", "From")),
            new TextColumn("value", new("Giá trị", "Value")) { Kind = ColumnKind.Number },
            new TextColumn("source", new("Căn cứ", "Source")) { Wraps = true },
            new TextColumn("note", new("Ghi chú", "Note")));
        foreach (var value in StandardValue.Of(standard))
        {
            table.Add(Cell.Of(value.Name), Settlements(value), Cell.Of(value.From), value.Number,
                Source(standard, value.Source), Note(value.Checked, value.Note));
        }
        return table;
    }

    /// <summary>The indicators and their rules.</summary>
    public static TextTable Indicators(Standard standard)
    {
        var table = new TextTable(
            new TextColumn("id", new("Mã", "Id")),
            new TextColumn("title", Heading(standard)) { Wraps = true },
            new TextColumn("rule", new("Hộ thiếu hụt khi", "A household is deprived when")) { Wraps = true },
            new TextColumn("source", new("Căn cứ", "Source")) { Wraps = true },
            new TextColumn("note", new("Ghi chú", "Note")));
        foreach (var indicator in standard.Indicators)
        {
            table.Add(Cell.Of(indicator.Id), Cell.Of(Weighed(standard, indicator)), Cell.Of(indicator.Rule),
                Source(standard, indicator.Source), Note(indicator.Checked, indicator.Note));
        }
        return table;
    }

    /// <summary>All of the above as one table for scripts: <c>kind</c> tells periods, values and indicators apart.</summary>
    public static TextTable Everything(Standard standard)
    {
        var table = new TextTable(
        [
            .. ((string[])["kind", "id", "dimension", "settlement", "from", "until"]).Select(key => TextColumn.ForScripts(key)),
            TextColumn.ForScripts("value", ColumnKind.Number),
            .. ((string[])["unit", "title_vi", "title_en", "rule_vi", "rule_en", "source", "article", "source_date"]).Select(key => TextColumn.ForScripts(key)),
            TextColumn.ForScripts("checked", ColumnKind.Flag), TextColumn.ForScripts("note_vi"), TextColumn.ForScripts("note_en"),
        ]);
        foreach (var period in standard.Applies)
        {
            table.Add(
            [
                Cell.Of("applies"), Cell.Of(standard.Id), Cell.None, Cell.None, Cell.Of(period.From), Cell.Of(period.Until),
                Cell.None, Cell.None, Cell.Of(standard.Title.Vi), Cell.Of(standard.Title.En), Cell.None, Cell.None,
                .. Origin(standard, period.Source, true, null),
            ]);
        }
        foreach (var value in StandardValue.Of(standard))
        {
            table.Add(
            [
                Cell.Of("value"), Cell.Of(value.Id), Cell.None, Settlements(value), Cell.Of(value.From), Cell.Of(value.Until),
                value.Number, Cell.Of(value.Unit), Cell.Of(value.Name.Vi), Cell.Of(value.Name.En), Cell.None, Cell.None,
                .. Origin(standard, value.Source, value.Checked, value.Note),
            ]);
        }
        foreach (var indicator in standard.Indicators)
        {
            table.Add(
            [
                Cell.Of("indicator"), Cell.Of(indicator.Id), Cell.Of(indicator.Dimension.Id), Cell.None, Cell.None, Cell.None,
                .. standard.Cutoff.Count == 0 ? [Cell.None, Cell.None] : new[] { Cell.Of(indicator.Weight), Cell.Of("share") },
                Cell.Of(indicator.Title.Vi), Cell.Of(indicator.Title.En), Cell.Of(indicator.Rule.Vi), Cell.Of(indicator.Rule.En),
                .. Origin(standard, indicator.Source, indicator.Checked, indicator.Note),
            ]);
        }
        return table;
    }

    private static Cell[] Origin(Standard standard, string key, bool isChecked, Phrase? note)
    {
        var source = standard.Sources[key];
        return
        [
            Cell.Of(source.Title.Vi), Cell.Of(source.Article), Cell.Of(source.Date), Cell.Of(isChecked, Checked),
            Cell.Of(note?.Vi), Cell.Of(note?.En),
        ];
    }

    /// <summary>A legal source by its key, with the article where only one is meant.</summary>
    public static Cell Source(Standard standard, string key)
    {
        var source = standard.Sources[key];
        return Cell.Of(source.Article is { } article
            ? new Phrase($"{source.Title.Vi}, Điều {article}", $"{source.Title.En}, article {article}")
            : source.Title);
    }

    /// <summary>The service and the indicator, once where both have the same name.</summary>
    public static Phrase Within(Indicator indicator) => indicator.Dimension.Title == indicator.Title
        ? indicator.Title
        : new($"{indicator.Dimension.Title.Vi}: {indicator.Title.Vi}", $"{indicator.Dimension.Title.En}: {indicator.Title.En}");

    /// <summary>What stands above indicators, and in parentheses behind them where deprivations are weighed.</summary>
    public static Phrase Heading(Standard standard) =>
        standard.Cutoff.Count == 0 ? new("Chỉ số", "Indicator") : new("Chỉ số (trọng số)", "Indicator (weight)");

    /// <summary>The same with what a deprivation in it weighs, where deprivations are weighed.</summary>
    public static Phrase Weighed(Standard standard, Indicator indicator) =>
        standard.Cutoff.Count == 0 ? Within(indicator) : Within(indicator).With($" ({indicator.Weight})");

    /// <summary>Where a value holds.</summary>
    public static Cell Settlements(StandardValue value) => value.Settlement == Settlement.Unknown
        ? new Cell("all", new Phrase("mọi nơi", "all"))
        : AreaWords.Settlement(value.Settlement);

    private static Cell Note(bool isChecked, Phrase? note)
    {
        if (isChecked) return note is { } alone ? Cell.Of(alone) : Cell.None;
        return Cell.Of(note is { } more ? new Phrase($"{Unchecked.Vi}: {more.Vi}", $"{Unchecked.En}: {more.En}") : Unchecked);
    }
}
