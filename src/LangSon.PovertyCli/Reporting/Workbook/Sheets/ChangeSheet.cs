using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>From each round to the next: how far the rates moved, and what moved the poor rate.</summary>
internal sealed class ChangeSheet() : BookSheet(
    new("Thay đổi", "Changes"),
    new("Tỷ lệ của từng đơn vị trước, sau và thay đổi bao nhiêu điểm phần trăm; phần do số hộ nghèo, phần do tổng số hộ; khoảng có thể khi còn hộ chưa xác định hoặc bị loại.",
        "The rates of each unit before and after and their change in points; how much of it is due to the poor and how much to all households; the possible range where households are unresolved."))
{
    private static readonly Phrase Rate = new("Tỷ lệ hộ nghèo", "Poor-household rate");
    private static readonly Phrase Effects = new("Do thay đổi (điểm)", "Due to (points)");
    private static readonly Phrase Bounds = new("Khoảng có thể (điểm)", "Possible range (points)");
    private static readonly Phrase NearPoor = new("Tỷ lệ hộ cận nghèo", "Near-poor-household rate");
    private static readonly Phrase Multidimensional = new("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate");

    private static readonly SheetColumn Note = new(new("Ghi chú", "Note"), Format.Text, 28);

    private static readonly SheetColumn[] Columns =
    [
        new(new("Mã", "Code"), Format.Mark, 8),
        new(new("Đơn vị", "Unit"), Format.Text, 27),
        new(new("Kỳ", "Rounds"), Format.Mark, 11.5),
        .. Compared(Rate),
        new(new("số hộ nghèo", "poor households"), Format.Points, 10.5) { Band = Effects },
        new(new("tổng số hộ", "all households"), Format.Points, 10.5) { Band = Effects },
        new(new("từ", "from"), Format.Points, 8.5) { Band = Bounds },
        new(new("đến", "to"), Format.Points, 8.5) { Band = Bounds },
        .. Compared(NearPoor),
        .. Compared(Multidimensional),
        Note,
    ];

    public override bool IsFor(BookContent content) => content.Results.Pairs.Any();

    public override void Write(Sheet sheet, BookContent content) => new PairTable(sheet, content, Columns, Row)
    {
        // Columns that nothing stands in would only make the print smaller.
        IsOptional = column => column.Band == Bounds || column.Band == NearPoor || column.Band == Multidimensional || column == Note,
    }.Write(this);

    private static SheetColumn[] Compared(Phrase band) =>
    [
        new(new("Trước (%)", "Before (%)"), Format.Rate, 8.5) { Band = band },
        new(new("Sau (%)", "After (%)"), Format.Rate, 8.5) { Band = band },
        new(new("± điểm", "± points"), Format.Points, 8.5) { Band = band },
    ];

    private static Entry[] Row(Poverty.Comparison.Results results, int from, int to, AreaNode area)
    {
        var reasons = new Reasons();
        var change = results.Change(from, to, area, Group.All, "poor_rate");
        if (change.Value is null) reasons.Add("", Missings.Phrase(change));
        else if (results.Territory(from, to, area) is { Count: > 0 } changes) reasons.Add("", Missings.OfTerritory(changes, area));
        reasons.Add("", Missings.OfBase(change));
        if (change.Incomparable != Incomparable.Lacking) reasons.Add("", Missings.Phrase(change.Lack));
        // A range of one point says nothing that the change does not say.
        var open = change.Bounds is { } bounds && bounds.Min != bounds.Max ? bounds : (Bounds?)null;
        return
        [
            .. Compared(results, change), Entry.Of(change.EffectPoor), Entry.Of(change.EffectHouseholds),
            open is { } least ? Entry.Of(least.Min) : Entry.None, open is { } most ? Entry.Of(most.Max) : Entry.None,
            .. results.HasNearPoor
                ? [.. Compared(results, results.Change(from, to, area, Group.All, "near_poor_rate")), .. Compared(results, results.Change(from, to, area, Group.All, "mdp_rate"))]
                : Enumerable.Repeat(Entry.None, 6),
            reasons.Note(),
        ];
    }

    private static Entry[] Compared(Poverty.Comparison.Results results, Change change) =>
        [Rated(results, change.Before), Rated(results, change.After), Entry.Of(change.Value) with { Tone = change.Value > 0 ? Tone.Bad : Tone.None }];

    /// <summary>What unresolved rows leave open stands in columns of its own, so that no star is needed.</summary>
    private static Entry Rated(Poverty.Comparison.Results results, Figure figure) =>
        Entry.Of(figure.Value, results.IsSmallBase(figure.Share?.Whole) ? Format.SmallRate : Format.Rate);
}
