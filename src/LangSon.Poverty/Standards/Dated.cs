using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A value of the law from a day on, until the next value of its list or the standard's last day.</summary>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Value">The value, in the unit of its place.</param>
/// <param name="Source">The key of the legal source in <see cref="Standard.Sources"/>.</param>
/// <param name="Checked">Whether it was read in that source; false: from general knowledge, and shown as such.</param>
/// <param name="Note">What is known about it beyond the source; null when there is nothing to say.</param>
public sealed record Dated<T>(DateOnly From, T Value, string Source, bool Checked = true, Phrase? Note = null);
