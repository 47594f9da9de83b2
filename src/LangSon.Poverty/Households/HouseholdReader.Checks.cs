using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>Whether what a household says of itself agrees with its members and with itself.</summary>
public sealed partial class HouseholdReader
{
    private static readonly SurveyColumn Relation = SurveyColumns.Members.Named("relation")!;

    /// <summary>A head younger than that is most often a slip (PV5006).</summary>
    private const int YoungestHead = 15;

    /// <summary>A parent this little older than the child is most often a slip (PV5006).</summary>
    private const int LeastAgeGap = 12;

    private void CheckLogic(in Household household)
    {
        // Of a row that does not count it matters why; of a household that left nobody asks any more.
        if (Fate == RowFate.Rejected || household.Left != Because.None) return;
        if (_members is { IsIncomplete: false }) CheckMembers(household.Size);
        CheckCounts(household.Size);
    }

    private void CheckMembers(int size)
    {
        if (_ofMembers.Listed == 0)
        {
            Report("PV5017", -1, default, null);
            return;
        }
        if (_ofMembers.HasTwins)
        {
            Report("PV5019", -1, default, null);
            return;
        }
        if (_ofMembers.Listed != size) Report("PV5001", _at.Size, RowText[_at.Size], $"{_ofMembers.Listed}", ("n", $"{size}"), ("m", $"{_ofMembers.Listed}"));
        // A row that could not be read may be that of the head.
        if (_ofMembers.HasUnread) return;
        if (_headsAreTold && _ofMembers.Heads != 1) Report("PV5005", -1, default, "1", ("n", $"{_ofMembers.Heads}"));
        var (head, child) = (_ofMembers.HeadAge, _ofMembers.ChildAge);
        if (head < YoungestHead || head - child < LeastAgeGap) Report("PV5006", -1, default, null, ("h", $"{head}"), ("c", child is null ? "–" : $"{child}"));
    }

    private void CheckCounts(int size)
    {
        var (children, adults, elderly) = (ReadCount(_at.Children), ReadCount(_at.Adults), ReadCount(_at.Elderly));
        if (children + adults + elderly is { } all && all != size)
            Report("PV5002", _at.Children, RowText[_at.Children], null, ("m", $"{all}"), ("n", $"{size}"));
        if (ReadCount(_at.AtSchool) is { } pupils && pupils > children)
            Report("PV5003", _at.AtSchool, RowText[_at.AtSchool], $"0–{children}", ("a", $"{pupils}"), ("b", $"{children}"));
        foreach (var at in _at.OfSize)
            if (ReadCount(at) is { } count && count > size)
                Report("PV5004", at, RowText[at], $"0–{size}", ("a", $"{count}"), ("n", $"{size}"));
    }

    /// <summary>A count of members; null where it is blank or can't be read.</summary>
    private int? ReadCount(int at)
    {
        var cell = Cell(at);
        if (cell.IsEmpty) return null;
        if (!Fields.TryWhole(at, cell, IsNumberCell(at), out var count)) NotANumber(at, "2");
        else if (count is < 0 or > LargestSize) OutOfRange(at, $"0–{LargestSize}", "0", $"{LargestSize}");
        else return count;
        return null;
    }
}
