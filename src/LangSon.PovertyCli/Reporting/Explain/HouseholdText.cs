using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Why a household is in its class, for people: round by round, row by row.</summary>
internal sealed partial class HouseholdText(TextWriter output, RunSettings settings, Language language)
{
    private readonly ScreenText _screen = new(output, language);
    private readonly HashSet<Standard> _told = [];

    /// <summary>Writes all rounds given.</summary>
    public void Write(string id, IReadOnlyList<HouseholdRound> rounds)
    {
        _screen.Line(new($"Hộ {id}", $"Household {id}"));
        foreach (var (round, rows) in rounds)
        {
            _screen.Gap();
            if (rows.Count == 0) _screen.Line(Title(round, ExplainWords.Of(Standing.Absent).Shown));
            if (rows.Count > 1) _screen.Line(new($"Kỳ {round.Id}: hộ đứng ở {rows.Count} dòng.", $"Round {round.Id}: the household stands in {rows.Count} rows."));
            foreach (var row in rows)
            {
                if (row != rows[0]) _screen.Gap();
                WriteRow(round, row);
            }
        }
    }

    private static Phrase Title(Round round, Phrase what) => new($"Kỳ {round.Id} ({round.Date:yyyy-MM-dd}): {what.Vi}", $"Round {round.Id} ({round.Date:yyyy-MM-dd}): {what.En}");

    private void WriteRow(Round round, ExplainedRow row)
    {
        _screen.Line(Title(round, ExplainWords.Of(row.Standing).Shown));
        if (row.Counts) _screen.Line(row.Because, "  ");
        WriteFindings(row);
        WriteCorrections(row);
        _screen.Gap();
        _screen.Record([.. Facts(round, row)]);
        if (!row.IsComputable) return;
        WriteLines(new("Mức thu nhập", "Income line"), new("Đồng", "VND"), LineStanding.OfIncome(row, round.Law), round.Law.Standard);
        WriteLines(new("Ngưỡng điểm", "Cut-off"), new("Điểm", "Points"), LineStanding.OfPoints(row, round.Law), round.Law.Standard);
        WriteIndicators(round.Law, row);
        if (row.Counts) WriteAlternatives(round.Law, row);
        if (row.Counts) WriteFurther(row);
    }

    private IEnumerable<(Phrase Name, Phrase Value)> Facts(Round round, ExplainedRow row)
    {
        var (household, law) = (row.Household, round.Law);
        yield return (new("Dòng", "Row"), row.Place.Sheet is { } sheet ? $"{row.Place.File}:{row.Place.Line} ({sheet})" : $"{row.Place.File}:{row.Place.Line}");
        if (household.Left != Because.None) yield return (new("Rời danh sách", "Left the list"), ExplainWords.Of(household.Left).Shown.With(From(row, "left_because")));
        var communeColumn = row.Cells.ContainsKey("commune_code") ? "commune_code" : "commune_name";
        var from = row.File.Layout.Commune is null ? From(row, communeColumn) : new Phrase(" (theo tên tệp)", " (from the file's name)");
        var commune = household.Commune is { } known ? ExplainWords.Of(known) : new Phrase("không xác định được", "cannot be told");
        yield return (new("Xã", "Commune"), commune.With(from));
        foreach (var above in (household.Commune?.Parent ?? household.Above)?.Upwards() ?? [])
            if (above.Name.Length > 0 || above.Code.Length > 0)
                yield return (Capital(AreaWords.Level(above.Level).Shown), ExplainWords.Of(above));
        yield return (new("Khu vực", "Settlement"), Settlement(row));
        yield return (new("Chuẩn", "Standard"), Standard(round));
        yield return (new("Nhân khẩu", "Persons"), Phrase.FromString(household.Size > 0 ? $"{household.Size}" : "–").With(From(row, "household_size")));
        if (row.IsComputable && law.HasIncomeLine) foreach (var measure in Measures(row, law)) yield return measure;
        foreach (var told in Told(row)) yield return told;
        yield return (new("Dân tộc thiểu số", "Ethnic minority"), Minority(row));
    }

    private static Phrase Capital(Phrase text) => new(char.ToUpperInvariant(text.Vi[0]) + text.Vi[1..], char.ToUpperInvariant(text.En[0]) + text.En[1..]);

