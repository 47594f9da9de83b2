using System.Text.Json;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>An explained household with all that is known about it, as JSON.</summary>
internal sealed class HouseholdJson(Utf8JsonWriter json, OfficialClass official, Language language)
{
    /// <summary>Writes all rounds given.</summary>
    public void Write(string id, IEnumerable<HouseholdRound> rounds)
    {
        json.WriteStartObject();
        json.WriteString("household_id", id);
        json.WriteString("official_class", official.Word());
        json.List("rounds", rounds, round =>
        {
            json.WriteString("round", round.Round.Id);
            json.WriteNumber("year", round.Round.Year);
            json.WriteString("date", $"{round.Round.Date:yyyy-MM-dd}");
            json.WriteString("standard", round.Round.StandardName);
            Titles("standard_title", round.Round.Law.Standard.Title);
            json.List("rows", round.Rows, row => Write(round.Round, row));
        });
        json.WriteEndObject();
    }

    private void Write(Round round, ExplainedRow row)
    {
        var (household, law) = (row.Household, round.Law);
        json.WriteString("file", row.Place.File);
        json.WriteString("sheet", row.Place.Sheet);
        json.WriteNumber("line", row.Place.Line);
        json.WriteString("standing", ExplainWords.Of(row.Standing).Value);
        json.WriteString("class", row.Counts ? ExplainWords.Of(row.Official).Value : null);
        json.WriteString("because", row.Counts ? row.Because.In(language) : null);
        json.WriteString("computed_class", row.IsComputable ? ExplainWords.Of(row.Computed.Class).Value : null);
        Codes("rejected_because", row.Codes);
        json.WriteString("left_because", ExplainWords.Of(household.Left).Value);
        json.List("areas", (household.Commune ?? household.Above)?.Upwards() ?? [], area =>
        {
            json.WriteString("level", AreaWords.Word(area.Level));
            json.WriteString("code", area.Code);
            json.WriteString("name", area.Name);
            json.WriteString("kind", area.Unit?.Kind);
        });
        json.WriteString("settlement", AreaWords.Settlement(household.Settlement).Value);
        json.WriteString("settlement_from", ExplainWords.Of(row.SettlementFrom).Value);
        json.Number("household_size", household.Size > 0 ? household.Size : null);
        json.Number("income", household.Income?.PerPerson(law.IncomeMonths));
        json.Number("income_months", law.HasIncomeLine ? law.IncomeMonths : null);
        json.List("income_lines", LineStanding.OfIncome(row, law), line => Line(law.Standard, line, "income"));
        if (law.HasPoints) Points(law, row);
        json.WriteString("quick_review", ExplainWords.Of(household.Quick).Value);
        json.List("indicators", Enumerable.Range(0, law.Indicators.Length), i => Indicator(law, i, row));
        json.Object("deprivations", () =>
        {
            var (fewest, most) = law.Count(row.Facts.Deprivations);
            json.WriteNumber("at_least", fewest);
            json.WriteNumber("at_most", most);
            json.Number("poor_at", law.HasNearPoor && law.Cutoff is null ? law.PoorAt : null);
            if (law.Cutoff is { } cutoff)
            {
                json.WriteString("score_at_least", law.Score(row.Facts.Deprivations.AtLeast).ToString());
                json.WriteString("score_at_most", law.Score(row.Facts.Deprivations.AtMost).ToString());
                json.WriteString("poor_at_score", cutoff.ToString());
            }
            if (StandardValue.PoorAt(law) is { } poorAt) Source(law.Standard, poorAt.Source, poorAt.Checked);
        });
        json.WriteString("recognised_class", household.Recognised is { } recognised ? ExplainWords.Of(recognised).Value : null);
        json.WriteString("reported_class", household.Reported is { } reported ? ExplainWords.Of(reported).Value : null);
        json.WriteString("differs_from_computed", row.Disagreeing);
        Codes("groups", row.Groups.Select(Group.Name));
        json.WriteString("minority_from", ExplainWords.Of(row.MinorityFrom).Value);
        Changes("changes", row.Counts && row.IsComputable ? row.Alternatives : [], row.Facts, law);
        json.List("further_standards", row.Counts ? row.Also : [], Further);
        json.List("cells", row.Cells.Values, Raw);
        json.List("corrections", row.Corrections, outcome =>
        {
            var (old, now) = ExplainWords.Of(outcome.Correction);
            json.WriteString("column", outcome.Correction.Column);
            json.WriteString("old", old);
            json.WriteString("new", now);
            json.WriteString("why", outcome.Correction.Why);
            json.WriteString("state", CorrectionsCsv.Word(outcome.State));
        });
        json.List("findings", row.Findings, finding =>
        {
            json.WriteString("code", finding.Code);
            json.WriteString("column", finding.Column);
            json.WriteString("value", finding.Value);
            json.WriteString("expected", finding.Expected);
            json.WriteString("message", FindingCatalogue.BuiltIn.Message(finding, language));
        });
    }

