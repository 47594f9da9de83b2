using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>A figure traced back, for people: the figure, what each file gives to it, the register, the rows.</summary>
internal sealed class TraceText(TextWriter output, Language language)
{
    /// <summary>On a screen more rows than this are not read.</summary>
    private const int MostRows = 20;

    private readonly ScreenText _screen = new(output, language);

    /// <summary>Writes it.</summary>
    public void Write(FigureTrace trace)
    {
        var (area, group, round) = (ExplainWords.Of(trace.Area), GroupWords.Of(trace.Group), trace.Round.Round);
        var measure = trace.Measure.Name.Contains(':', StringComparison.Ordinal)
            ? new Phrase($"{trace.Measure.Title.Vi} ({trace.Measure.Name})", $"{trace.Measure.Title.En} ({trace.Measure.Name})") : trace.Measure.Title;
        _screen.Line(new($"{measure.Vi}: {area.Vi}, kỳ {round.Id} ({round.Date:yyyy-MM-dd}), {group.Vi}",
            $"{measure.En}: {area.En}, round {round.Id} ({round.Date:yyyy-MM-dd}), {group.En}"));
        _screen.Gap();
        _screen.Record([.. Figure(trace)]);
        WriteFiles(trace);
        WriteTotals(trace);
        var told = TraceWords.Told(trace).ToArray();
        var isRate = trace.Figure.Share is not null;
        WriteRows(trace, told, "numerator", isRate ? new("Hộ ở tử số", "Households in the numerator") : new("Hộ được đếm", "Households counted"));
        WriteRows(trace, told, "undetermined", new("Hộ chưa xác định", "Undetermined households"));
        WriteRows(trace, told, "rejected", new("Dòng bị loại", "Rejected rows"));
        WriteRows(trace, told, "left", new("Hộ đã rời danh sách", "Households that left"));
    }

    private static IEnumerable<(Phrase Name, Phrase Value)> Figure(FigureTrace trace)
    {
        var figure = trace.Figure;
        var unit = figure.Unit switch
        {
            FigureUnit.Households => new Phrase(" hộ", " households"),
            FigureUnit.Persons => new Phrase(" người", " persons"),
            FigureUnit.Percent => new Phrase("%", "%"),
        };
        yield return (new("Giá trị", "Value"), figure.Value is { } value
            ? Number(value, figure.Unit == FigureUnit.Percent ? 2 : 0).With(unit)
            : new Phrase("không có: ", "none: ").With(Missings.Phrase(figure.Missing)));
        if (figure.Share is { } share)
        {
            yield return (new("Tử số", "Numerator"), Whole(share.Part).With(trace.HasPart ? default : FromTotals));
            yield return (new("Mẫu số", "Denominator"), Whole(share.Whole).With(trace.HasWhole ? default : FromTotals));
        }
        if (figure.Bounds is { } bounds)
        {
            var (low, high) = (Number(bounds.Min, 2), Number(bounds.Max, 2));
            yield return (new("Khoảng có thể", "Possible range"), new($"{low.Vi}% đến {high.Vi}%", $"{low.En}% to {high.En}%"));
        }
        if (trace.Counts.HasRows)
        {
            yield return (new("Hộ chưa xác định", "Undetermined"), Whole(trace.Counts.Undetermined));
            var rows = trace.Files.Sum(file => file.Count(Standing.Rejected));
            yield return (new("Hộ bị loại", "Rejected"), Whole(trace.Counts.Rejected).With(rows == trace.Counts.Rejected ? default
                : new($" ({rows} dòng: các dòng trùng của một hộ tính một lần)", $" ({rows} rows: copies of a household count once)")));
        }
        if (trace.Files.Sum(file => file.Rows.Count(row => row.IsCorrected)) is > 0 and var corrected)
            yield return (new("Dòng được đính chính", "Corrected rows"), Whole(corrected));
        var standard = trace.Round.Round.Law.Standard;
        yield return (new("Chuẩn", "Standard"), new($"{trace.Round.Round.StandardName}: {standard.Title.Vi}", $"{trace.Round.Round.StandardName}: {standard.Title.En}"));
    }

    private static Phrase FromTotals => new(", theo bảng số hộ nêu dưới đây", ", from the table named below");

    private void WriteFiles(FigureTrace trace)
    {
        if (trace.Files.Count == 0) return;
        var isRate = trace.Figure.Share is not null;
        var table = new TextTable(
        [
            new TextColumn("file", new("Tệp", "File")) { Wraps = true },
            Count("Đọc", "Read"), Count("Tính", "Counted"),
            .. trace.HasPart ? (TextColumn[])[isRate ? Count("Tử số", "Numerator") : Count("Giá trị", "Value")] : [],
            .. trace.HasWhole ? (TextColumn[])[Count("Mẫu số", "Denominator")] : [],
            Count("Chưa rõ", "Open"), Count("Bị loại", "Rejected"), Count("Rời", "Left"),
        ]);
        foreach (var file in trace.Files) AddFile(trace, table, file.File.File.Name, [file]);
        if (trace.Files.Count > 1) AddFile(trace, table, new("Tổng", "Total"), trace.Files);
        _screen.Gap();
        _screen.Table(table);
        _screen.Line(new("Đọc: mọi dòng của tệp; các cột khác: dòng của đơn vị và nhóm này.", "Read: all rows of the file; the other columns: rows of this unit and group."));
        var codes = trace.Files.SelectMany(file => file.Rows).SelectMany(row => row.Codes).GroupBy(code => code).OrderBy(code => code.Key, StringComparer.Ordinal)
            .Select(code => $"{code.Key} × {code.Count()}").ToArray();
        if (codes.Length > 0) _screen.Line(new($"Loại vì: {string.Join(", ", codes)}.", $"Rejected because: {string.Join(", ", codes)}."));
    }

