using LangSon.Poverty.Classification;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>The income and the points of a household, and the lines that they are held against.</summary>
internal sealed partial class HouseholdText
{
    private static readonly Phrase Decides = new("; dùng để xếp loại hộ", "; decides");

    /// <summary>The income, what forms A, B1 and B2 say, and which of them decides where there are several.</summary>
    private static IEnumerable<(Phrase Name, Phrase Value)> Measures(ExplainedRow row, Law law)
    {
        var hasIncome = ExplainedRow.IncomeColumns.Any(row.Cells.ContainsKey);
        var hasPoints = law.HasPoints && row.Cells.ContainsKey("b1_score");
        var isQuick = !row.Facts.IsMeasured && row.Decision.Reason == Reason.None;
        var measure = hasIncome && hasPoints && row.Facts.IsMeasured ? Decides : default;
        if (hasIncome) yield return (new("Thu nhập", "Income"), Income(row, law).With(row.Facts.ByPoints ? default : measure));
        if (hasPoints) yield return (new("Điểm B1", "B1 points"), Known(row.Household.Points).With(From(row, "b1_score")).With(row.Facts.ByPoints ? measure : default));
        if (law.HasPoints && row.Cells.ContainsKey("b2_score")) yield return (new("Điểm B2", "B2 points"), Total(row, law));
        if (row.Cells.ContainsKey("quick_review")) yield return (new("Phiếu A", "Form A"), ExplainWords.Of(row.Household.Quick).Shown.With(From(row, "quick_review")).With(isQuick ? Decides : default));
    }

    private static Phrase Known(decimal? points) => points is { } known ? ExplainWords.Amount(known) : new Phrase("chưa có", "unknown");

    private static Phrase Income(ExplainedRow row, Law law)
    {
        var from = new Phrase(" (", " (").With(ConditionWords.Join(ExplainedRow.IncomeColumns.Where(row.Cells.ContainsKey).Select(column => ExplainWords.Raw(row.Cells[column], column)), "; ")).With(")");
        if (row.Household.Income is not { } income) return new Phrase("chưa biết", "unknown").With(from);
        var (amount, unit) = (ExplainWords.Amount(income.PerPerson(law.IncomeMonths)), ExplainWords.Unit(law));
        return new Phrase($"{amount.Vi} {unit.Vi}", $"{amount.En} {unit.En}").With(from);
    }

    /// <summary>The total of form B2, the deprivations that it stands for, and what the indicators themselves add up to.</summary>
    private static Phrase Total(ExplainedRow row, Law law)
    {
        if (row.TotalPoints is not { } total) return Known(null).With(From(row, "b2_score"));
        var each = law.Standard.Points!.PerDeprivation.Last(value => value.From <= law.Day);
        var items = law.Deprivations(row.Household.Deprivations.Lacking, row.Household.Deprivations.Unknown);
        var (least, most) = (items.AtLeast * each.Value, items.AtMost * each.Value);
        var points = least == most ? $"{least}" : $"{least}–{most}";
        var sum = HasIndicators(row) ? new Phrase($"; các chỉ số cộng lại {points} điểm", $"; the indicators add to {points}") : default;
        var source = ExplainWords.Source(law.Standard, each.Source, each.Checked);
        return Phrase.FromString($"{total}").With(From(row, "b2_score")).With(new(
            $": {total / each.Value} chỉ số thiếu hụt, mỗi chỉ số {each.Value} điểm ({source.Vi})",
            $": {total / each.Value} deprivations of {each.Value} points each ({source.En})")).With(sum);
    }

    /// <summary>The lines that can hold for the household, and where it stands against each.</summary>
    private void WriteLines(Phrase name, Phrase unit, IEnumerable<LineStanding> lines, Standard standard)
    {
        var table = new TextTable(
            new TextColumn("line", name) { Wraps = true },
            new TextColumn("value", unit) { Kind = ColumnKind.Number },
            new TextColumn("stands", new("Hộ này", "This household")) { Wraps = true },
            new TextColumn("source", new("Căn cứ", "Source")) { Wraps = true });
        foreach (var line in lines)
        {
            table.Add(Cell.Of(line.Name), Cell.Of(line.Value.Amount), Cell.Of(Stands(line)),
                Cell.Of(ExplainWords.Source(standard, line.Value.Source, line.Value.Checked)));
        }
        if (table.Rows.Count == 0) return;
        _screen.Gap();
        _screen.Table(table);
    }

    private static Phrase Stands(LineStanding line)
    {
        if (line.IsAtMost is not { } isAtMost) return new("chưa biết", "unknown");
        var off = ExplainWords.Amount(Math.Abs(line.Off!.Value));
        if (line.Off == 0) return new("bằng mức này", "exactly at it");
        return isAtMost ? new($"không quá, thấp hơn {off.Vi}", $"below by {off.En}") : new($"trên, cao hơn {off.Vi}", $"above by {off.En}");
    }
}
