using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>How far a collection has come: what came of every unit and file, and how many of them are there.</summary>
internal static class StatusTables
{
    /// <summary>A row a unit and file.</summary>
    public static TextTable Of(RunReport report, IEnumerable<RoundStatus> rounds)
    {
        var table = new TextTable(
            TextColumn.ForScripts("round"), TextColumn.ForScripts("area_code"), TextColumn.ForScripts("area_name"), TextColumn.ForScripts("district"), TextColumn.ForScripts("file"),
            TextColumn.ForScripts("received"), new TextColumn("unit", new("Đơn vị", "Unit")) { Wraps = true, For = Audience.People },
            new TextColumn("shown_file", new("Tệp", "File")) { Wraps = true, For = Audience.People }, new TextColumn("state", new("Tình trạng", "State")),
            TextColumn.ForScripts("read", ColumnKind.Number), Number("accepted", new("Dòng", "Rows")), TextColumn.ForScripts("rejected", ColumnKind.Number), TextColumn.ForScripts("blank", ColumnKind.Number),
            Number("errors", new("Lỗi", "Errors")), TextColumn.ForScripts("warnings", ColumnKind.Number), Number("poor", new("Nghèo", "Poor")), TextColumn.ForScripts("near_poor", ColumnKind.Number),
            Number("poor_before", new("Kỳ trước", "Before")), TextColumn.ForScripts("near_poor_before", ColumnKind.Number), Number("poor_change", new("±", "±")),
            TextColumn.ForScripts("near_poor_change", ColumnKind.Number), TextColumn.ForScripts("unusual"));
        foreach (var row in rounds.SelectMany(round => round.Rows))
            table.Add(Cell.Of(row.Round.Id), Cell.Of(row.Area?.Code), Cell.Of(row.Area?.Name), Cell.Of(District(row)), Cell.Of(row.File),
                Cell.Of(row.Received), row.Area is { } area ? Cell.Of(BookAreas.Name(area)) : Cell.None, Cell.Of(row.File), StateOf(row.State),
                Whole(row.Read), Whole(row.Accepted), Whole(row.Rejected), Whole(row.Blank),
                Found(row, Severity.Error), Found(row, Severity.Warn),
                Whole(row.Poor), Whole(row.NearPoor), Whole(row.PoorBefore), Whole(row.NearPoorBefore), Change(row.Poor - row.PoorBefore, row.Unusual.Count > 0), Change(row.NearPoor - row.NearPoorBefore, false),
                Cell.Of(string.Join(' ', row.Unusual)));
        return table;

        Cell Found(StatusRow row, Severity severity) => WasOpened(row) ? Cell.Of((decimal)report.CountOf(row.Findings, severity)) : Cell.None;
    }

    /// <summary>Whether somebody looked into the row's file: else nothing is known of what is in it.</summary>
    public static bool WasOpened(StatusRow row) => row.Accepted is not null || row.Findings.Count > 0;

    /// <summary><c>status.csv</c>: the same for scripts; returns the number of rows.</summary>
    public static long Write(Stream stream, RunReport report)
    {
        var table = Of(report, report.Status);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        table.Write(text, OutputFormat.Csv, Language.Vietnamese);
        return table.Rows.Count;
    }

    /// <summary>How many communes are in which state, and how many files others stand in the place of.</summary>
    public static Phrase Sum(RoundStatus round)
    {
        var counts = Enum.GetValues<SubmissionState>().Reverse().Select(state => (State: state, Count: round.Communes.Count(commune => commune.State == state))).Where(entry => entry.Count > 0).ToArray();
        var superseded = round.Rows.Where(row => row.State == SubmissionState.Superseded).Select(row => row.File).Distinct().Count();
        string States(Language language) => string.Join(", ", counts.Select(entry => $"{entry.Count} {entry.State.Phrase().In(language)}"));
        var sum = new Phrase($"Kỳ {round.Round.Id}: {States(Language.Vietnamese)}, trên {round.Communes.Count} xã", $"Round {round.Round.Id}: {States(Language.English)}, of {round.Communes.Count} communes");
        return superseded == 0 ? sum.With(".") : sum.With(new($"; {superseded} tệp đã được tệp khác thay thế.", $"; {superseded} {(superseded == 1 ? "file is" : "files are")} superseded."));
    }

    /// <summary>What changed from a superseded file to those in its place, on a line.</summary>
    public static Phrase Of(Resubmission pair)
    {
        var files = $"{pair.Old} → {string.Join(", ", pair.New)}";
        if (pair.Households is null) return new($"{files}: không đọc được tệp cũ hoặc tệp mới nên không so được", $"{files}: the old file or the new one cannot be read, so they are not compared");
        var counts = Enum.GetValues<HouseholdChange>().Select(change => (Change: change, Count: pair.Count(change))).Where(entry => entry.Count > 0).ToArray();
        if (counts.Length == 0) return new($"{files}: không hộ nào thay đổi", $"{files}: no household changed");
        return new($"{files}: {string.Join(", ", counts.Select(entry => $"{Of(entry.Change).Vi} {entry.Count}"))}", $"{files}: {string.Join(", ", counts.Select(entry => $"{Of(entry.Change).En} {entry.Count}"))}");
    }

    /// <summary>A state for everyone.</summary>
    public static Cell StateOf(SubmissionState state) => new(state.Word(), state.Phrase())
    {
        Tone = state switch
        {
            SubmissionState.Accepted => CellTone.Good,
            SubmissionState.Superseded => CellTone.None,
            SubmissionState.Missing or SubmissionState.Refused => CellTone.Bad,
            SubmissionState.Returned => CellTone.Open,
        },
    };

    /// <summary>The name of the district of a row's unit; empty where it has none.</summary>
    public static string? District(StatusRow row) => row.Area is { Level: AreaLevel.Commune, Parent: { Level: AreaLevel.District } district } ? district.Name : null;

    private static Phrase Of(HouseholdChange change) => change switch
    {
        HouseholdChange.Added => new("thêm", "added"),
        HouseholdChange.Removed => new("bớt", "removed"),
        HouseholdChange.ClassChanged => new("đổi loại", "class changed"),
        HouseholdChange.Left => new("đã rời đi", "left"),
        HouseholdChange.Rejected => new("nay bị loại", "rejected now"),
        HouseholdChange.Counted => new("nay được tính", "counted now"),
    };

    private static TextColumn Number(string key, Phrase header) => new(key, header) { Kind = ColumnKind.Number };

    private static Cell Whole(long? number) => number is { } known ? Cell.Of((decimal)known) : Cell.None;

    private static Cell Change(long? change, bool isUnusual) => change is { } known ? TargetTable.Signed(known, 0) with { Tone = isUnusual ? CellTone.Bad : CellTone.None } : Cell.None;
}
