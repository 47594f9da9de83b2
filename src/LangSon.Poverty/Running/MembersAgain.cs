using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Running;

/// <summary>
/// Reads the member files of a round once more for the members of single households, since the pass keeps no member. What
/// the rows say of themselves was reported in the pass.
/// </summary>
internal static class MembersAgain
{
    /// <summary>A longer number of a member may be one of a person.</summary>
    private const int LargestNumber = 999;

    // A birth tells more than the age that rules ask for.
    private static readonly SurveyColumn[] Shown =
        [.. SurveyColumns.Members.All.Where(column => column is { IsAnswer: true, IsPersonal: false, Name: not ("age" or "birth_year") })];

    /// <summary>The members of households with these keys, in the order of files and lines.</summary>
    public static ILookup<UInt128, MemberRow> Of(Round round, IReadOnlySet<UInt128> households)
    {
        var all = new List<(UInt128 Household, MemberRow Row)>();
        ForEach(round, households, (key, reader, member) => all.Add((key, Row(reader, member))));
        return all.ToLookup(entry => entry.Household, entry => entry.Row);
    }

    /// <summary>Shows every member of households with these keys, in the order of files and lines; each is the visitor's to keep.</summary>
    public static void ForEach(Round round, IReadOnlySet<UInt128> households, Action<UInt128, MemberReader, Member> visit)
    {
        foreach (var file in round.MemberFiles.Where(file => !round.Members!.LeftOut.Contains(file.Name)))
        {
            using var source = file.Open();
            var reader = new MemberReader(source, file.Layout, round.Law, round.Date, new FindingLog());
            var member = new Member();
            while (reader.Read(member, out var household, out var fate))
            {
                if (fate == RowFate.Blank || household is not { } key || !households.Contains(key)) continue;
                visit(key, reader, member);
                // What was read may be kept; the next row needs answers of its own.
                member = new Member();
            }
        }
    }

    private static MemberRow Row(MemberReader reader, Member member)
    {
        var number = int.TryParse(reader.Raw("member_no")?.Text, System.Globalization.CultureInfo.InvariantCulture, out var read) && read is > 0 and <= LargestNumber ? read : default(int?);
        return new MemberRow(reader.Place, number, member.Answers, [.. reader.Rejections])
        {
            Cells = Shown.Select(column => reader.Raw(column.Name)).OfType<RawCell>().ToDictionary(cell => cell.Column, StringComparer.Ordinal),
        };
    }
}
