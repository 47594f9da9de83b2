using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting;

/// <summary>One dated number of a standard, ready to be listed.</summary>
/// <param name="Id">The machine name of the line or count.</param>
/// <param name="Name">What it decides.</param>
/// <param name="Settlement">Where it holds; unknown: everywhere.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null while no end is known.</param>
/// <param name="Amount">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">The key of its legal source.</param>
/// <param name="Checked">Whether it was read there.</param>
/// <param name="Note">What is known beyond the source.</param>
internal sealed record StandardValue(
    string Id, Phrase Name, Settlement Settlement, DateOnly From, DateOnly? Until, decimal Amount, string Unit, string Source, bool Checked, Phrase? Note)
{
    /// <summary>The id of the count of deprivations, the only value that is no line of income.</summary>
    public const string PoorAt = "poor_at_deprivations";

    /// <summary>All numbers of a standard: the lines from the lowest, then the count of deprivations.</summary>
    public static IReadOnlyList<StandardValue> Of(Standard standard) =>
    [
        .. Line(standard, "poor_alone_line", new("Chuẩn nghèo chỉ xét thu nhập", "Line at or below which income alone makes poor"), standard.PoorAlone),
        .. Line(standard, "poor_line", standard.PoorAtDeprivations.Count == 0
            ? new("Chuẩn nghèo về thu nhập", "Line at or below which a household is poor")
            : new("Chuẩn thu nhập có xét mức độ thiếu hụt", "Line at or below which deprivations decide"), standard.Poor),
        .. Line(standard, "average_line", new("Trần của mức sống trung bình", "Ceiling of the average living standard"), standard.Average),
        .. Dated(standard, PoorAt, new("Số chỉ số thiếu hụt để là hộ nghèo, từ", "Deprivations that make poor, from"),
            Settlement.Unknown, "indicators", [.. standard.PoorAtDeprivations.Select(count =>
                new Dated<decimal>(count.From, count.Value, count.Source, count.Checked, count.Note))]),
    ];

    /// <summary>Those that hold on the day of a law.</summary>
    public static IEnumerable<StandardValue> Of(Law law) => Of(law.Standard).Where(value => value.From <= law.Day && (value.Until is null || law.Day <= value.Until));

    private static IEnumerable<StandardValue> Line(Standard standard, string id, Phrase name, IncomeLine? line)
    {
        var unit = standard.IncomeMonths == 12 ? "VND/person/year" : "VND/person/month";
        if (line is null) return [];
        if (line.SameForAll) return Dated(standard, id, name, Settlement.Unknown, unit, line.Rural);
        return Dated(standard, id, name, Settlement.Rural, unit, line.Rural).Concat(Dated(standard, id, name, Settlement.Urban, unit, line.Urban));
    }

    private static IEnumerable<StandardValue> Dated(
        Standard standard, string id, Phrase name, Settlement settlement, string unit, IReadOnlyList<Dated<decimal>> values) =>
        values.Select((value, at) => new StandardValue(id, name, settlement, value.From,
            at + 1 < values.Count ? values[at + 1].From.AddDays(-1) : standard.Applies[^1].Until,
            value.Value, unit, value.Source, value.Checked, value.Note));
}