    private static Phrase From(ExplainedRow row, string column)
    {
        var raw = ExplainWords.Raw(row.Cells.GetValueOrDefault(column), column);
        return new($" ({raw.Vi})", $" ({raw.En})");
    }

    private static Phrase Settlement(ExplainedRow row)
    {
        var (settlement, origin) = (ExplainWords.Of(row.Household.Settlement).Shown, ExplainWords.Of(row.SettlementFrom).Shown);
        var from = row.SettlementFrom == SettlementOrigin.None ? default : new Phrase($", {origin.Vi}", $", {origin.En}");
        return settlement.With(from).With(row.Cells.ContainsKey("settlement") ? From(row, "settlement") : default);
    }

    private static Phrase Standard(Round round)
    {
        var standard = round.Law.Standard;
        var period = standard.Applies.LastOrDefault(applies => applies.From <= round.Law.Day) ?? standard.Applies[0];
        var source = StandardTables.Source(standard, period.Source).Shown;
        var whatIf = round.IsWhatIf ? Phrase.FromString("; ").With(Notes.WhatIf) : default;
        return new Phrase($"{standard.Id}: {standard.Title.Vi} ({source.Vi})", $"{standard.Id}: {standard.Title.En} ({source.En})").With(whatIf);
    }

    /// <summary>The classes that the commune and the form tell, and whether they are the computed one.</summary>
    private IEnumerable<(Phrase Name, Phrase Value)> Told(ExplainedRow row)
    {
        foreach (var (column, name, told) in new[]
                 {
                     ("recognised_class", new Phrase("Xã công nhận", "Recognised"), row.Household.Recognised),
                     ("reported_class", new Phrase("Phiếu ghi", "Reported"), row.Household.Reported),
                 })
        {
            if (!row.Cells.ContainsKey(column)) continue;
            var poverty = told is { } known ? known.Phrase() : new Phrase("chưa có", "none");
            var differs = row.Disagreeing == column ? new Phrase("; khác kết quả theo quy định", "; not what the rules give") : default;
            yield return (name, poverty.With(From(row, column)).With(differs));
        }
        if (settings.Official != OfficialClass.Computed && row.IsComputable)
            yield return (new("Theo quy định", "By the rules"), row.Computed.Class.Phrase());
    }

    private Phrase Minority(ExplainedRow row)
    {
        var answer = row.Household.Minority switch
        {
            Answer.Yes => new Phrase("có", "yes"),
            Answer.No => new Phrase("không", "no"),
            Answer.Unknown => new Phrase("chưa biết", "unknown"),
        };
        var origin = ExplainWords.Of(row.MinorityFrom).Shown;
        string[] columns = settings.MinorityBy == MinorityBy.HeadOrSpouse && row.Cells.ContainsKey("spouse_ethnicity") ? ["ethnicity", "spouse_ethnicity"] : ["ethnicity"];
        var raw = columns.Select(column => ExplainWords.Raw(row.Cells.GetValueOrDefault(column), column)).ToArray();
        return new($"{answer.Vi}, {origin.Vi} ({string.Join("; ", raw.Select(text => text.Vi))})",
            $"{answer.En}, {origin.En} ({string.Join("; ", raw.Select(text => text.En))})");
    }

    private void WriteFindings(ExplainedRow row)
    {
        if (row.Findings.Count == 0) return;
        _screen.Gap();
        _screen.Record([.. row.Findings.Select(finding => ((Phrase)finding.Code, FindingCatalogue.BuiltIn.Message(finding)))]);
    }
    /// <summary>The cells that were read otherwise; one that was not corrected is among the findings.</summary>
    private void WriteCorrections(ExplainedRow row)
    {
        var applied = row.Corrections.Where(outcome => outcome.State == CorrectionState.Applied).Select(outcome => outcome.Correction).ToArray();
        if (applied.Length == 0) return;
        _screen.Gap();
        _screen.Line(new("Đính chính:", "Corrections:"));
        foreach (var correction in applied)
        {
            var (old, now) = ExplainWords.Of(correction);
            _screen.Line($"{correction.Column}: {(old.Length > 0 ? old : "–")} → {(now.Length > 0 ? now : "–")} ({correction.Why})", "  ");
        }
    }
}
