using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Why a household is in its class, for people: round by round, row by row.</summary>
internal sealed class HouseholdText(TextWriter output, RunSettings settings, Language language)
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
        _screen.Gap();
        _screen.Record([.. Facts(round, row)]);
        if (!row.IsComputable) return;
        if (round.Law.HasIncomeLine) WriteLines(round.Law, row);
        WriteIndicators(round.Law, row);
        if (row.Counts) WriteAlternatives(round.Law, row);
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
        if (row.IsComputable && law.HasIncomeLine) yield return (new("Thu nhập", "Income"), Income(row, law));
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

    private static Phrase Income(ExplainedRow row, Law law)
    {
        var raw = ExplainedRow.IncomeColumns.Where(row.Cells.ContainsKey).Select(column => ExplainWords.Raw(row.Cells[column], column)).ToArray();
        var from = new Phrase($" ({string.Join("; ", raw.Select(text => text.Vi))})", $" ({string.Join("; ", raw.Select(text => text.En))})");
        if (row.Household.Income is not { } income) return new Phrase("chưa biết", "unknown").With(from);
        var (amount, unit) = (ExplainWords.Amount(income.PerPerson(law.IncomeMonths)), ExplainWords.Unit(law));
        return new Phrase($"{amount.Vi} {unit.Vi}", $"{amount.En} {unit.En}").With(from);
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

    /// <summary>The income lines that can hold for the household, and where its income stands against each.</summary>
    private void WriteLines(Law law, ExplainedRow row)
    {
        _screen.Gap();
        var table = new TextTable(
            new TextColumn("line", new("Mức thu nhập", "Income line")) { Wraps = true },
            new TextColumn("value", new("Đồng", "VND")) { Kind = ColumnKind.Number },
            new TextColumn("stands", new("Hộ này", "This household")) { Wraps = true },
            new TextColumn("source", new("Căn cứ", "Source")) { Wraps = true });
        foreach (var line in IncomeStanding.Of(row.Household, law))
        {
            table.Add(Cell.Of(line.Name), Cell.Of(line.Value.Amount), Cell.Of(Stands(line)),
                Cell.Of(ExplainWords.Source(law.Standard, line.Value.Source, line.Value.Checked)));
        }
        _screen.Table(table);
    }

    private static Phrase Stands(IncomeStanding line)
    {
        if (line.IsAtMost is not { } isAtMost) return new("chưa biết", "unknown");
        var off = ExplainWords.Amount(Math.Abs(line.Off!.Value));
        if (line.Off == 0) return new("bằng mức này", "exactly at it");
        return isAtMost ? new($"không quá, thấp hơn {off.Vi}", $"below by {off.En}") : new($"trên, cao hơn {off.Vi}", $"above by {off.En}");
    }

    private void WriteIndicators(Law law, ExplainedRow row)
    {
        if (law.Indicators.Length == 0) return;
        _screen.Gap();
        var weights = law.Cutoff is null ? default : new Phrase(" (trọng số)", " (weights)");
        _screen.Line(new($"Chỉ số{weights.Vi}: [x] thiếu hụt, [ ] không thiếu hụt, [?] chưa trả lời", $"Indicators{weights.En}: [x] lacking, [ ] not lacking, [?] unanswered"));
        // Rules are long: those of one standard are told once, however many rounds and rows follow.
        var isNew = _told.Add(law.Standard);
        var usual = law.Indicators.ToArray().GroupBy(indicator => indicator.Source).MaxBy(group => group.Count())!.Key;
        for (var i = 0; i < law.Indicators.Length; i++)
        {
            var indicator = law.Indicators[i];
            var mark = ExplainWords.AnswerOf(row.Household.Deprivations, i) switch { Answer.Yes => "[x] ", Answer.No => "[ ] ", Answer.Unknown => "[?] " };
            _screen.Ends(mark, StandardTables.Weighed(law.Standard, indicator), ExplainWords.Raw(row.Cells.GetValueOrDefault(indicator.Id), indicator.Id));
            if (!isNew) continue;
            var source = indicator.Source == usual && indicator.Checked ? default : ExplainWords.Source(law.Standard, indicator.Source, indicator.Checked);
            _screen.Line(source == default ? indicator.Rule : new($"{indicator.Rule.Vi} ({source.Vi})", $"{indicator.Rule.En} ({source.En})"), "    ");
        }
        var rules = StandardTables.Source(law.Standard, usual).Shown;
        _screen.Line(isNew ? new($"Căn cứ, trừ khi nêu khác: {rules.Vi}.", $"Source unless stated: {rules.En}.")
            : new("Khi nào thiếu hụt: như đã nêu trên.", "When a household is deprived: as stated above."));
        _screen.Gap();
        WriteCount(law, row.Household.Deprivations);
    }

    private void WriteCount(Law law, Deprivations deprivations)
    {
        var (least, most) = law.Count(deprivations);
        var count = least == most ? new Phrase($"Thiếu hụt {least} chỉ số", $"Deprivations: {least}")
            : new Phrase($"Thiếu hụt từ {least} đến {most} chỉ số ({most - least} chỉ số chưa trả lời)", $"Deprivations: {least} to {most} ({most - least} unanswered)");
        if (law.Cutoff is not null) count = count.With(Score(law.Score(deprivations.AtLeast), law.Score(deprivations.AtMost)));
        if (StandardValue.PoorAt(law) is { } poorAt)
        {
            var source = ExplainWords.Source(law.Standard, poorAt.Source, poorAt.Checked);
            count = count.With(new($"; hộ nghèo từ {ExplainWords.PoorFrom(law)} ({source.Vi})", $"; poor from {ExplainWords.PoorFrom(law)} ({source.En})"));
        }
        _screen.Line(count.With("."));
    }

    private static Phrase Score(Fraction least, Fraction most) => least == most
        ? new($", điểm thiếu hụt {least}", $", score {least}")
        : new($", điểm thiếu hụt từ {least} đến {most}", $", score {least} to {most}");

    private void WriteAlternatives(Law law, ExplainedRow row)
    {
        if (row.Alternatives.Count == 0) return;
        _screen.Gap();
        var what = settings.Official == OfficialClass.Computed ? new Phrase("lớp hộ", "the class") : new Phrase("lớp hộ theo quy định", "the class that the rules give");
        _screen.Line(row.Computed.Reason == Reason.None
            ? new($"Điều làm đổi {what.Vi}:", $"What would change {what.En}:")
            : new($"Câu trả lời nào xác định được {what.Vi}:", $"Which answers would settle {what.En}:"));
        Write(row.Alternatives, row.Household.Facts, law, "  - ");
        var unanswered = law.Indicators.ToArray().Where((_, at) => ExplainWords.AnswerOf(row.Household.Deprivations, at) == Answer.Unknown).Select(indicator => indicator.Title).ToArray();
        if (unanswered.Length > 0 && row.Computed.Reason != Reason.None)
            _screen.Line(new($"Chưa trả lời: {string.Join("; ", unanswered.Select(title => title.Vi))}.", $"Unanswered: {string.Join("; ", unanswered.Select(title => title.En))}."));
    }

    private void Write(IReadOnlyList<Alternative> alternatives, HouseholdFacts before, Law law, string indent)
    {
        foreach (var alternative in alternatives)
        {
            var (words, poverty) = (ExplainWords.Of(alternative, before, law), alternative.Decision.Class.Phrase());
            _screen.Line(new($"{words.Vi} → {poverty.Vi}", $"{words.En} → {poverty.En}"), indent);
            Write(alternative.Then, alternative.Facts, law, $"  {indent}");
        }
    }

    private void WriteFindings(ExplainedRow row)
    {
        if (row.Findings.Count == 0) return;
        _screen.Gap();
        _screen.Record([.. row.Findings.Select(finding => ((Phrase)finding.Code, FindingCatalogue.BuiltIn.Message(finding)))]);
    }
}
