using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>What the figures rest on: rounds, law, settings, definitions, and the very files.</summary>
internal sealed class MethodSheet() : BookSheet(
    new("Phương pháp", "Method"),
    new("Số liệu của kỳ nào, theo quy định nào, tính thế nào và từ những tệp nào; giá trị chưa đối chiếu với văn bản được đánh dấu.",
        "Which rounds, by which law, how computed and from which files; values not checked against the law are marked."))
{
    private static readonly double[] Grid = [16, 12, 12, 12, 14, 14, 14, 14, 14, 14, 14];

    public override void Write(Sheet sheet, BookContent content)
    {
        sheet.Widths(Grid);
        sheet.Heading(Title, Lead);
        WriteRounds(sheet, content);
        foreach (var standard in content.Results.Readings.Select(round => round.Round.Law.Standard).Distinct())
        {
            WriteValues(sheet, standard);
            WriteIndicators(sheet, standard);
        }
        WriteDefinitions(sheet, content);
        WriteSettings(sheet, content);
        WriteInputs(sheet, content);
    }

    private static void WriteRounds(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Các kỳ số liệu", "The rounds"));
        var table = new SheetTable(sheet,
        [
            new(new("Kỳ", "Round"), Format.Mark), new(new("Ngày", "Day"), Format.Mark), new(new("Chuẩn", "Standard"), Format.Text, Span: 3),
            new(new("Phạm vi số liệu và mẫu số", "Coverage and denominator"), Format.Text, Span: 4), new(new("Công nhận", "Recognition"), Format.Text, Span: 2),
        ]);
        table.Header();
        foreach (var (i, result) in content.Results.Rounds.Index())
        {
            var round = result.Round;
            var recognition = content.Recognitions.ElementAtOrDefault(i);
            table.Row(
            [
                Entry.Of(round.Id), Entry.Of(Day(round.Date)), Entry.Of(Standard(round)), Entry.Of(Coverage(round)),
                Entry.Of(StatusWords.Of(recognition?.Status, recognition?.Decision).Beginning()),
            ]);
        }
    }

    private static Phrase Standard(Round round) => round.Also.Count == 0 ? StandardWords.Title(round) : StandardWords.Title(round)
        .With(new("; phân loại thêm theo: ", "; also classified under: "))
        .With(new(string.Join("; ", round.Also.Select(further => StandardWords.Title(further).Vi)), string.Join("; ", round.Also.Select(further => StandardWords.Title(further).En))));

    private static Phrase Coverage(Round round)
    {
        if (round.Files.Count == 0) return new("Số tổng hợp của người khác; mẫu số là số hộ ghi ở đó.", "Counts taken over; the denominators are the households stated there.");
        var denominator = round.Register is null
            ? new Phrase("chưa có sổ tổng số hộ nên không có tỷ lệ.", "no register was given, so there are no rates.")
            : new Phrase("mẫu số lấy từ sổ tổng số hộ.", "the denominators come from the register.");
        return round.Coverage switch
        {
            Poverty.Aggregation.Coverage.All => new("Mọi hộ thường trú; mẫu số là số hộ được tính.", "Every resident household; the denominator is the accepted households."),
            Poverty.Aggregation.Coverage.Reviewed => new($"Hộ được rà soát; {denominator.Vi}", $"Reviewed households; {denominator.En}"),
            Poverty.Aggregation.Coverage.PoorList => new($"Danh sách hộ nghèo, cận nghèo; {denominator.Vi}", $"Listed poor and near-poor households; {denominator.En}"),
        };
    }

    private static void WriteValues(Sheet sheet, Standard standard)
    {
        sheet.Section(new($"{standard.Title.Vi} ({standard.Id}): các mức", $"{standard.Title.En} ({standard.Id}): values"));
        var table = new SheetTable(sheet,
        [
            new(new("Mức", "Value"), Format.Text, Span: 3), new(new("Khu vực", "Area"), Format.Mark), new(new("Từ ngày", "From"), Format.Mark),
            new(new("Giá trị", "Amount"), Format.Count), new(new("Đơn vị tính", "Unit"), Format.Text), new(new("Căn cứ", "Source"), Format.Text, Span: 2),
            new(new("Đối chiếu", "Checked"), Format.Text, Span: 2),
        ]);
        table.Header();
        foreach (var value in StandardValue.Of(standard))
            table.Row(
            [
                Entry.Of(value.Name), Entry.Of(StandardTables.Settlements(value).Shown), Entry.Of(Day(value.From)), value.Share is { } share ? Entry.Of(share.ToString()) : Entry.Of(value.Amount), Entry.Of(Unit(value.Unit)),
                Entry.Of(StandardTables.Source(standard, value.Source).Shown), Check(value.Checked, value.Note),
            ]);
    }

    private static void WriteIndicators(Sheet sheet, Standard standard)
    {
        sheet.Section(new($"{standard.Title.Vi}: các chỉ số thiếu hụt", $"{standard.Title.En}: indicators"));
        var table = new SheetTable(sheet,
        [
            new(new("Cột", "Column"), Format.Text), new(new("Chiều và chỉ số", "Dimension and indicator"), Format.Text, Span: 2),
            new(new("Hộ thiếu hụt khi", "A household is deprived when"), Format.Text, Span: 5), new(new("Căn cứ", "Source"), Format.Text),
            new(new("Đối chiếu", "Checked"), Format.Text, Span: 2),
        ]);
        table.Header();
        foreach (var indicator in standard.Indicators)
            table.Row(
            [
                Entry.Of(indicator.Id), Entry.Of(StandardTables.Weighed(standard, indicator)), Entry.Of(indicator.Rule),
                Entry.Of(StandardTables.Source(standard, indicator.Source).Shown), Check(indicator.Checked, indicator.Note),
            ]);
    }

    private static Entry Check(bool isChecked, Phrase? note)
    {
        var mark = isChecked ? StandardTables.Checked : StandardTables.Unchecked;
        var text = note is { } more ? new Phrase($"{mark.Vi}: {more.Vi}", $"{mark.En}: {more.En}") : mark;
        return Entry.Of(text) with { Tone = isChecked ? Tone.None : Tone.Open };
    }

    private static void WriteDefinitions(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Các số trong bảng nghĩa là gì", "What the figures mean"));
        var table = new SheetTable(sheet, [new(new("Số", "Figure"), Format.Text, Span: 3), new(new("Nghĩa", "Meaning"), Format.Text, Span: 8)]);
        table.Header();
        foreach (var (name, meaning) in MeasureWords.Of(content.Results)) table.Row([Entry.Of(name), Entry.Of(meaning)]);
    }

    private static void WriteSettings(Sheet sheet, BookContent content)
    {
        var settings = content.Results.Settings;
        sheet.Section(new("Thiết lập", "Settings"));
        var table = new SheetTable(sheet, [new(new("Thiết lập", "Setting"), Format.Text, Span: 3), new(new("Giá trị", "Value"), Format.Text, Span: 8)]);
        table.Header();
        void Row(Phrase name, Phrase value) => table.Row([Entry.Of(name), Entry.Of(value)]);
        Row(new("Loại hộ chính thức", "Official class"), settings.Official.Phrase().With(settings.Official == OfficialClass.Computed ? default
            : new("; loại tính được dùng để kiểm tra", "; the computed class checks it")));
        if (content.Results.Rounds.Any(round => round.Round.Law.HasPoints))
            Row(new("Xét theo", "Held against the line"), settings.ClassifyBy == ClassifyBy.Income
                ? new("thu nhập; điểm B1 khi tệp không có thu nhập", "the income; the B1 points where a file has no income")
                : new("điểm B1; thu nhập khi tệp không có điểm", "the B1 points; the income where a file has no points"));
        Row(new("Hộ dân tộc thiểu số", "Ethnic-minority household"), settings.MinorityBy == MinorityBy.Head
            ? new("theo chủ hộ", "by the head")
            : new("theo chủ hộ hoặc vợ, chồng chủ hộ khi tệp có cả hai, nếu không thì theo chủ hộ", "by the head or the head's spouse where a file has both, else by the head"));
        Row(new("Tái nghèo", "Fell back"), new($"trong {settings.FellBackYears} năm kể từ khi thoát nghèo", $"within {settings.FellBackYears} years of escaping"));
        Row(new("So sánh với chỉ tiêu", "Targets are compared"), content.CompareAt == CompareAt.Exact
            ? new("số chưa làm tròn", "unrounded") : new("số làm tròn như kế hoạch in", "rounded as the plan prints them"));
        Row(new("Danh mục đơn vị hành chính", "Administrative units"), settings.Areas is null
            ? new("theo số liệu", "as the data name them") : new("theo danh mục, mã có hiệu lực vào ngày của kỳ", "by the area list, codes as they stand on the day of the round"));
        Row(new("So sánh giữa các kỳ", "Comparison of rounds"), settings.Geography is { } map ? MapWords.Of(map)
            : new("mỗi kỳ theo đơn vị hành chính của ngày rà soát", "each round in the units of its own day"));
        Row(new("Chương trình", "Program"), new($"poverty {content.Version}", $"poverty {content.Version}"));
    }

    private static void WriteInputs(Sheet sheet, BookContent content)
    {
        sheet.Section(new("Tệp đầu vào", "Input files"));
        var table = new SheetTable(sheet, [new(new("Tệp", "File"), Format.Text, Span: 5), new(new("SHA-256", "SHA-256"), Format.Text, Span: 6)]);
        table.Header();
        foreach (var (name, hash) in content.Inputs) table.Row([Entry.Of(name), Entry.Of(hash)]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Phrase Unit(string unit) => unit switch
    {
        "VND/person/month" => new("đồng/người/tháng", unit),
        "VND/person/year" => new("đồng/người/năm", unit),
        "indicators" => new("chỉ số", unit),
        "share" => new("phần của 1", "share of 1"),
        "points" => new("điểm", unit),
        "months" => new("tháng", unit),
        _ => new(unit, unit),
    };
}