    private static void AddFile(FigureTrace trace, TextTable table, Phrase name, IReadOnlyList<TracedFile> files) => table.Add(
    [
        Cell.Of(name), Cell.Of(files.Sum(file => file.File.Read)), Cell.Of(files.Sum(file => file.Counted)),
        .. trace.HasPart ? (Cell[])[Cell.Of(files.Sum(file => file.Part))] : [],
        .. trace.HasWhole ? (Cell[])[Cell.Of(files.Sum(file => file.Whole))] : [],
        Cell.Of(files.Sum(file => file.Count(Standing.Undetermined))), Cell.Of(files.Sum(file => file.Count(Standing.Rejected))),
        Cell.Of(files.Sum(file => file.Count(Standing.Left))),
    ]);

    private static TextColumn Count(string vi, string en) => new(en, new(vi, en)) { Kind = ColumnKind.Number };

    /// <summary>The rows of the register, or of the table of counts.</summary>
    private void WriteTotals(FigureTrace trace)
    {
        var totals = trace.Totals;
        if (totals.Count == 0) return;
        var hasPoor = trace.Files.Count == 0;
        var table = new TextTable(
        [
            new TextColumn("row", new("Dòng", "Row")), new TextColumn("unit", new("Đơn vị", "Unit")) { Wraps = true }, new TextColumn("group", new("Nhóm", "Group")),
            Count("Số hộ", "Households"), Count("Nhân khẩu", "Persons"),
            .. hasPoor ? (TextColumn[])[Count("Nghèo", "Poor"), Count("Cận nghèo", "Near-poor")] : [],
        ]);
        foreach (var row in totals.Take(MostRows))
        {
            var sign = row.IsTakenAway ? -1 : 1;
            table.Add(
            [
                Cell.Of($"{row.File}:{row.Line}"), Cell.Of(ExplainWords.Of(row.Area)), Cell.Of(Group.Name(row.Group)),
                Signed(row.Totals.Households * sign), Signed(row.Totals.Persons * sign),
                .. hasPoor ? (Cell[])[Signed(row.Totals.Poor * sign), Signed(row.Totals.NearPoor * sign)] : [],
            ]);
        }
        _screen.Gap();
        _screen.Line(new("Theo bảng số hộ:", "From the table of totals:"));
        _screen.Table(table);
        More(totals.Count);
    }

    private void WriteRows(FigureTrace trace, IReadOnlyList<(TracedRow Row, string Role)> told, string role, Phrase title)
    {
        TracedRow[] rows = [.. told.Where(entry => entry.Role == role).Select(entry => entry.Row)];
        if (rows.Length == 0) return;
        var hasPersons = role == "numerator" && rows.Any(row => row.Part != 1);
        var table = new TextTable(
        [
            new TextColumn("row", new("Dòng", "Row")) { Wraps = true }, new TextColumn("household_id", new("Mã hộ", "Household id")) { Wraps = true },
            new TextColumn("commune", new("Xã", "Commune")),
            .. hasPersons ? (TextColumn[])[Count("Nhân khẩu", "Persons")] : [],
            new TextColumn("why", role switch { "rejected" => new("Vì", "Because"), "left" => new("Lý do", "Because"), _ => new("Lớp hộ", "Class") }),
        ]);
        foreach (var row in rows.Take(MostRows))
            table.Add(
            [
                Cell.Of($"{row.Place.File}:{row.Place.Line}"), Cell.Of(row.ShownId), Cell.Of(row.Area.Code),
                .. hasPersons ? (Cell[])[Cell.Of(row.Part ?? 0)] : [],
                Why(row),
            ]);
        _screen.Gap();
        _screen.Line(title.With(": ").With(Whole(rows.Length)));
        _screen.Table(table);
        More(rows.Length);
    }

    private static Cell Why(TracedRow row) => row.Standing switch
    {
        Standing.Rejected => Cell.Of(string.Join(' ', row.Codes)),
        Standing.Left => ExplainWords.Of(row.Left),
        var standing => ExplainWords.Of(standing),
    };

    private void More(int count)
    {
        if (count > MostRows) _screen.Line(new($"… và {count - MostRows} dòng nữa; dùng --format csv hoặc json để có đủ.", $"… and {count - MostRows} more; --format csv or json has all."));
    }

    private static Cell Signed(long? value) => value is { } known ? new Cell(null, Number(known, 0)) : Cell.None;

    private static Phrase Whole(long? value) => value is { } known ? Number(known, 0) : "–";

    private static Phrase Number(decimal value, int decimals) => new(Numerals.Of(value, decimals, Language.Vietnamese), Numerals.Of(value, decimals, Language.English));
}
