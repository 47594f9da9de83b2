namespace LangSon.Poverty.Standards;

/// <summary>What a standard tells of the children in poor and near-poor households (thiếu hụt của trẻ em).</summary>
/// <param name="Below">The named value of the age, in completed months, below which a member is a child.</param>
/// <param name="Indicators">The indicators told of each child, as if it were the only member of its household; at most <see cref="MemberRoom.ChildIndicators"/>.</param>
public sealed record ChildrenProfile(string Below, IReadOnlyList<string> Indicators);
