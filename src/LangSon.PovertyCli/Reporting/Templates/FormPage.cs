using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>How a form lies on its sheet: national heading, title, table, remarks, signatures.</summary>
/// <param name="content">The run.</param>
/// <param name="language">The language.</param>
internal sealed class FormPage(BookContent content, Language language)
{
    private const double OrdinalWidth = 6.5;
    private const double NameWidth = 25;
    private const double RowWidth = 11.5;
    private const double LeastFigureWidth = 7;

    /// <summary>The heading stands over columns of this many characters in all, or its words would be broken.</summary>
    private const double LeastWidth = 134;

    private readonly Round _round = content.Results.Rounds[^1].Round;
    private readonly Recognition? _recognition = content.Recognitions.ElementAtOrDefault(content.Results.Rounds.Count - 1);

    private bool IsOfficial => _recognition?.Status is "official" or "approved";

    /// <summary>The sheet of a form.</summary>
    public Worksheet Write(FormTable table)
    {
        var sheet = new FormSheet(language);
        sheet.Columns(Widths(table));
        WriteHeading(sheet, table);
        WriteHeaders(sheet, table);
        if (!table.IsEmpty) WriteRows(sheet, table);
        WriteRemarks(sheet, table);
        WriteSignatures(sheet, table);
        return sheet.Build(table.FirstRow - 1, 2, Footer(table));
    }

    /// <summary>As narrow as figures and words allow, since all columns must go on one page; but not narrower than the heading needs.</summary>
    private List<double> Widths(FormTable table)
    {
        List<double> widths = [OrdinalWidth, NameWidth, .. table.LeadingColumns > 2 ? [RowWidth] : Array.Empty<double>()];
        var figures = table.Parts.SelectMany(part => part.Leaves).Select((part, i) => new[]
        {
            LeastFigureWidth,
            table.Digits(i) + 2.2,
            (part.Column!.Label.Length * 0.8) + 1.2,
            (part.Title.In(language).Split(' ').Max(word => word.Length) * 1.1) + 1.2,
        }.Max()).ToArray();
        var rest = LeastWidth - widths.Sum() - figures.Sum();
        widths.AddRange(figures.Select(width => width + (Math.Max(0, rest) / figures.Length)));
        return widths;
    }

    private FormOffice? Office(FormTable table) => table.Whole is { } whole ? FormOffice.Of(whole, _round.Date) : null;

