using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Households;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>The words of explanations: for scripts, and for people.</summary>
internal static class ExplainWords
{
    /// <summary>So much of a cell is shown to people; forms have remarks in places of answers.</summary>
    private const int LongestRaw = 40;

    /// <summary>How a row counts.</summary>
    public static Cell Of(Standing standing) => standing switch
    {
        Standing.Absent => new("absent", new("không có trong danh sách", "not in the list")),
        Standing.Poor => Of(PovertyClass.Poor),
        Standing.NearPoor => Of(PovertyClass.NearPoor),
        Standing.Average => Of(PovertyClass.Average),
        Standing.NonPoor => Of(PovertyClass.NonPoor),
        Standing.Undetermined => Of(PovertyClass.Undetermined),
        Standing.Rejected => new("rejected", new("bị loại, không tính", "rejected, not counted")),
        Standing.Left => new("left", new("đã rời danh sách, không tính", "left the list, not counted")),
    };

    /// <summary>A class.</summary>
    public static Cell Of(PovertyClass poverty) => new(poverty.Word(), poverty.Phrase());

    /// <summary>Why a household left.</summary>
    public static Cell Of(Because because) => because switch
    {
        Because.None => Cell.None,
        Because.Moved => new("moved", new("chuyển đi", "moved away")),
        Because.Split => new("split", new("tách hộ", "split")),
        Because.Merged => new("merged", new("nhập hộ", "merged")),
        Because.Died => new("died", new("chết", "died")),
        Because.Other => new("other", new("lý do khác", "another reason")),
    };

    /// <summary>The old and the new value of a correction; what is personal is never shown.</summary>
    public static (string Old, string New) Of(Correction correction) =>
        SurveyColumns.Households.IsPersonal(correction.Column) ? ("…", "…") : (correction.Old.Text, correction.New.Text);

    /// <summary>An answer to an indicator; yes is deprived.</summary>
    public static Cell Lacking(Answer answer) => answer switch
    {
        Answer.Yes => new("lacking", new("thiếu hụt", "lacking")),
        Answer.No => new("not_lacking", new("không thiếu hụt", "not lacking")),
        Answer.Unknown => new("unknown", new("chưa trả lời", "unanswered")),
    };

    /// <summary>Urban or rural; people are told where it is not known.</summary>
    public static Cell Of(Settlement settlement) => settlement == Settlement.Unknown
        ? new(null, new("chưa biết thành thị hay nông thôn", "urban or rural unknown"))
        : AreaWords.Settlement(settlement);

    /// <summary>What told urban or rural.</summary>
    public static Cell Of(SettlementOrigin origin) => origin switch
    {
        SettlementOrigin.None => Cell.None,
        SettlementOrigin.Column => new("column", new("theo cột của tệp", "from the file's column")),
        SettlementOrigin.Unit => new("unit", new("theo loại đơn vị hành chính vào ngày rà soát", "from the unit's kind on the survey day")),
        SettlementOrigin.KindWord => new("kind_word", new("theo chữ xã, phường, thị trấn trước tên", "from the kind word before the name")),
    };

    /// <summary>What form A gives.</summary>
    public static Cell Of(QuickReview quick) => quick switch
    {
        QuickReview.None => new(null, new("chưa có", "none")),
        QuickReview.Poor => new("poor", new("hộ nghèo", "poor")),
        QuickReview.NearPoor => new("near_poor", new("hộ cận nghèo", "near-poor")),
        QuickReview.NotPoor => new("not_poor", new("hộ không nghèo", "not poor")),
        QuickReview.NeedsScoring => new("needs_scoring", new("phải chấm điểm", "to be scored")),
    };

    /// <summary>Whose ethnic group decided.</summary>
    public static Cell Of(MinorityOrigin origin) => origin switch
    {
        MinorityOrigin.Unknown => new("unknown", new("chưa biết dân tộc của chủ hộ", "the head's ethnic group is unknown")),
        MinorityOrigin.Head => new("head", new("theo chủ hộ", "by the head")),
        MinorityOrigin.Spouse => new("spouse", new("theo vợ hoặc chồng của chủ hộ", "by the head's spouse")),
    };

    /// <summary>What an alternative is about.</summary>
    public static string Word(Facet facet) => facet switch
    {
        Facet.Income => "income",
        Facet.Points => "points",
        Facet.Settlement => "settlement",
        Facet.Deprivations => "deprivations",
    };

