using System.Globalization;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Running;

/// <summary>A suggested link of a commune's households.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="Link">The two households.</param>
/// <param name="NameFrom">The head's name in the earlier round; for lists of names and nothing else.</param>
/// <param name="NameTo">The head's name in the later round.</param>
public sealed record CommuneLink(AreaNode Commune, SuggestedLink Link, string NameFrom, string NameTo);

/// <summary>
/// Looks among the households that stand in only one of two rounds for those that are the same under another id. The files
/// are read once more; nothing is linked.
/// </summary>
public static class LinkSearch
{
    private static readonly SurveyColumn HeadName = SurveyColumns.Households.Named("head_name")!;
    private static readonly SurveyColumn HeadBirthYear = SurveyColumns.Households.Named("head_birth_year")!;

    /// <summary>The suggestions by commune, the best first; null where either round has no names.</summary>
    /// <param name="results">What the run gave.</param>
    /// <param name="from">The earlier round.</param>
    /// <param name="to">The later round.</param>
    /// <param name="files">The household files of each round as the pass left them.</param>
    public static IReadOnlyList<CommuneLink>? Suggest(Results results, int from, int to, IReadOnlyList<IReadOnlyList<FilePass>> files)
    {
        if (!HasNames(files[from]) || !HasNames(files[to])) return null;
        var (before, after) = (Alone(results, from, to, files[from]), Alone(results, to, from, files[to]));
        return
        [
            .. before.Where(group => after.Contains(group.Key)).OrderBy(group => group.Key.Code, StringComparer.Ordinal).SelectMany(group =>
            {
                var names = group.Concat(after[group.Key]).ToDictionary(entry => entry.End, entry => entry.Printed);
                return LinkFinder.Suggest([.. group.Select(entry => entry.End)], [.. after[group.Key].Select(entry => entry.End)])
                    .Select(link => new CommuneLink(group.Key, link, names[link.From], names[link.To]));
            }),
        ];
    }

    private static bool HasNames(IReadOnlyList<FilePass> files) => files.Any(file => file.Header?[HeadName.Name] >= 0);

    private static ILookup<AreaNode, (LinkEnd End, string Printed)> Alone(Results results, int round, int other, IReadOnlyList<FilePass> files)
    {
        var alone = new List<(AreaNode Commune, LinkEnd End, string Printed)>();
        ReadAgain.ForEach(results.Rounds[round].Round, files, results.Settings, row =>
        {
            if (row.Rejected is not null || results.Entry(row.Household.Key, other).Standing != Standing.Absent) return;
            var printed = row.Reader.Printed(HeadName);
            var name = new NameMatch(printed);
            if (name.IsEmpty) return;
            var isYear = int.TryParse(row.Reader.Printed(HeadBirthYear), NumberStyles.None, CultureInfo.InvariantCulture, out var year);
            alone.Add((results.UnitOf(row.Household.Key, round), new LinkEnd(row.Reader.ShownId, name, isYear ? year : null, row.Reader.OwnKey), printed));
        });
        return alone.ToLookup(entry => entry.Commune, entry => (entry.End, entry.Printed));
    }
}
