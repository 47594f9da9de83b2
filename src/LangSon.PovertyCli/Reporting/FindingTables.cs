using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The catalogue of findings as a table, for the screen, for scripts and for docs/findings.md.</summary>
internal static class FindingTables
{
    /// <summary>A row a kind of finding, by code.</summary>
    public static TextTable Catalogue(FindingCatalogue catalogue)
    {
        var table = new TextTable(
            new TextColumn("code", new("Mã", "Code")),
            new TextColumn("severity", new("Mức", "Severity")),
            new TextColumn("unit", new("Đối tượng", "About")),
            new TextColumn("effect", new("Hệ quả", "Effect")),
            new TextColumn("threshold", new("Ngưỡng", "Limit")) { Kind = ColumnKind.Number },
            TextColumn.ForScripts("threshold_vi"),
            TextColumn.ForScripts("threshold_en"),
            TextColumn.ForScripts("message_vi"),
            TextColumn.ForScripts("message_en"),
            new TextColumn("message", new("Nội dung", "Message")) { For = Audience.People });
        foreach (var kind in catalogue.Kinds)
        {
            table.Add(Cell.Of(kind.Code), Of(kind.Severity), Unit(kind.Unit), Of(kind.Effect),
                kind.Threshold is { } limit ? Cell.Of(limit) : Cell.None, Cell.Of(kind.ThresholdMeaning.Vi), Cell.Of(kind.ThresholdMeaning.En),
                Cell.Of(kind.Message.Vi), Cell.Of(kind.Message.En), Cell.Of(kind.Threshold is null ? kind.Message
                    : kind.Message.With(new($" Ngưỡng: {kind.ThresholdMeaning.Vi}.", $" Limit: {kind.ThresholdMeaning.En}."))));
        }
        return table;
    }

    /// <summary>The findings of a run, a row each.</summary>
    public static TextTable Listed(IEnumerable<ListedFinding> findings, Language language)
    {
        var table = new TextTable(
            TextColumn.ForScripts("code"), TextColumn.ForScripts("severity"), TextColumn.ForScripts("file"), TextColumn.ForScripts("sheet"),
            TextColumn.ForScripts("line", ColumnKind.Number), TextColumn.ForScripts("cell"), TextColumn.ForScripts("column"),
            TextColumn.ForScripts("value"), TextColumn.ForScripts("household_id"), TextColumn.ForScripts("commune_code"),
            TextColumn.ForScripts("enumerator"), TextColumn.ForScripts("expected"), TextColumn.ForScripts("message"));
        foreach (var (finding, severity) in findings)
            table.Add(Cell.Of(finding.Code), Of(severity), Cell.Of(finding.Place.File), Cell.Of(finding.Place.Sheet),
                finding.Place.Line > 0 ? Cell.Of((decimal)finding.Place.Line) : Cell.None, Cell.Of(finding.Place.Cell), Cell.Of(finding.Column),
                Cell.Of(finding.Value), Cell.Of(finding.HouseholdId), Cell.Of(finding.CommuneCode), Cell.Of(finding.Enumerator),
                Cell.Of(finding.Expected), Cell.Of(FindingCatalogue.BuiltIn.Message(finding, language)));
        return table;
    }

    /// <summary>A severity for everyone.</summary>
    public static Cell Of(Severity severity) => severity switch
    {
        Severity.Off => new("off", new("tắt", "off")),
        Severity.Info => new("info", new("thông tin", "info")),
        Severity.Warn => new("warn", new("cảnh báo", "warn")),
        Severity.Error => new("error", new("lỗi", "error")),
        Severity.Verdict => new("verdict", new("kết luận", "verdict")),
    };

    /// <summary>An effect for everyone.</summary>
    public static Cell Of(Effect effect) => effect switch
    {
        Effect.Counts => new("counts", new("vẫn tính", "counts")),
        Effect.RejectsRow => new("rejects-row", new("loại dòng", "rejects row")),
        Effect.RefusesFile => new("refuses-file", new("từ chối tệp", "refuses file")),
    };

    private static Cell Unit(string unit) => new(unit, new Phrase(unit switch
    {
        "row" => "dòng",
        "household" => "hộ",
        "area" => "đơn vị",
        "enumerator" => "rà soát viên",
        "file" => "tệp",
        "years" => "hai năm",
        "target" => "chỉ tiêu",
        _ => unit,
    }, unit));

    /// <summary>A finding as one line: where, what, and its code.</summary>
    public static string Line(Finding finding, Language language) => $"{Sentence(finding, language)} ({finding.Code})";

    /// <summary>A finding where its code is already named: where, and what.</summary>
    public static string Sentence(Finding finding, Language language)
    {
        var message = FindingCatalogue.BuiltIn.Message(finding, language);
        // Some messages name the file themselves; the line belongs beside it.
        var article = language == Language.Vietnamese ? "Tệp " : "";
        var named = $"{article}{finding.Place.File}: ";
        if (finding.Place.File.Length > 0 && message.StartsWith(named, StringComparison.Ordinal)) message = message[named.Length..];
        var file = finding.Place.Line > 0 ? $"{finding.Place.File}:{finding.Place.Line}" : finding.Place.File;
        var place = finding.Place.Cell is { } cell ? $"{file} {cell}" : file;
        var column = finding.Column is null || finding.Place.Line == 0 ? "" : $" [{finding.Column}]";
        return place.Length == 0 || message.StartsWith(article + place, StringComparison.Ordinal) || message.StartsWith(place, StringComparison.Ordinal) ? message : $"{place}{column}: {message}";
    }
}