    /// <summary>Where the answer to an indicator comes from; null where nothing tells it.</summary>
    public static string? Word(Basis basis) => basis switch
    {
        Basis.None => null,
        Basis.Flag => "flag",
        Basis.Answers => "answers",
        Basis.Members => "members",
    };

    /// <summary>Why something is not known.</summary>
    public static string Word(GapKind kind) => kind switch
    {
        GapKind.Blank => "blank",
        GapKind.Unclear => "unclear",
        GapKind.Rejected => "row_rejected",
        GapKind.Unlisted => "members_not_listed",
    };

    /// <summary>An amount of money for people.</summary>
    public static Phrase Amount(decimal value) => Cell.Of(value).Shown;

    /// <summary>The unit of an income under a law.</summary>
    public static Phrase Unit(Law law) => law.IncomeMonths == 12
        ? new("đồng/người/năm", "VND per person a year")
        : new("đồng/người/tháng", "VND per person a month");

    /// <summary>A unit by its code and name, once where both are the same.</summary>
    public static Phrase Of(AreaNode area)
    {
        var name = BookAreas.Name(area);
        return area.Code.Length == 0 || area.Name.Length == 0 || area.Name == area.Code ? name : new($"{area.Code} {name.Vi}", $"{area.Code} {name.En}");
    }

    /// <summary>What the file says, with the header and the cell where it says so.</summary>
    public static Phrase Raw(RawCell? cell, string canonical)
    {
        if (cell is null) return new($"tệp không có cột {canonical}", $"the file has no column {canonical}");
        if (cell.Text.Length == 0) return new($"{Header(cell)} trống", $"{Header(cell)} blank");
        return $"{Header(cell)}: {Cut(cell.Text)}";
    }

    /// <summary>The header of a cell, in a workbook with its address.</summary>
    public static string Header(RawCell cell) => cell.Place.Cell is { } address ? $"{cell.Header} {address}" : cell.Header;