    private void WriteHeading(FormSheet sheet, FormTable table)
    {
        var half = sheet.Width / 2;
        var office = Office(table);
        sheet.Text(1, 1, office?.Body ?? "", IsOfficial ? FormLook.HeadingBold : FormLook.Heading, half);
        sheet.Text(2, 1, IsOfficial ? "" : office?.Agency ?? "", FormLook.HeadingBold, half);
        sheet.Text(1, half + 1, new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM"), FormLook.HeadingBold, sheet.Width - half);
        sheet.Text(2, half + 1, new("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"), FormLook.Motto, sheet.Width - half);
        sheet.Text(3, 1, "", FormLook.Line, sheet.Width);
        var title = table.Name.With(". ").With(table.Layout.Title);
        sheet.Text(4, 1, new(Titled(title.Vi, Language.Vietnamese), Titled(title.En, Language.English)), FormLook.Title, sheet.Width);
        sheet.Text(5, 1, Standing(table), FormLook.Line, sheet.Width);
        sheet.Text(6, 1, new Phrase("Đơn vị tính: ", "Counted in: ").With(table.Layout.Unit), FormLook.LineAtRight, sheet.Width);
    }

    private string Titled(string title, Language words)
    {
        var status = _recognition?.Status switch
        {
            "preliminary" => new Phrase(" sơ bộ", " preliminary"),
            "official" or "approved" => new(" chính thức", " official"),
            _ => "",
        };
        return title.Replace("{status}", status.In(words), StringComparison.Ordinal).ToUpperInvariant();
    }

    /// <summary>Which unit, which rounds, by which standard, how far recognised.</summary>
    private Phrase Standing(FormTable table)
    {
        var unit = table.Whole is { } whole ? BookAreas.Name(whole).With(" – ") : "";
        var rounds = table.Layout.IsOfTwoRounds && content.Results.Rounds.Count > 1
            ? new Phrase("từ ", "from ").With(Named(content.Results.Rounds[content.Results.Base(content.Results.Rounds.Count - 1)!.Value].Round)).With(new(" đến ", " to ")).With(Named(_round))
            : Named(_round);
        var standing = _recognition?.Status switch
        {
            "approved" => new Phrase("; đã phê duyệt", "; approved"),
            "official" => new("; kết quả chính thức", "; official result"),
            "preliminary" => new("; kết quả sơ bộ", "; preliminary result"),
            _ => "",
        };
        var decision = _recognition?.Decision is { } number ? new Phrase($" ({number})", $" ({number})") : "";
        return unit.With(rounds).With("; ").With(StandardWords.Title(_round).Within()).With(standing).With(decision);
    }

    private static Phrase Named(Round round)
    {
        var day = round.Date;
        return new($"kỳ rà soát {round.Id} (ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)})",
            $"the review {round.Id} ({day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)})");
    }

    private static void WriteHeaders(FormSheet sheet, FormTable table)
    {
        var (row, depth) = (FormTable.HeaderRow, table.HeaderRows);
        sheet.Text(row, 1, new("STT", "No."), FormLook.Header, rows: depth);
        sheet.Text(row, 2, new("Đơn vị", "Unit"), FormLook.Header, rows: depth);
        if (table.LeadingColumns > 2) sheet.Text(row, 3, new("Phân tổ", "Counting"), FormLook.Header, rows: depth);
        WriteParts(sheet, table.Parts, row, table.LeadingColumns + 1, depth);
        for (var column = 1; column <= table.LeadingColumns; column++) sheet.Text(row + depth, column, $"{(char)('A' + column - 1)}", FormLook.Number);
        foreach (var (i, column) in table.Columns.Index()) sheet.Text(row + depth, table.LeadingColumns + 1 + i, column.Label, FormLook.Number);
        sheet.Next = table.FirstRow;
    }

    private static void WriteParts(FormSheet sheet, IReadOnlyList<FormPart> parts, int row, int column, int depth)
    {
        foreach (var part in parts)
        {
            var width = part.Leaves.Count();
            sheet.Text(row, column, part.Title, FormLook.Header, width, part.Column is null ? 1 : depth);
            WriteParts(sheet, part.Parts, row + 1, column, depth - 1);
            column += width;
        }
    }

    private void WriteRows(FormSheet sheet, FormTable table)
    {
        foreach (var (i, unit) in table.Units.Index())
        {
            var first = table.FirstRow + (i * table.RowsPerUnit);
            var isBold = unit.IsWhole || unit.Parts.Count > 0;
            sheet.Text(first, 1, unit.Ordinal, FormLook.Ordinal, rows: table.RowsPerUnit, isBold: isBold);
            sheet.Text(first, 2, unit.IsWhole ? new("TỔNG CỘNG", "TOTAL") : BookAreas.Name(unit.Area), FormLook.Name, rows: table.RowsPerUnit, isBold: isBold);
            for (var row = 0; row < table.RowsPerUnit; row++)
            {
                if (table.LeadingColumns > 2) sheet.Text(first + row, 3, table.Layout.Rows[row], FormLook.Ordinal, isBold: isBold);
                for (var column = 0; column < table.Columns.Count; column++)
                    sheet.Figure(first + row, table.LeadingColumns + 1 + column, table.Cell(i, row, column, language), isBold);
            }
            sheet.Next = first + table.RowsPerUnit;
        }
    }

    private void WriteRemarks(FormSheet sheet, FormTable table)
    {
        void Say(Phrase line) => sheet.Text(sheet.Next++, 1, line, FormLook.Remark, sheet.Width);

        if (table.IsEmpty) Say(new("Không lập được biểu này từ số liệu của kỳ:", "This form can't be made from the data of the round:"));
        foreach (var remark in table.Remarks) Say(remark);
        foreach (var open in Limits.Unresolved(content.Results).Where(_ => !table.IsEmpty)) Say(open.With("."));
        if (table.Layout is { IsChecked: false, Act: var act })
            Say(new Phrase("Mẫu biểu theo ", "Form of ").With(act).With(new("; bố cục chưa đối chiếu với phụ lục.", "; the layout is not checked against the annex.")));
        sheet.Text(sheet.Next++, 1, "", FormLook.Remark, sheet.Width);
    }

    private void WriteSignatures(FormSheet sheet, FormTable table)
    {
        var half = sheet.Width / 2;
        void Row(Phrase left, Phrase right, FormLook look)
        {
            sheet.Text(sheet.Next, 1, left, look, half);
            sheet.Text(sheet.Next++, half + 1, right, look, sheet.Width - half);
        }

        var office = Office(table);
        Row("", new("……………, ngày …… tháng …… năm ………", "……………, …… / …… / ………"), FormLook.Line);
        if (IsOfficial && table.Whole?.Level != Poverty.Areas.AreaLevel.Nation) Row("", new("TM. ỦY BAN NHÂN DÂN", "FOR THE PEOPLE'S COMMITTEE"), FormLook.Sign);
        Row(new("NGƯỜI LẬP BIỂU", "PREPARED BY"), (IsOfficial ? office?.Chair : office?.Head) ?? new("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"), FormLook.Sign);
        Row(new("(Ký, ghi rõ họ tên)", "(Signature, full name)"), new("(Ký tên, đóng dấu)", "(Signature, seal)"), FormLook.Line);
    }

    private string Footer(FormTable table)
    {
        // An ampersand begins a code in footers, and 255 characters is all that one holds.
        var title = Workbook.Sheet.Clean(content.Title.Length > 90 ? content.Title[..90] + "…" : content.Title).Replace("&", "&&", StringComparison.Ordinal);
        return $"&L{title}&R{table.Name.In(language)} – {new Phrase("trang", "page").In(language)} &P/&N";
    }
}
