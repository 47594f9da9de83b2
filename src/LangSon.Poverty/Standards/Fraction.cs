using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A share of a whole, kept as two whole numbers so that nothing is rounded.</summary>
/// <param name="Part">Not negative.</param>
/// <param name="Whole">At least 1.</param>
public readonly record struct Fraction(int Part, int Whole)
{
    /// <summary>Reads <c>"1/2"</c>; anything else is a fault and gives 1/1.</summary>
    internal static Fraction Read(JsonPart part)
    {
        var text = part.AsText();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var above)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var below) && below > 0 && above <= below)
            return new Fraction(above, below);
        if (part.Kind == System.Text.Json.JsonValueKind.String) part.Fault(new($"\"{text}\" không phải phân số từ 0 đến 1 như 1/2", $"\"{text}\" is not a fraction from 0 to 1 such as 1/2"));
        return new Fraction(1, 1);
    }
}
