using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A legal document that a value of a standard is taken from.</summary>
/// <param name="Key">The short name that values refer to.</param>
/// <param name="Title">The kind and number, such as <c>Nghị định 07/2021/NĐ-CP</c>.</param>
/// <param name="Date">The day of signature.</param>
/// <param name="Article">The article, when only one is meant; null for the document as a whole.</param>
public sealed record LegalSource(string Key, Phrase Title, DateOnly Date, string? Article);

/// <summary>Days on which a standard applies without a break.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null while no end is known.</param>
/// <param name="Source">The key of the legal source that says so.</param>
public sealed record Period(DateOnly From, DateOnly? Until, string Source);
