using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>
/// The ages that members may have and what follows from each. A year of birth leaves two ages open; at fifteen the member
/// is a child who should be at school, at sixteen one who should have a certificate, and never both: the indicators are
/// open together, not one by one.
/// </summary>
internal static class AgeScenarios
{
    /// <summary>Nobody's age is further open than from birth to this, in months.</summary>
    private const int LargestAge = (121 * 12) - 1;

    /// <summary>So many combinations are followed; of members who leave more open each indicator is open by itself.</summary>
    private const int MostCombinations = 256;

    private static readonly SurveyColumn AgeColumn = SurveyColumns.Members.Named("age")!;

    /// <summary>Whether no condition turns between the ages that a member may have. Allocates nothing.</summary>
    public static bool IsSettled(Member member, Law law)
    {
        var (least, most) = Ages(member);
        foreach (var bound in law.AgeBounds)
            if (bound > least && bound <= most)
                return false;
        return true;
    }

    /// <summary>The different votes that a member may have by age, in the order of ages.</summary>
    public static IReadOnlyList<MemberVotes> Of(Member member, Law law)
    {
        var (least, most) = Ages(member);
        var bounds = law.AgeBounds;
        var first = 0;
        var votes = new List<MemberVotes>();
        for (var from = least; from <= most;)
        {
            while (first < bounds.Length && bounds[first] <= from) first++;
            var until = first < bounds.Length && bounds[first] <= most ? bounds[first] - 1 : most;
            member.Answers.Set(AgeColumn, from, until);
            var one = MemberVotes.Of(member.Answers, law);
            if (!votes.Contains(one)) votes.Add(one);
            from = until + 1;
        }
        if (member.Age is null) member.Answers.Clear(AgeColumn);
        else member.Answers.Set(AgeColumn, least, most);
        return votes;
    }

    private static (int Least, int Most) Ages(Member member) => member.Age is { } age ? (age.Least, age.Most) : (0, LargestAge);

    /// <summary>What the members say in every case: each combination of their possible votes, those that are alike once.</summary>
    public static IReadOnlyList<MemberSummary> Cases(in MemberSummary certain, IReadOnlyList<IReadOnlyList<MemberVotes>> open)
    {
        if (open.Count == 0) return [certain];
        // Counted before those that are alike fall together, so that the order of members does not matter.
        var combinations = 1L;
        foreach (var votes in open) combinations = Math.Min(combinations * votes.Count, MostCombinations + 1);
        if (combinations > MostCombinations) return [certain.With(open.Select(MemberVotes.OneOf).Aggregate((one, other) => one.And(other)))];
        var cases = new HashSet<MemberVotes> { default };
        foreach (var votes in open) cases = [.. cases.SelectMany(so => votes.Select(one => so.And(one)))];
        var summary = certain;
        return [.. cases.Select(votes => summary.With(votes))];
    }
}
