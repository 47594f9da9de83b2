using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>One dated number of a standard, ready to be listed.</summary>
/// <param name="Id">The machine name of the line or count.</param>
/// <param name="Name">What it decides.</param>
/// <param name="Settlement">Where it holds; unknown: everywhere.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null while no end is known.</param>
/// <param name="Amount">The number; of a share the nearest decimal one.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">The key of its legal source.</param>
/// <param name="Checked">Whether it was read there.</param>
/// <param name="Note">What is known beyond the source.</param>
internal sealed record StandardValue(
    string Id, Phrase Name, Settlement Settlement, DateOnly From, DateOnly? Until, decimal Amount, string Unit, string Source, bool Checked, Phrase? Note)
{
    /// <summary>The exact number where it is a share of 1; null for amounts and counts.</summary>
    public Fraction? Share { get; private init; }

    /// <summary>Whether it is a line of income.</summary>
    public bool IsLine { get; private init; }

    /// <summary>The number, for scripts and for people.</summary>
    public Cell Number => Share is { } share ? Cell.Of(share) : Cell.Of(Amount);

    /// <summary>All numbers of a standard: the lines from the lowest, what makes poor by deprivations, points of forms, values that rules name.</summary>
    public static IReadOnlyList<StandardValue> Of(Standard standard) =>
    [
        .. Line(standard, "poor_alone_line", new("Chuẩn nghèo chỉ xét thu nhập", "Line at or below which income alone makes poor"), standard.PoorAlone),
        .. Line(standard, "poor_line", standard.PoorAtDeprivations.Count == 0 && standard.Cutoff.Count == 0
            ? new("Chuẩn nghèo về thu nhập", "Line at or below which a household is poor")
            : new("Chuẩn thu nhập có xét mức độ thiếu hụt", "Line at or below which deprivations decide"), standard.Poor),
        .. Line(standard, "average_line", new("Trần của mức sống trung bình", "Ceiling of the average living standard"), standard.Average),
        .. Dated(standard, "poor_at_deprivations", new("Số chỉ số thiếu hụt để là hộ nghèo, từ", "Deprivations that make poor, from"),
            Settlement.Unknown, "indicators", standard.PoorAtDeprivations, count => count),
        .. Dated(standard, "poor_at_score", new("Điểm thiếu hụt để là hộ nghèo, từ", "Deprivation score that makes poor, from"),
            Settlement.Unknown, "share", standard.Cutoff, share => (decimal)share.Numerator / share.Denominator)
            .Zip(standard.Cutoff, (value, cutoff) => value with { Share = cutoff.Value }),
        .. Points(standard),
        .. standard.Values.SelectMany(named => Dated(standard, named.Key, named.Value.Title, Settlement.Unknown, named.Value.Unit, named.Value.Values, value => value)),
    ];

    /// <summary>Those that hold on the day of a law.</summary>
    public static IEnumerable<StandardValue> Of(Law law) => Of(law.Standard).Where(value => value.From <= law.Day && (value.Until is null || law.Day <= value.Until));

    /// <summary>From how many deprivations, or from what score, a law makes poor; null where income decides alone.</summary>
    public static StandardValue? PoorAt(Law law) => Of(law).FirstOrDefault(value => value.Id is "poor_at_deprivations" or "poor_at_score");

    private static IEnumerable<StandardValue> Line(Standard standard, string id, Phrase name, IncomeLine? line) =>
        BySettlement(standard, id, name, standard.IncomeMonths == 12 ? "VND/person/year" : "VND/person/month", line).Select(value => value with { IsLine = true });

    private static IEnumerable<StandardValue> Points(Standard standard) => standard.Points is not { } points ? [] :
    [
        .. BySettlement(standard, "b1_at_most", new("Điểm B1 tương ứng với chuẩn thu nhập, không quá", "B1 points that stand for the income line, at most"), "points", points.AtMost),
        .. Dated(standard, "b2_per_deprivation", new("Điểm B2 của mỗi chỉ số thiếu hụt", "B2 points of each deprivation"), Settlement.Unknown, "points", points.PerDeprivation, each => each),
    ];

    private static IEnumerable<StandardValue> BySettlement(Standard standard, string id, Phrase name, string unit, IncomeLine? line)
    {
        if (line is null) return [];
        var parts = line.SameForAll ? [Settlement.Unknown] : new[] { Settlement.Rural, Settlement.Urban };
        return parts.SelectMany(at => Dated(standard, id, name, at, unit, at == Settlement.Urban ? line.Urban : line.Rural, amount => amount));
    }

    private static IEnumerable<StandardValue> Dated<T>(
        Standard standard, string id, Phrase name, Settlement settlement, string unit, IReadOnlyList<Dated<T>> values, Func<T, decimal> amount) =>
        values.Select((value, at) => new StandardValue(id, name, settlement, value.From,
            at + 1 < values.Count ? values[at + 1].From.AddDays(-1) : standard.Applies[^1].Until,
            amount(value.Value), unit, value.Source, value.Checked, value.Note));
}
