using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reading;

/// <summary>
/// How far a compressed file may expand. The bytes are counted while they are read, as the sizes in the headers of a file may
/// lie. Going over any of them is PV1040.
/// </summary>
internal sealed record SafetyLimits
{
    /// <summary>Half a gibibyte in all, 256 MiB a part, 2,000 parts, a ratio of 100 above 10 MiB.</summary>
    public static SafetyLimits Default { get; } = new();

    /// <summary>Inflated bytes of all parts that are read together.</summary>
    public long TotalBytes { get; init; } = 512L << 20;

    /// <summary>Inflated bytes of one part of a workbook.</summary>
    public long PartBytes { get; init; } = 256L << 20;

    /// <summary>Parts in a workbook, read or not.</summary>
    public int Parts { get; init; } = 2_000;

    /// <summary>Inflated bytes for each compressed byte.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Below so many inflated bytes the ratio is not looked at: a small sheet of equal rows easily reaches 200.</summary>
    public long RatioFrom { get; init; } = 10L << 20;

    /// <summary>A number of bytes as a person would say it: <c>512 MiB</c>.</summary>
    public static Phrase Words(long bytes) => bytes switch
    {
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB"),
        >= 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10} KiB"),
        _ => new Phrase(string.Create(CultureInfo.InvariantCulture, $"{bytes} byte"), string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")),
    };
}
