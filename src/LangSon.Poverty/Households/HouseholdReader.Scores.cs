using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Households;

/// <summary>What the forms of a review say by points: A (quick identification), B1 (income), B2 (deprivations).</summary>
public sealed partial class HouseholdReader
{
    /// <summary>Form B1 adds up to some hundred points; more is a slip.</summary>
    private const int MostPoints = 1000;

    /// <summary>What the current row states as the total of form B2, in points; null where it states none.</summary>
    public int? TotalPoints { get; private set; }

    private void ReadPoints(ref Household household)
    {
        // The forms are those of one standard; under another they say nothing.
        if (!_law.HasPoints) return;
        household.ByPoints = ByPoints;
        household.Quick = ReadWord("quick_review", _at.Quick, Words.QuickReviews, "poor, near_poor, not_poor, needs_scoring") ?? QuickReview.None;
        var cell = Cell(_at.Points);
        if (cell.IsEmpty) return;
        if (!Fields.TryNumber(_at.Points, cell, IsNumberCell(_at.Points), out var points)) NotANumber(_at.Points, "135");
        else if (points is < 0 or > MostPoints) OutOfRange(_at.Points, $"0–{MostPoints}", "0", $"{MostPoints}");
        else household.Points = points;
    }

    /// <summary>
    /// The total of form B2 tells how many indicators are lacking, not which: it settles those that are open, and where it
    /// contradicts the others these count (PV5010).
    /// </summary>
    private Deprivations WithTotal(Deprivations items, ref Household household)
    {
        if (ReadTotal() is not { } count) return items;
        household.TotalledDeprivations = items with { AtLeast = count, AtMost = count };
        if (count >= items.AtLeast && count <= items.AtMost) return items with { AtLeast = count, AtMost = count };
        var each = _law.PointsPerDeprivation!.Value;
        var sum = items.AtLeast == items.AtMost ? $"{each * items.AtLeast}" : $"{each * items.AtLeast}–{each * items.AtMost}";
        Report("PV5010", _at.Total, RowText[_at.Total], sum, ("a", $"{count * each}"), ("b", sum));
        return items;
    }

    private int? ReadTotal()
    {
        TotalPoints = null;
        var cell = Cell(_at.Total);
        if (cell.IsEmpty || _law.PointsPerDeprivation is not { } each) return null;
        var most = each * _law.Indicators.Length;
        if (!Fields.TryWhole(_at.Total, cell, IsNumberCell(_at.Total), out var points))
        {
            NotANumber(_at.Total, $"{3 * each}");
        }
        else if (points < 0 || points > most || points % each != 0)
        {
            OutOfRange(_at.Total, $"0, {each}, {2 * each}, …, {most}", "0", $"{most}");
        }
        else
        {
            TotalPoints = points;
            return points / each;
        }
        return null;
    }
}
