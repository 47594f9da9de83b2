using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Standards;

namespace LangSon.PovertyCli.Sampling;

/// <summary>A commune on a round's day with what is written for each of its households, ready as UTF-8.</summary>
internal sealed class SampleUnit
{
    /// <summary>Prepares the unit for the law of the round.</summary>
    public SampleUnit(Area area, AreaRegister register, Law law)
    {
        Area = area;
        Code = Encoding.UTF8.GetBytes(area.Code);
        var parent = register.Parent(area);
        District = parent?.Level == AreaLevel.District ? parent.Code : null;
        DistrictCode = Encoding.UTF8.GetBytes(District ?? "");
        // Samples write monthly incomes, whatever period the lines are for; every shipped standard has them.
        PoorAloneLine = law.PoorAloneLine(area.Settlement) is { } alone ? (long)decimal.Floor(alone / law.IncomeMonths) : null;
        PoorLine = (long)decimal.Floor(law.PoorLine(area.Settlement)!.Value / law.IncomeMonths);
        AverageLine = law.AverageLine(area.Settlement) is { } average ? (long)decimal.Floor(average / law.IncomeMonths) : null;
    }

    /// <summary>The unit.</summary>
    public Area Area { get; }

    /// <summary>The code of its district; null once communes lie directly under the province.</summary>
    public string? District { get; }

    /// <summary>The unit's code.</summary>
    public byte[] Code { get; }

    /// <summary>The district's code, or nothing.</summary>
    public byte[] DistrictCode { get; }

    /// <summary>Whether it is a ward or a township.</summary>
    public bool Urban => Area.Settlement == Settlement.Urban;

    /// <summary>At or below it income alone makes poor; null where the law has no such line. VND a month.</summary>
    public long? PoorAloneLine { get; }

    /// <summary>At or below it the deprivations decide. VND a month.</summary>
    public long PoorLine { get; }

    /// <summary>The ceiling of the average band; null where the law has none. VND a month.</summary>
    public long? AverageLine { get; }
}
