using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A basic service in which a household can be deprived (dịch vụ xã hội cơ bản), measured by its indicators.</summary>
/// <param name="Id">The machine name, such as <c>housing</c>.</param>
/// <param name="Title">The name in the law's words.</param>
public sealed record Dimension(string Id, Phrase Title);

/// <summary>One question on which a household is deprived or not (chỉ số đo lường mức độ thiếu hụt).</summary>
/// <param name="Id">The machine name, which is also the column of the household table, such as <c>housing_area</c>.</param>
/// <param name="Title">The name in the law's words.</param>
/// <param name="Dimension">The service it measures.</param>
/// <param name="Rule">When a household counts as deprived, in the law's words.</param>
/// <param name="Source">The key of the legal source of the rule.</param>
/// <param name="Checked">Whether the rule was read in that source; false: from general knowledge, and shown as such.</param>
/// <param name="Note">What is known about the rule beyond the source; null when there is nothing to say.</param>
public sealed record Indicator(
    string Id, Phrase Title, Dimension Dimension, Phrase Rule, string Source, bool Checked, Phrase? Note = null)
{
    /// <summary>The same rule asked of the answers themselves; null where only a ready answer can tell.</summary>
    public Rule? DeprivedWhen { get; init; }

    /// <summary>What a deprivation in it weighs: 1 where deprivations are counted, else its share of all, which add up to 1.</summary>
    public Fraction Weight { get; init; } = Fraction.One;
}
