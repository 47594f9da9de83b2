using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>What a household and its members answered, by column; what is not named was left blank.</summary>
/// <param name="Household">The household's own answers.</param>
/// <param name="Members">Those of its members; null where there is no member table.</param>
internal sealed record Family(IReadOnlyDictionary<string, string> Household, IReadOnlyList<IReadOnlyDictionary<string, string>>? Members)
{
    /// <summary>What the readers of files make of it. Indicators have no flags but those that the answers name.</summary>
    public FamilyReading Read(Law law, DateOnly day)
    {
        var log = new FindingLog();
        var members = new List<Member>();
        var table = Members is null ? null : new MemberTable();
        if (Members is { Count: > 0 }) ReadMembers(table!, members, law, day, log);
        var row = new Dictionary<string, string> { ["household_id"] = "H1", ["commune_code"] = "06040", ["income_per_capita"] = "1000000" };
        foreach (var indicator in law.Indicators) row[indicator.Id] = "";
        if (table is null) row["household_size"] = "4";
        foreach (var (column, answer) in Household) row[column] = answer;
        var reader = new HouseholdReader(Table("households.csv", [row]), new HouseholdLayout(), law, new DataResolver(new AreaTree()), OfficialClass.Computed, ClassifyBy.Income,
            MinorityBy.Head, CheckSettings.Usual, table, log);
        var household = default(Household);
        Assert.True(reader.Read(ref household, out var fate));
        return new FamilyReading(household, fate, members, reader.Answers, Classifier.Classify(household.Facts, law), [.. log.Findings.Select(finding => finding.Code)]);
    }

    private void ReadMembers(MemberTable table, List<Member> members, Law law, DateOnly day, FindingLog log)
    {
        using var source = Table("members.csv", [.. Members!.Select(member => new Dictionary<string, string>(member) { ["household_id"] = "H1" })]);
        var reader = new MemberReader(source, new HouseholdLayout(), law, day, log);
        table.Know(reader);
        for (var member = new Member(); reader.Read(member, out var key, out _); member = new Member())
        {
            table.Add(key!.Value, member, law, (0, (uint)reader.Line));
            members.Add(member);
        }
    }

    private static RowSource Table(string name, IReadOnlyList<Dictionary<string, string>> rows)
    {
        var columns = rows.SelectMany(row => row.Keys).Distinct().ToArray();
        return TestRun.Rows(string.Concat(rows.Select(row => columns.Select(column => row.GetValueOrDefault(column, ""))).Prepend(columns)
            .Select(cells => string.Join('\t', cells) + "\n")), name);
    }
}

/// <summary>What the readers made of a family.</summary>
/// <param name="Household">The household.</param>
/// <param name="Fate">What became of its row.</param>
/// <param name="Members">Its members, in the order of rows.</param>
/// <param name="Answers">What the household itself answered.</param>
/// <param name="Class">The class that the rules give.</param>
/// <param name="Codes">What was found.</param>
internal sealed record FamilyReading(Household Household, RowFate Fate, IReadOnlyList<Member> Members, Answers Answers, PovertyClass Class, IReadOnlyList<string> Codes)
{
    /// <summary>Whether the household is deprived in an indicator.</summary>
    public Answer Of(int indicator)
    {
        var (bit, found) = (1u << indicator, Household.Deprivations);
        return (found.Lacking & bit) != 0 ? Answer.Yes : (found.Unknown & bit) != 0 ? Answer.Unknown : Answer.No;
    }
}
