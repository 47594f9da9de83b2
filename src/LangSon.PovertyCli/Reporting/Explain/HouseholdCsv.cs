using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>
/// An explained household as a table for spreadsheets, a line a fact: <c>kind</c> and <c>id</c> tell which, <c>raw</c> is
/// what the file says, <c>value</c> what was made of it, <c>limit</c> what it is held against, <c>result</c> how it stands.
/// </summary>
internal sealed class HouseholdCsv(Language language)
{
    private readonly TextTable _table = new(
    [
        TextColumn.ForScripts("round"), TextColumn.ForScripts("file"), TextColumn.ForScripts("sheet"), TextColumn.ForScripts("line", ColumnKind.Number),
        .. ((string[])["household_id", "kind", "id", "column", "cell", "raw", "value", "limit", "result", "source"]).Select(key => TextColumn.ForScripts(key)),
        TextColumn.ForScripts("checked", ColumnKind.Flag), TextColumn.ForScripts("text"),
    ]);

    private Round _round = null!;
    private ExplainedRow? _row;

    /// <summary>The table of all rounds given.</summary>
    public TextTable Of(IEnumerable<HouseholdRound> rounds)
    {
        foreach (var (round, rows) in rounds)
        {
            (_round, _row) = (round, null);
            if (rows.Count == 0) Add("row", ExplainWords.Of(Standing.Absent).Value, text: ExplainWords.Of(Standing.Absent).Shown);
            foreach (var row in rows)
            {
                _row = row;
                AddRow(row);
            }
        }
        return _table;
    }

    private void AddRow(ExplainedRow row)
    {
        AddFate(row);
        AddPlace(row);
        AddIncome(row, _round.Law);
        AddPoints(row, _round.Law);
        AddIndicators(row, _round.Law);
        AddClasses(row);
        if (row.Counts && row.IsComputable) AddChanges(row.Alternatives, row.Facts);
        if (row.Counts) foreach (var (round, poverty, because) in row.Also) Add("further_class", round.StandardName, result: ExplainWords.Of(poverty).Value, text: because);
    }

    private void AddFate(ExplainedRow row)
    {
        Add("row", ExplainWords.Of(row.Standing).Value, text: row.Counts ? row.Because : ExplainWords.Of(row.Standing).Shown);
        foreach (var code in row.Codes) Add("rejected_because", code);
        if (row.Household.Left != Because.None) Add("left_because", null, Raw("left_because"), ExplainWords.Of(row.Household.Left).Value);
        foreach (var (correction, state, place) in row.Corrections)
        {
            var (old, now) = ExplainWords.Of(correction);
            Add("correction", correction.Column, new RawCell(correction.Column, correction.Column, place, old), now, result: CorrectionsCsv.Word(state), text: correction.Why);
        }
        foreach (var finding in row.Findings)
            Add("finding", finding.Code, value: finding.Value, limit: finding.Expected, text: FindingCatalogue.BuiltIn.Message(finding));
    }

    private void AddPlace(ExplainedRow row)
    {
        var household = row.Household;
        Add("standard", _round.StandardName, text: _round.Law.Standard.Title);
        foreach (var area in (household.Commune ?? household.Above)?.Upwards() ?? [])
        {
            var level = AreaWords.Word(area.Level);
            Add("area", level, Raw($"{level}_code") ?? Raw($"{level}_name"), area.Code, text: area.Name);
        }
        Add("settlement", null, Raw("settlement"), AreaWords.Settlement(household.Settlement).Value, result: ExplainWords.Of(row.SettlementFrom).Value);
        foreach (var group in row.Groups)
        {
            var name = Group.Name(group);
            var origin = name.StartsWith("minority=", StringComparison.Ordinal) ? ExplainWords.Of(row.MinorityFrom).Value : null;
            Add("group", name, result: origin);
        }
        Add("household_size", null, Raw("household_size"), household.Size > 0 ? $"{household.Size}" : null);
    }

    private void AddIncome(ExplainedRow row, Law law)
    {
        if (!law.HasIncomeLine) return;
        var income = Number(row.Household.Income?.PerPerson(law.IncomeMonths));
        foreach (var column in ExplainedRow.IncomeColumns)
            if (Raw(column) is { } raw)
                Add("income", column, raw, income);
        foreach (var line in LineStanding.OfIncome(row, law))
            Add("income_line", line.Value.Id, null, income, Number(line.Value.Amount), line.Word, line.Value.Source, line.Value.Checked, line.Name);
    }

    /// <summary>What forms A, B1 and B2 say, where the file has them.</summary>
    private void AddPoints(ExplainedRow row, Law law)
    {
        if (Raw("quick_review") is { } quick) Add("quick_review", null, quick, ExplainWords.Of(row.Household.Quick).Value);
        if (!law.HasPoints) return;
        var points = Number(row.Household.Points);
        if (Raw("b1_score") is { } first) Add("points", "b1_score", first, points, result: row.Facts.ByPoints ? "decides" : null);
        foreach (var line in LineStanding.OfPoints(row, law))
            Add("points_line", line.Value.Id, null, points, Number(line.Value.Amount), line.Word, line.Value.Source, line.Value.Checked, line.Name);
        if (Raw("b2_score") is { } second) Add("points", "b2_score", second, Number(row.TotalPoints));
    }

