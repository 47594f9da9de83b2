using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Comparison;

/// <summary>Why a figure or a change can't be given, in words.</summary>
public static class Missings
{
    /// <summary>The reason in both languages; empty when nothing is missing.</summary>
    public static Phrase Phrase(Missing missing) => missing switch
    {
        Missing.None => new("", ""),
        Missing.NoRegister => new("chưa có số hộ, số khẩu toàn địa bàn (register)", "no register of resident households and persons"),
        Missing.NoHouseholds => new("không có hộ nào", "no households"),
        Missing.ListOnly => new("danh sách rà soát không có các hộ trên chuẩn", "the review list does not hold the households above the line"),
        Missing.NotStated => new("nguồn số liệu không nêu", "the source does not state it"),
        Missing.NotInStandard => new("chuẩn này không có lớp hộ này", "the standard does not have this class"),
        Missing.SplitTotals => new("số tổng hợp của đơn vị bị chia tách không phân được; so sánh ở cấp trên", "totals of a divided unit cannot be told apart; compared at a larger unit"),
        Missing.SplitProfile => new("có hộ của đơn vị bị chia tách; thiếu hụt, nguyên nhân và nhóm của các hộ này chỉ tổng hợp được ở cấp trên", "holds households of a divided unit; what they lack, their causes and these groups are known only for a larger unit"),
        Missing.NotByPoints => new("xét theo điểm thì không tách được mức sống trung bình", "points do not tell the average living standard apart"),
        Missing.NotApproved => new("kết quả đã phê duyệt không nêu số này", "the approved result does not state it"),
        Missing.ApprovedElsewhere => new("kết quả đã phê duyệt theo đơn vị của kỳ gốc, không cộng được cho đơn vị này; so sánh ở cấp trên", "approved for the units of its own day, which do not add up to this one; compared at a larger unit"),
        Missing.NotReceived => new("chưa đầy đủ: chưa có số liệu của đơn vị", "not complete: the unit's data have not come in"),
        Missing.NobodyInClass => new("không có hộ nào thuộc nhóm này", "no household is in the class"),
    };

    /// <summary>Why there is no change to state; empty when there is one.</summary>
    public static Phrase Phrase(Change change) => change.Incomparable switch
    {
        Incomparable.No => new("", ""),
        Incomparable.Standards => new("hai kỳ theo hai chuẩn khác nhau", "the rounds are judged by different standards"),
        Incomparable.Units => OtherUnits,
        Incomparable.Unplaced => Phrase(change.Unplaced!),
        Incomparable.Lacking => Apart(change.Lack),
        Incomparable.Values => Phrase(change.Before.Value is null ? change.Before.Missing : change.After.Missing),
    };

    /// <summary>That a change is measured from an approved figure, where the files now give another one; else empty.</summary>
    public static Phrase OfBase(Change change) => change.Decision is not { } decision ? new("", "")
        : new($"gốc: số phê duyệt, quyết định {decision}", $"base: the approved figure, decision {decision}");

    /// <summary>Why the households of a unit can't be followed from one reading to another; null where they can.</summary>
    public static Phrase? OfMovement(Results results, int from, int to, AreaNode? area = null)
    {
        if (!results.HasHouseholds(from, to)) return new("biến động cần hai kỳ có danh sách hộ", "movements need two rounds with households");
        if (!results.SameStandard(from, to)) return new("hai kỳ theo hai chuẩn khác nhau", "the rounds are judged by different standards");
        if (area is null) return null;
        var ground = results.Ground(from, to);
        if (ground.Unplaced.GetValueOrDefault(area) is { } unplaced) return Phrase(unplaced);
        if (ground.Apart.TryGetValue(area, out var lack)) return Apart(lack);
        if (ground.LackOf(area) is { IsAll: true }) return Phrase(Missing.NotReceived);
        return ground.Before.Has(area) && ground.Now.Has(area) ? default(Phrase?) : OtherUnits;
    }

    /// <summary>What a figure lacks, a remark that stands beside it; empty when nothing does, and when all does: then that is the reason for having no figure.</summary>
    public static Phrase Phrase(Lack lack)
    {
        if (lack.IsAll) return new("", "");
        if (lack.Communes > 0) return new($"chưa đầy đủ: thiếu {lack.Communes}/{lack.Expected} xã", $"not complete: {lack.Communes} of {lack.Expected} communes lacking");
        return lack.Files == 0 ? new("", "") : new($"chưa đầy đủ: {lack.Files} tệp không dùng được", $"not complete: {lack.Files} {(lack.Files == 1 ? "file" : "files")} could not be used");
    }

    /// <summary>The communes that lack have no counterpart in the other round by which both could be measured on the same ones.</summary>
    private static Phrase Apart(Lack lack) => lack.IsAll ? Phrase(Missing.NotReceived)
        : Phrase(lack).With(new("; không tách được các xã này ở kỳ kia", "; they cannot be taken out of the other round"));

    /// <summary>What should be known of a change that is compared as reported; empty when the unit stayed as it was.</summary>
    public static Phrase OfTerritory(IReadOnlyList<AreaChange> changes, AreaNode area)
    {
        if (changes.Count == 0) return "";
        var others = string.Join(", ", changes.Select(change => Other(change, area.Unit!)).Distinct().Select(other => $"{other.Code} {other.Name}"));
        var day = $"{changes[0].Day:yyyy-MM-dd}";
        return new($"địa bàn thay đổi ngày {day} ({others})", $"its territory changed on {day} ({others})");
    }

    /// <summary>The unit on the other side of a change.</summary>
    public static Area Other(AreaChange change, Area unit) => ReferenceEquals(change.New, unit) ? change.Old : change.New;

    /// <summary>A unit, as it is meant, is not in both rounds.</summary>
    public static Phrase OtherUnits { get; } = new("đơn vị không có ở cả hai kỳ, hoặc mã nay chỉ đơn vị khác", "the unit is not in both rounds, or its code means another unit");

    /// <summary>Households of divided units may or may not belong to a unit, whichever it is and how many they are.</summary>
    public static Phrase UnplacedHouseholds { get; } = new("có hộ của đơn vị bị chia tách không rõ thuộc đơn vị nào", "which unit households of a divided unit belong to is not known");

    /// <summary>Which households stand in the way, and where they are compared instead.</summary>
    public static Phrase Phrase(Unplaced unplaced)
    {
        string N(Language language) => Numerals.Of(unplaced.Households, 0, language);
        var open = unplaced.Households == 1
            ? new Phrase("1 hộ của đơn vị bị chia tách không rõ thuộc đơn vị nào", "which unit 1 household of a divided unit belongs to is not known")
            : new Phrase($"{N(Language.Vietnamese)} hộ của đơn vị bị chia tách không rõ thuộc đơn vị nào", $"which unit {N(Language.English)} households of a divided unit belong to is not known");
        return unplaced.ComparedIn is { } area ? open.With(new($"; so sánh ở cấp {area.Name}", $"; compared for {area.Name}")) : open;
    }
}
