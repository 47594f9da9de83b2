using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>
/// Reads what the deprivations of a standard weigh. Either every indicator names its weight, or none does: then each dimension
/// weighs the same, and its indicators share its weight equally.
/// </summary>
internal static class StandardWeights
{
    /// <summary>The key of an indicator's weight.</summary>
    public const string Key = "weight";

    /// <summary>A share above 0 and up to 1: a fraction, a percentage or a decimal number; anything else is a fault.</summary>
    public static Fraction Share(JsonPart part)
    {
        if (Fraction.TryParse(part.AsScalar(), out var share)) return share;
        part.Fault(new($"phải là phần trên 0 và đến 1, ghi như \"1/3\", \"33%\" hoặc 0.33 (không quá 9 chữ số thập phân, mẫu số không quá {Fraction.LargestDenominator})",
            $"expected a share above 0 and up to 1, written as \"1/3\", \"33%\" or 0.33 (at most 9 decimals, a denominator of at most {Fraction.LargestDenominator})"));
        return Fraction.One;
    }

    /// <summary>The indicators where deprivations are counted: each weighs 1, and a weight is a fault.</summary>
    public static List<Indicator> Counted(IReadOnlyList<(Indicator Indicator, JsonPart Part)> read)
    {
        foreach (var (_, part) in read)
            part.Find(Key)?.Fault(new("chỉ chuẩn có \"cutoff\" mới có trọng số; với \"poorAtDeprivations\" mỗi thiếu hụt tính là một",
                "only a standard with \"cutoff\" has weights; with \"poorAtDeprivations\" each deprivation counts as one"));
        return [.. read.Select(entry => entry.Indicator)];
    }

    /// <summary>The indicators with their shares of 1.</summary>
    public static List<Indicator> Weighed(IReadOnlyList<(Indicator Indicator, JsonPart Part)> read, JsonPart? dimensions)
    {
        if (!read.Any(entry => entry.Part.Find(Key) is not null)) return [.. read.Select(entry => entry.Indicator with { Weight = Nested(entry.Indicator, read) })];
        var indicators = read.Select(entry => entry.Indicator with { Weight = entry.Part.Require(Key) is { } weight ? Share(weight) : Fraction.One }).ToList();
        if (read.All(entry => entry.Part.Find(Key) is not null)) CheckSum(indicators, dimensions!);
        return indicators;
    }

    private static Fraction Nested(Indicator indicator, IReadOnlyList<(Indicator Indicator, JsonPart)> read)
    {
        var dimensions = read.Select(entry => entry.Indicator.Dimension).Distinct().Count();
        return new Fraction(1, dimensions * read.Count(entry => entry.Indicator.Dimension == indicator.Dimension));
    }

    private static void CheckSum(List<Indicator> indicators, JsonPart dimensions)
    {
        if (Fraction.CommonDenominator(indicators.Select(indicator => indicator.Weight)) is not { } whole)
        {
            dimensions.Fault(new($"các trọng số không có mẫu số chung nào đến {Fraction.LargestDenominator}", $"the weights have no common denominator of at most {Fraction.LargestDenominator}"));
            return;
        }
        var sum = new Fraction(indicators.Sum(indicator => (long)indicator.Weight.PartsOf(whole)), whole);
        if (sum != Fraction.One) dimensions.Fault(new($"tổng các trọng số là {sum}; phải đúng bằng 1", $"the weights add up to {sum}; expected exactly 1"));
    }
}
