using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>The measures of the book, a sentence each.</summary>
internal static class MeasureWords
{
    /// <summary>What each figure means, in the order in which a reader meets them.</summary>
    public static IEnumerable<(Phrase Name, Phrase Meaning)> Of(Poverty.Comparison.Results results) =>
    [
        .. results.Rounds.Any(round => round.Round.Law.Cutoff is not null) ? Weighed : [],
        .. results.HasNearPoor ? WithNearPoor : WithoutNearPoor,
        .. Common,
    ];

    private static readonly (Phrase Name, Phrase Meaning)[] Weighed =
    [
        (new("Điểm thiếu hụt", "Deprivation score"),
            new("Tổng trọng số của các chỉ số mà hộ thiếu hụt; mọi chỉ số cộng lại là 1. Hộ nghèo có điểm từ mức mà chuẩn nêu trở lên.",
                "The weights of the indicators that a household lacks, added up; all indicators together weigh 1. The poor have at least the score that the standard names.")),
    ];

    private static readonly (Phrase Name, Phrase Meaning)[] WithoutNearPoor =
    [
        (new("Tỷ lệ hộ nghèo", "Poor-household rate"),
            new("100 × số hộ nghèo / tổng số hộ của cùng đơn vị và kỳ; chia một lần từ số đếm, làm tròn một lần khi in.",
                "100 × poor households / all households of the same unit and round; divided once from counts, rounded once when shown.")),
    ];

    private static readonly (Phrase Name, Phrase Meaning)[] WithNearPoor =
    [
        (new("Hộ nghèo, hộ cận nghèo", "Poor and near-poor households"),
            new("Hộ có thu nhập không vượt chuẩn; hộ nghèo còn thiếu hụt từ số chỉ số mà chuẩn nêu trở lên, hộ cận nghèo thì không.",
                "Households at or below the income line; the poor also lack at least the number of indicators that the standard names, the near-poor do not.")),
        (new("Tỷ lệ hộ nghèo, hộ cận nghèo", "Poor and near-poor rates"),
            new("100 × số hộ nghèo (cận nghèo) / tổng số hộ của cùng đơn vị và kỳ; chia một lần từ số đếm, làm tròn một lần khi in.",
                "100 × poor (near-poor) households / all households of the same unit and round; divided once from counts, rounded once when shown.")),
        (new("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate"),
            new("100 × (hộ nghèo + hộ cận nghèo) / tổng số hộ; có thể lệch 0,01 so với tổng hai tỷ lệ đã làm tròn.",
                "100 × (poor + near-poor households) / all households; it may differ by 0.01 from the sum of the two rounded rates.")),
    ];

    private static readonly (Phrase Name, Phrase Meaning)[] Common =
    [
        (new("Thay đổi (điểm)", "Change (points)"),
            new("Tỷ lệ kỳ sau trừ tỷ lệ kỳ trước, tính bằng điểm phần trăm, chưa làm tròn.", "The later rate minus the earlier, in percentage points, unrounded.")),
        (new("Do số hộ nghèo, do tổng số hộ", "Due to poor, due to all households"),
            new("Phần do số hộ nghèo: 100 × (N1 − N0) × (1/D0 + 1/D1) / 2, với N là số hộ nghèo, D là tổng số hộ; phần còn lại do tổng số hộ.",
                "Due to the poor: 100 × (N1 − N0) × (1/D0 + 1/D1) / 2, N being poor and D all households; the rest is due to all households.")),
        (new("Khoảng có thể", "Possible range"),
            new("Giá trị thấp nhất và cao nhất nếu mọi hộ chưa xác định và bị loại được làm rõ; trống khi không có hộ nào như vậy.",
                "The lowest and highest value, were every undetermined and rejected household resolved; empty when there is none.")),
        (new("Thoát nghèo", "Escaped"), new("Hộ nghèo kỳ trước, kỳ này không còn nghèo (kể cả thành hộ cận nghèo).", "Poor before and not poor now, near-poor included.")),
        (new("Tái nghèo", "Fell back"), new("Hộ nghèo trở lại sau khi đã được công nhận thoát nghèo trong số năm nêu ở phần thiết lập.",
            "Poor again after being recognised as escaped within the years named under settings.")),
        (new("Phát sinh", "Newly poor"), new("Hộ trở thành nghèo mà không từ hộ cận nghèo và không phải tái nghèo.", "Became poor, neither from near-poor nor by falling back.")),
        (new("Tăng khác, giảm khác", "Other in, other out"),
            new("Chuyển đến, chuyển đi, tách, nhập, hoặc hộ mà một trong hai kỳ chưa xác định hay bị loại.",
                "Moved, split, merged, or undetermined or rejected in one of the rounds.")),
        (new("Chênh lệch, hộ còn thiếu", "Margin, households short"),
            new("Chênh lệch: từ 0 trở lên là đạt. Hộ còn thiếu: phải bớt thêm bao nhiêu hộ thì đạt.", "Margin: 0 or more is met. Households short: how many fewer would have met it.")),
    ];
}
