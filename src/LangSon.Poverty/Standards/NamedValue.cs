using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A value that the rules of a standard name instead of a number, such as the end of working age.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Unit">Its unit; the months of an age are completed ones.</param>
/// <param name="Values">The value through time.</param>
public sealed record NamedValue(Phrase Title, string Unit, IReadOnlyList<Dated<decimal>> Values);