    /// <summary>The text of a cell in one line, cut where it is long.</summary>
    public static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > LongestRaw ? $"{line[..LongestRaw]}…" : line;
    }

    /// <summary>The document that a value or rule stands in, and whether it was read there.</summary>
    public static Phrase Source(Standard standard, string key, bool isChecked)
    {
        var source = StandardTables.Source(standard, key).Shown;
        return isChecked ? source : new($"{source.Vi}, {StandardTables.Unchecked.Vi}", $"{source.En}, {StandardTables.Unchecked.En}");
    }

    /// <summary>What would have to be so, in words.</summary>
    /// <param name="alternative">What is tried.</param>
    /// <param name="before">The household that it departs from.</param>
    /// <param name="law">The law that judges both.</param>
    public static Phrase Of(Alternative alternative, in HouseholdFacts before, Law law) => alternative.Facet switch
    {
        Facet.Income => Measure(new("thu nhập", "income"), alternative.Above, alternative.AtMost),
        Facet.Points => Measure(new("điểm B1", "B1 points"), alternative.Above, alternative.AtMost),
        Facet.Settlement when alternative.Facts.Settlement == Settlement.Urban => new("ở thành thị", "in an urban area"),
        Facet.Settlement => new("ở nông thôn", "in a rural area"),
        Facet.Deprivations when alternative.Facts.Deprivations.Unknown == before.Deprivations.Unknown => law.Cutoff is null
            ? Change(alternative.Fewest!.Value, before.Deprivations.AtLeast)
            : Change(before.Deprivations, alternative.Facts.Deprivations, law),
        Facet.Deprivations => Answers(alternative, before.Deprivations, law),
    };

    /// <summary>From what number of deprivations, or from what score, a household is poor.</summary>
    public static string PoorFrom(Law law) => law.Cutoff?.ToString() ?? $"{law.PoorAt}";

    private static Phrase Measure(Phrase what, decimal? above, decimal? atMost)
    {
        var (low, high) = (Amount(above ?? 0), Amount(atMost ?? 0));
        if (above is null) return new($"{what.Vi} không quá {high.Vi}", $"{what.En} of at most {high.En}");
        if (atMost is null) return new($"{what.Vi} trên {low.Vi}", $"{what.En} above {low.En}");
        return new($"{what.Vi} trên {low.Vi} đến {high.Vi}", $"{what.En} above {low.En} and at most {high.En}");
    }

    private static Phrase Change(int count, int before) => count < before
        ? new($"bớt {before - count} chỉ số thiếu hụt (còn {count})", $"{Count(before - count)} fewer ({count} left)")
        : new($"thêm {count - before} chỉ số thiếu hụt (thành {count})", $"{Count(count - before)} more ({count} in all)");

    /// <summary>Where indicators differ in weight it matters which they are: it is no fewer, and with these it is so.</summary>
    private static Phrase Change(Deprivations before, Deprivations after, Law law)
    {
        var changed = law.Indicators.ToArray().Where((_, at) => Evidence.AnswerOf(before, at) != Evidence.AnswerOf(after, at)).Select(indicator => indicator.Title.Within()).ToArray();
        var (vi, en) = (string.Join(", ", changed.Select(title => title.Vi)), string.Join(", ", changed.Select(title => title.En)));
        var score = law.Score(after.AtLeast);
        return after.AtLeast < before.AtLeast
            ? new($"bớt {changed.Length} chỉ số thiếu hụt, ví dụ {vi} (còn {score} điểm)", $"{Count(changed.Length)} fewer, such as {en} (score {score})")
            : new($"thêm {changed.Length} chỉ số thiếu hụt, ví dụ {vi} (thành {score} điểm)", $"{Count(changed.Length)} more, such as {en} (score {score})");
    }

    private static Phrase Answers(Alternative alternative, Deprivations before, Law law)
    {
        var (fewest, most) = (alternative.Fewest!.Value - before.AtLeast, alternative.Most!.Value - before.AtLeast);
        if (law.Cutoff is null) return Answers(fewest, most, before.AtMost - before.AtLeast);
        var weights = law.Weights.ToArray().Where((_, at) => Evidence.AnswerOf(before, at) == Answer.Unknown).Order().ToArray();
        var (reaches, enough) = (fewest > 0, fewest > 0 ? fewest : most + 1);
        var (light, heavy) = (CountTo(enough, weights), CountTo(enough, weights.Reverse()));
        // Where as many of the lightest are needed as of the heaviest, their number says it all.
        if (light == heavy) return reaches ? Answers(light, weights.Length, weights.Length) : Answers(0, light - 1, weights.Length);
        var weight = law.Score(enough);
        return reaches
            ? new($"trong {weights.Length} chỉ số chưa trả lời, các chỉ số thiếu hụt có tổng trọng số từ {weight}", $"of the {weights.Length} unanswered indicators those lacking weigh {weight} or more")
            : new($"trong {weights.Length} chỉ số chưa trả lời, các chỉ số thiếu hụt có tổng trọng số dưới {weight}", $"of the {weights.Length} unanswered indicators those lacking weigh less than {weight}");
    }

    /// <summary>How many of these weights, from the first, come up to <paramref name="sum"/>.</summary>
    private static int CountTo(int sum, IEnumerable<int> weights)
    {
        var count = 0;
        foreach (var weight in weights)
        {
            if (sum <= 0) break;
            (sum, count) = (sum - weight, count + 1);
        }
        return count;
    }

    private static Phrase Answers(int fewest, int most, int open)
    {
        if (open == 1) return most == 0 ? new("chỉ số chưa trả lời: không thiếu hụt", "the unanswered indicator not lacking") : new("chỉ số chưa trả lời: thiếu hụt", "the unanswered indicator lacking");
        if (most == 0) return new($"không thiếu hụt chỉ số nào trong {open} chỉ số chưa trả lời", $"none of the {open} unanswered indicators lacking");
        var (vi, en) = fewest == most ? ($"{most}", $"{most}")
            : most == open ? ($"từ {fewest} chỉ số trở lên", $"{fewest} or more")
            : fewest == 0 ? ($"không quá {most}", $"at most {most}")
            : ($"từ {fewest} đến {most}", $"{fewest} to {most}");
        return new($"thiếu hụt {vi} trong {open} chỉ số chưa trả lời", $"{en} of the {open} unanswered indicators lacking");
    }

    private static string Count(int deprivations) => deprivations == 1 ? "1 deprivation" : $"{deprivations} deprivations";
}
