using LangSon.Poverty.Classification;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>What a household lacks, what would change or settle its class, and its classes under other standards.</summary>
internal sealed partial class HouseholdText
{
    private void WriteIndicators(Law law, ExplainedRow row)
    {
        if (law.Indicators.Length == 0) return;
        _screen.Gap();
        if (!HasIndicators(row))
        {
            _screen.Line(new("Tệp không có chỉ số thiếu hụt nào.", "The file has no indicators."));
            WriteCount(law, row.Facts.Deprivations);
            return;
        }
        var weights = law.Cutoff is null ? default : new Phrase(" (trọng số)", " (weights)");
        _screen.Line(new($"Chỉ số{weights.Vi}: [x] thiếu hụt, [ ] không thiếu hụt, [?] chưa trả lời", $"Indicators{weights.En}: [x] lacking, [ ] not lacking, [?] unanswered"));
        // Rules are long: those of one standard are told once, however many rounds and rows follow.
        var words = new EvidenceWords(row);
        var isNew = _told.Add(law.Standard);
        var usual = law.Indicators.ToArray().GroupBy(indicator => indicator.Source).MaxBy(group => group.Count())!.Key;
        for (var i = 0; i < law.Indicators.Length; i++)
        {
            var indicator = law.Indicators[i];
            var mark = row.Evidence[i].Answer switch { Answer.Yes => "[x] ", Answer.No => "[ ] ", Answer.Unknown => "[?] " };
            _screen.Ends(mark, StandardTables.Weighed(law.Standard, indicator), words.Of(row.Evidence[i]));
            if (!isNew) continue;
            var source = indicator.Source == usual && indicator.Checked ? default : ExplainWords.Source(law.Standard, indicator.Source, indicator.Checked);
            _screen.Line(source == default ? indicator.Rule : new($"{indicator.Rule.Vi} ({source.Vi})", $"{indicator.Rule.En} ({source.En})"), "    ");
        }
        var rules = StandardTables.Source(law.Standard, usual).Shown;
        _screen.Line(isNew ? new($"Căn cứ, trừ khi nêu khác: {rules.Vi}.", $"Source unless stated: {rules.En}.")
            : new("Khi nào thiếu hụt: như đã nêu trên.", "When a household is deprived: as stated above."));
        _screen.Gap();
        WriteCount(law, row.Facts.Deprivations);
    }

    /// <summary>Whether the file tells any indicator; a review may have nothing but totals.</summary>
    private static bool HasIndicators(ExplainedRow row) =>
        row.Evidence.Any(evidence => evidence.Answer != Answer.Unknown || evidence.Ground is not null || row.Cells.ContainsKey(evidence.Indicator.Id));

    private void WriteCount(Law law, Deprivations deprivations)
    {
        var (least, most) = law.Count(deprivations);
        var count = least == most ? new Phrase($"Thiếu hụt {least} chỉ số", $"Deprivations: {least}")
            : new Phrase($"Thiếu hụt từ {least} đến {most} chỉ số ({most - least} chỉ số chưa trả lời)", $"Deprivations: {least} to {most} ({most - least} unanswered)");
        if (deprivations != law.Deprivations(deprivations.Lacking, deprivations.Unknown)) count = count.With(new(" theo tổng điểm phiếu B2", " by the total of form B2"));
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
        var what = settings.Official == OfficialClass.Recognised ? new Phrase("lớp hộ theo quy định", "the class that the rules give") : new Phrase("lớp hộ", "the class");
        _screen.Line(row.Decision.Reason == Reason.None
            ? new($"Điều làm đổi {what.Vi}:", $"What would change {what.En}:")
            : new($"Câu trả lời nào xác định được {what.Vi}:", $"Which answers would settle {what.En}:"));
        Write(row.Alternatives, row.Facts, law, "  - ");
        if (row.Decision.Reason != Reason.None) WriteUnanswered(row);
    }

    /// <summary>The open indicators; where more than ready flags would tell them, what that is.</summary>
    private void WriteUnanswered(ExplainedRow row)
    {
        var open = row.Evidence.Where(evidence => evidence.Answer == Answer.Unknown).ToArray();
        var total = row.Cells.GetValueOrDefault("b2_score") is { Text.Length: 0 } cell ? ExplainWords.Raw(cell, cell.Column) : default(Phrase?);
        if (!HasIndicators(row)) open = [];
        if (total is null && open.All(evidence => evidence.Ground is null))
        {
            if (open.Length > 0) _screen.Line(new Phrase("Chưa trả lời: ", "Unanswered: ").With(Titles(open)).With("."));
            return;
        }
        var words = new EvidenceWords(row);
        _screen.Line(new("Chưa trả lời:", "Unanswered:"));
        if (total is { } blank) _screen.Line(new Phrase("Điểm B2: ", "B2 points: ").With(blank), "  - ");
        foreach (var same in open.GroupBy(words.Missing)) _screen.Line(Titles(same).With(": ").With(same.Key), "  - ");
    }

    private static Phrase Titles(IEnumerable<Evidence> indicators) => ConditionWords.Join(indicators.Select(evidence => evidence.Indicator.Title), "; ");

    /// <summary>The class under each further standard of the round.</summary>
    private void WriteFurther(ExplainedRow row)
    {
        if (row.Also.Count == 0) return;
        _screen.Gap();
        _screen.Line(new("Theo chuẩn khác:", "Under other standards:"));
        foreach (var (round, poverty, because) in row.Also)
        {
            var (title, words) = (StandardWords.Title(round), poverty.Phrase());
            _screen.Line(new($"{round.Law.Standard.Id}, {title.Vi}: {words.Vi}; {because.Vi}", $"{round.Law.Standard.Id}, {title.En}: {words.En}; {because.En}"), "  - ");
        }
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
}