    private void Points(Law law, ExplainedRow row)
    {
        json.Number("b1_points", row.Household.Points);
        json.WriteBoolean("points_decide", row.Facts.ByPoints);
        json.List("points_lines", LineStanding.OfPoints(row, law), line => Line(law.Standard, line, "points"));
        json.Number("b2_points", row.TotalPoints);
        json.Number("b2_deprivations", row.TotalPoints / law.PointsPerDeprivation);
    }

    private void Further(FurtherClass further)
    {
        json.WriteString("standard", further.Round.StandardName);
        Titles("standard_title", further.Round.Law.Standard.Title);
        json.WriteString("class", ExplainWords.Of(further.Class).Value);
        json.WriteString("because", further.Because.In(language));
    }

    private void Line(Standard standard, LineStanding line, string what)
    {
        json.WriteString("id", line.Value.Id);
        Titles("title", line.Value.Name);
        json.WriteString("settlement", AreaWords.Settlement(line.Value.Settlement).Value);
        json.Number("value", line.Value.Amount);
        json.WriteString($"{what}_is", line.Word);
        json.Number($"{what}_minus_line", line.Off);
        Source(standard, line.Value.Source, line.Value.Checked);
    }

    private void Indicator(Law law, int number, ExplainedRow row)
    {
        var indicator = law.Indicators[number];
        json.WriteString("id", indicator.Id);
        Titles("title", indicator.Title);
        Titles("rule", indicator.Rule);
        Source(law.Standard, indicator.Source, indicator.Checked);
        json.WriteString("answer", ExplainWords.Lacking(row.Evidence[number].Answer).Value);
        json.WriteString("raw", row.Cells.GetValueOrDefault(indicator.Id)?.Text);
        if (law.Cutoff is not null) json.WriteString("weight", indicator.Weight.ToString());
        Write(row.Evidence[number], new EvidenceWords(row));
    }

    private void Write(Evidence evidence, EvidenceWords words)
    {
        var ground = evidence.Basis is Basis.Answers or Basis.Members ? evidence.Ground : null;
        json.WriteString("from", ExplainWords.Word(evidence.Basis));
        json.WriteString("evidence", ground is null ? null : words.Of(evidence).In(language));
        json.List("answers", ground is null ? [] : words.Cells(ground), Raw);
        json.List("members", ground is null ? [] : EvidenceWords.Deciding(ground), member =>
        {
            Of(member.Member);
            json.WriteString("because", words.Why(member).In(language));
            json.List("answers", words.Cells(member), Raw);
        });
        json.List("missing", evidence.Gaps, gap =>
        {
            Of(gap.Member);
            json.WriteString("column", gap.Column);
            json.WriteString("because", ExplainWords.Word(gap.Kind));
            json.WriteString("words", words.Of(gap).In(language));
        });
    }

    /// <summary>Whose an answer is: a member goes by place and number; the household's own has neither.</summary>
    private void Of(MemberRow? member)
    {
        json.WriteString("member_file", member?.Place.File);
        json.WriteString("member_sheet", member?.Place.Sheet);
        json.Number("member_line", member?.Place.Line);
        json.Number("member_no", member?.Number);
    }

    private void Changes(string name, IReadOnlyList<Alternative> alternatives, HouseholdFacts before, Law law) => json.List(name, alternatives, alternative =>
    {
        json.WriteString("of", ExplainWords.Word(alternative.Facet));
        json.Number("income_above", alternative.Facet == Facet.Income ? alternative.Above : null);
        json.Number("income_at_most", alternative.Facet == Facet.Income ? alternative.AtMost : null);
        if (alternative.Facet == Facet.Points)
        {
            json.Number("points_above", alternative.Above);
            json.Number("points_at_most", alternative.AtMost);
        }
        json.WriteString("settlement", alternative.Facet == Facet.Settlement ? AreaWords.Settlement(alternative.Facts.Settlement).Value : null);
        json.Number("deprivations_from", law.Cutoff is null ? alternative.Fewest : null);
        json.Number("deprivations_to", law.Cutoff is null ? alternative.Most : null);
        if (law.Cutoff is not null && alternative.Fewest is { } fewest) json.WriteString("score_from", law.Score(fewest).ToString());
        if (law.Cutoff is not null && alternative.Most is { } most) json.WriteString("score_to", law.Score(most).ToString());
        json.WriteString("words", ExplainWords.Of(alternative, before, law).In(language));
        json.WriteString("class", ExplainWords.Of(alternative.Decision.Class).Value);
        if (alternative.Then.Count > 0) Changes("then", alternative.Then, alternative.Facts, law);
    });

    private void Raw(RawCell cell)
    {
        json.WriteString("column", cell.Column);
        json.WriteString("header", cell.Header);
        json.WriteString("cell", cell.Place.Cell);
        json.WriteString("raw", cell.Text);
    }

    private void Source(Standard standard, string key, bool isChecked)
    {
        json.WriteString("source", standard.Sources[key].Title.Vi);
        json.WriteString("article", standard.Sources[key].Article);
        json.WriteBoolean("checked", isChecked);
    }

    private void Titles(string name, Phrase title)
    {
        json.WriteString($"{name}_vi", title.Vi);
        json.WriteString($"{name}_en", title.En);
    }

    private void Codes(string name, IEnumerable<string> codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes) json.WriteStringValue(code);
        json.WriteEndArray();
    }
}
