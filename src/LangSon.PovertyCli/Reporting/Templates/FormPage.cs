using System.Globalization;
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

    /// <summary>The heading stands over columns of this many characters in all, or its words would be broken.</summary>
    private const double LeastWidth = 134;

    private readonly Round _round = content.Results.Rounds[^1].Round;
    private readonly Recognition? _recognition = content.Recognitions.ElementAtOrDefault(content.Results.Rounds.Count - 1);

    private bool IsOfficial => _recognition?.Status is "official" or "approved";

    /// <summary>Writes the sheet of a form as a part of a workbook.</summary>
    public void Write(Form form, Stream part)
    {
        using var sheet = new FormSheet(part, language, Widths(form), form.FirstRow - 1, form.FrozenColumns);
        WriteHeading(sheet, form);
        WriteHeaders(sheet, form);
        if (!form.IsEmpty) form.WriteRows(sheet, language);
        WriteRemarks(sheet, form);
        WriteSignatures(sheet, form);
        sheet.End(Footer(form));
    }

    /// <summary>As narrow as figures and words allow, since all columns must go on one page; but not narrower than the heading needs.</summary>
    private List<double> Widths(Form form)
    {
        List<double> widths = [.. new[] { OrdinalWidth, NameWidth, RowWidth }.Take(form.LeadingColumns)];
        var columns = form.Parts.SelectMany(part => part.Leaves).Select((part, i) => new[]
        {
            form.Width(i),
            (part.Column!.Label.Length * 0.8) + 1.2,
            (part.Title.In(language).Split(' ').Max(word => word.Length) * 1.1) + 1.2,
        }.Max()).ToArray();
        var rest = LeastWidth - widths.Sum() - columns.Sum();
        widths.AddRange(columns.Select(width => width + (Math.Max(0, rest) / columns.Length)));
        return widths;
    }

    private FormOffice? Office(Form form) => form.Whole is { } whole ? FormOffice.Of(whole, _round.Date) : null;

    private void WriteHeading(FormSheet sheet, Form form)
    {
        var half = sheet.Width / 2;
        var office = Office(form);
        sheet.Text(1, 1, office?.Body ?? "", IsOfficial ? FormLook.HeadingBold : FormLook.Heading, half);
        sheet.Text(2, 1, IsOfficial ? "" : office?.Agency ?? "", FormLook.HeadingBold, half);
        sheet.Text(1, half + 1, new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM"), FormLook.HeadingBold, sheet.Width - half);
        sheet.Text(2, half + 1, new("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"), FormLook.Motto, sheet.Width - half);
        sheet.Text(3, 1, "", FormLook.Line, sheet.Width);
        var title = form.Name.With(". ").With(form.Layout.Title);
        sheet.Text(4, 1, new(Titled(title.Vi, Language.Vietnamese), Titled(title.En, Language.English)), FormLook.Title, sheet.Width);
        sheet.Text(5, 1, Standing(form), FormLook.Line, sheet.Width);
        sheet.Text(6, 1, new Phrase("Đơn vị tính: ", "Counted in: ").With(form.Layout.Unit), FormLook.LineAtRight, sheet.Width);
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
    private Phrase Standing(Form form)
    {
        var unit = form.Whole is { } whole ? BookAreas.Name(whole).With(" – ") : "";
        var rounds = form.Layout.IsOfTwoRounds && content.Results.Rounds.Count > 1
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
        var map = form.Layout.IsOfTwoRounds && content.Results.Settings.Geography is { } geography ? new Phrase("; ", "; ").With(MapWords.Of(geography).Within()) : "";
        return unit.With(rounds).With("; ").With(StandardWords.Title(_round).Within()).With(standing).With(decision).With(map).With(Lacks(form));
    }

    /// <summary>Which of the rounds are not complete; nothing where all are.</summary>
    private Phrase Lacks(Form form)
    {
        var rounds = form.Layout.IsOfTwoRounds && content.Results.Base(content.Results.Rounds.Count - 1) is { } before ? [content.Results.Rounds[before], content.Results.Rounds[^1]] : new[] { content.Results.Rounds[^1] };
        return rounds.Where(round => round.Summary.Lacking is not null).Aggregate(new Phrase("", ""), (said, round) => said.With(new Phrase($"; kỳ {round.Round.Id} ", $"; round {round.Round.Id} is ").With(PartialWords.Of(round))));
    }

    private static Phrase Named(Round round)
    {
        var day = round.Date;
        return new($"kỳ rà soát {round.Id} (ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)})",
            $"the review {round.Id} ({day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)})");
    }

    private static void WriteHeaders(FormSheet sheet, Form form)
    {
        var (row, depth) = (Form.HeaderRow, form.HeaderRows);
        Phrase[] leading = [new("STT", "No."), new("Đơn vị", "Unit"), new("Phân tổ", "Counting")];
        for (var column = 1; column <= form.LeadingColumns; column++) sheet.Text(row, column, leading[column - 1], FormLook.Header, rows: depth);
        WriteParts(sheet, form.Parts, row, form.LeadingColumns + 1, depth);
        for (var column = 1; column <= form.LeadingColumns; column++) sheet.Text(row + depth, column, $"{(char)('A' + column - 1)}", FormLook.Number);
        foreach (var (i, column) in form.Columns.Index()) sheet.Text(row + depth, form.LeadingColumns + 1 + i, column.Label, FormLook.Number);
        sheet.Next = form.FirstRow;
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

    private void WriteRemarks(FormSheet sheet, Form form)
    {
        void Say(Phrase line) => sheet.Text(sheet.Next++, 1, line, FormLook.Remark, sheet.Width);

        if (form.IsEmpty) Say(new("Không lập được biểu này từ số liệu của kỳ:", "This form can't be made from the data of the round:"));
        foreach (var remark in form.Remarks) Say(remark);
        foreach (var open in Limits.Unresolved(content.Results).Where(_ => !form.IsEmpty)) Say(open.With("."));
        if (form.Layout is { IsChecked: false, Act: var act })
            Say(new Phrase("Mẫu biểu theo ", "Form of ").With(act).With(new("; bố cục chưa đối chiếu với phụ lục.", "; the layout is not checked against the annex.")));
        sheet.Text(sheet.Next++, 1, "", FormLook.Remark, sheet.Width);
    }

    private void WriteSignatures(FormSheet sheet, Form form)
    {
        var half = sheet.Width / 2;
        void Row(Phrase left, Phrase right, FormLook look)
        {
            sheet.Text(sheet.Next, 1, left, look, half);
            sheet.Text(sheet.Next++, half + 1, right, look, sheet.Width - half);
        }

        var office = Office(form);
        Row("", new("……………, ngày …… tháng …… năm ………", "……………, …… / …… / ………"), FormLook.Line);
        if (IsOfficial && form.Whole?.Level != Poverty.Areas.AreaLevel.Nation) Row("", new("TM. ỦY BAN NHÂN DÂN", "FOR THE PEOPLE'S COMMITTEE"), FormLook.Sign);
        Row(new("NGƯỜI LẬP BIỂU", "PREPARED BY"), (IsOfficial ? office?.Chair : office?.Head) ?? new("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"), FormLook.Sign);
        Row(new("(Ký, ghi rõ họ tên)", "(Signature, full name)"), new("(Ký tên, đóng dấu)", "(Signature, seal)"), FormLook.Line);
    }

    private string Footer(Form form)
    {
        // An ampersand begins a code in footers, and 255 characters is all that one holds.
        var title = Workbook.Sheet.Clean(content.Title.Length > 90 ? content.Title[..90] + "…" : content.Title).Replace("&", "&&", StringComparison.Ordinal);
        return $"&L{title}&R{form.Name.In(language)} – {new Phrase("trang", "page").In(language)} &P/&N";
    }
}
