using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>From each round to the next: how poor and near-poor households came and went.</summary>
internal sealed class MovementSheet() : BookSheet(
    new("Biến động hộ", "Movement"),
    new("Số hộ nghèo và hộ cận nghèo ra vào giữa hai kỳ: đầu kỳ − ra khỏi lớp − giảm khác + từ lớp bên cạnh + trở lại + phát sinh + tăng khác = cuối kỳ.",
        "How poor and near-poor households came and went between two rounds: start − left the class − other out + from the neighbouring class + fell back + new + other in = end."))
{
    private static readonly Phrase Poor = new("Hộ nghèo", "Poor households");
    private static readonly Phrase NearPoor = new("Hộ cận nghèo", "Near-poor households");
    private static readonly Phrase FromNearPoor = new("Từ cận nghèo", "From near-poor");
    /// <summary>Where those from the neighbouring class stand among the movements.</summary>
    private const int Neighbour = 3;

    private static readonly SheetColumn Note = new(new("Ghi chú", "Note"), Format.Text, 28);

    private static readonly SheetColumn[] Columns =
    [
        new(new("Mã", "Code"), Format.Mark, 8),
        new(new("Đơn vị", "Unit"), Format.Text, 27),
        new(new("Kỳ", "Rounds"), Format.Mark, 11.5),
        .. Moves(Poor, new("Thoát nghèo", "Escaped"), FromNearPoor, new("Tái nghèo", "Fell back")),
        .. Moves(NearPoor, new("Ra khỏi cận nghèo", "Left near-poor"), new("Từ hộ nghèo", "From poor"), new("Tái cận nghèo", "Fell back")),
        Note,
    ];

    public override bool IsFor(BookContent content) => content.Results.Pairs.Any(pair => content.Results.HasHouseholds(pair.From, pair.To));

    public override void Write(Sheet sheet, BookContent content) => new PairTable(sheet, content, Columns, Row)
    {
        IsOptional = column => column.Band == NearPoor || column.Title == FromNearPoor || column == Note,
    }.Write(this);

    private static SheetColumn[] Moves(Phrase band, Phrase left, Phrase neighbour, Phrase back) =>
    [
        new(new("Đầu kỳ", "Start"), Format.Count, 7.5) { Band = band },
        new(left, Format.Count, 8.5) { Band = band },
        new(new("Giảm khác", "Other out"), Format.Count, 7.5) { Band = band },
        new(neighbour, Format.Count, 8.5) { Band = band },
        new(back, Format.Count, 7.5) { Band = band },
        new(new("Phát sinh", "New"), Format.Count, 8) { Band = band },
        new(new("Tăng khác", "Other in"), Format.Count, 7.5) { Band = band },
        new(new("Cuối kỳ", "End"), Format.Count, 7.5) { Band = band },
    ];

    private static Entry[] Row(Poverty.Comparison.Results results, int from, int to, AreaNode area)
    {
        var reasons = new Reasons();
        if (Missings.OfMovement(results, from, to, area.Unit is null ? null : area) is { } reason)
        {
            reasons.Add("", reason);
            return [.. Unknown(results, isNearPoor: false), .. Unknown(results, isNearPoor: true), reasons.Note()];
        }
        var hasHistory = results.HasHistory(from, to);
        if (!hasHistory) reasons.Add("", new("tái nghèo cần lịch sử của hộ", "falling back needs the households' history"));
        var moves = results.Movements(from, to).GetValueOrDefault((area, Group.All));
        return [.. Class(results, moves?.Poor ?? new(), hasHistory, isNearPoor: false), .. Class(results, moves?.NearPoor ?? new(), hasHistory, isNearPoor: true), reasons.Note()];
    }

    private static IEnumerable<Entry> Unknown(Poverty.Comparison.Results results, bool isNearPoor) =>
        Shown(results, isNearPoor, [.. Enumerable.Repeat(Entry.Of((decimal?)null), 8)]);

    private static IEnumerable<Entry> Class(Poverty.Comparison.Results results, ClassMovement moves, bool hasHistory, bool isNearPoor) => Shown(results, isNearPoor,
    [
        Entry.Of(moves.Start.Households), Entry.Of(moves.Escaped.Households), Entry.Of(moves.OtherOut.Households),
        Entry.Of(moves.FromNeighbour.Households), Entry.Of(hasHistory ? moves.FellBack.Households : null),
        Entry.Of(moves.New.Households), Entry.Of(moves.OtherIn.Households), Entry.Of(moves.End.Households),
    ]);

    /// <summary>Where no standard has near-poor households nothing is said of them, and nobody comes from them.</summary>
    private static IEnumerable<Entry> Shown(Poverty.Comparison.Results results, bool isNearPoor, Entry[] moves) => results.HasNearPoor ? moves
        : moves.Select((move, at) => isNearPoor || at == Neighbour ? Entry.None : move);
}