    private void AddIndicators(ExplainedRow row, Law law)
    {
        var (deprivations, words) = (row.Facts.Deprivations, new EvidenceWords(row));
        for (var i = 0; i < law.Indicators.Length; i++)
        {
            var indicator = law.Indicators[i];
            var answer = ExplainWords.Lacking(row.Evidence[i].Answer).Value;
            Add("indicator", indicator.Id, Raw(indicator.Id), value: law.Cutoff is null ? null : $"{indicator.Weight}", result: answer, source: indicator.Source, isChecked: indicator.Checked, text: indicator.Title);
            AddEvidence(row.Evidence[i], words);
        }
        if (StandardValue.PoorAt(law) is not { } poorAt) return;
        var kind = law.Cutoff is null ? "deprivations" : "score";
        Add(kind, "at_least", null, $"{law.Score(deprivations.AtLeast)}", ExplainWords.PoorFrom(law), source: poorAt.Source, isChecked: poorAt.Checked, text: poorAt.Name);
        if (deprivations.Unknown != 0) Add(kind, "at_most", null, $"{law.Score(deprivations.AtMost)}", ExplainWords.PoorFrom(law));
    }

    /// <summary>Where the answer to an indicator comes from, a line a cell; the lines of members are those of their own files.</summary>
    private void AddEvidence(Evidence evidence, EvidenceWords words)
    {
        var id = evidence.Indicator.Id;
        if (evidence is { Ground: { } ground, Basis: Basis.Answers or Basis.Members })
        {
            Add("evidence", id, value: ExplainWords.Word(evidence.Basis), text: words.Of(evidence));
            foreach (var cell in words.Cells(ground)) Add("answer", id, cell);
            foreach (var member in EvidenceWords.Deciding(ground))
            {
                Add("member", id, value: member.Member.Number?.ToString(CultureInfo.InvariantCulture), text: words.Why(member), place: member.Member.Place);
                foreach (var cell in words.Cells(member)) Add("member_answer", id, cell, place: member.Member.Place);
            }
        }
        foreach (var gap in evidence.Gaps)
        {
            var cell = words.Cell(gap);
            Add("missing", id, cell, limit: gap.Column, result: ExplainWords.Word(gap.Kind), text: words.Of(gap), place: gap.Member?.Place);
        }
    }

    private void AddClasses(ExplainedRow row)
    {
        if (row.IsComputable) Add("class", "computed", null, ExplainWords.Of(row.Computed.Class).Value, text: Explanation.Of(row.Household.Facts, _round.Law));
        foreach (var (column, told) in new[] { ("recognised_class", row.Household.Recognised), ("reported_class", row.Household.Reported) })
            if (Raw(column) is { } raw)
                Add("class", column, raw, told is { } known ? ExplainWords.Of(known).Value : null, result: row.Disagreeing == column ? "differs" : null);
    }

    /// <summary>An answer that needs another is followed by those, each with the answers before it.</summary>
    private void AddChanges(IEnumerable<Alternative> alternatives, HouseholdFacts before, Phrase after = default)
    {
        foreach (var alternative in alternatives)
        {
            var words = after.With(ExplainWords.Of(alternative, before, _round.Law));
            Add("change", ExplainWords.Word(alternative.Facet), result: ExplainWords.Of(alternative.Decision.Class).Value, text: words);
            AddChanges(alternative.Then, alternative.Facts, words.With("; "));
        }
    }

    private RawCell? Raw(string column) => _row?.Cells.GetValueOrDefault(column);

    private static string? Number(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private void Add(string kind, string? id, RawCell? raw = null, string? value = null, string? limit = null, string? result = null,
        string? source = null, bool? isChecked = null, Phrase text = default, Place? place = null) => _table.Add(
        Cell.Of(_round.Id), Cell.Of((place ?? _row?.Place)?.File), Cell.Of((place ?? _row?.Place)?.Sheet), (place ?? _row?.Place) is { } at ? Cell.Of((decimal)at.Line) : Cell.None,
        Cell.Of(_row?.ShownId), Cell.Of(kind), Cell.Of(id), Cell.Of(raw?.Header), Cell.Of(raw?.Place.Cell), Cell.Of(raw?.Text), Cell.Of(value), Cell.Of(limit),
        Cell.Of(result), source is null ? Cell.None : Cell.Of(StandardTables.Source(_round.Law.Standard, source).Shown.In(language)),
        isChecked is { } flag ? Cell.Of(flag, StandardTables.Checked) : Cell.None, Cell.Of(text.In(language)));
}
