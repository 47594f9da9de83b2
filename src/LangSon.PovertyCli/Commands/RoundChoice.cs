using System.CommandLine;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Commands;

/// <summary>The rounds of a run that a command line asks for.</summary>
internal static class RoundChoice
{
    /// <summary>The numbers of the rounds that <c>--round</c> names by id or, where no id is so, by year; a complaint about the first that there is not.</summary>
    public static Phrase? Of(ParseResult parse, IReadOnlyList<Round> rounds, out SortedSet<int> chosen)
    {
        chosen = [];
        foreach (var typed in RunOptions.RoundsLookedAt(parse))
        {
            var numbers = Enumerable.Range(0, rounds.Count).ToArray();
            int[] found = [.. numbers.Where(number => rounds[number].Id == typed)];
            if (found.Length == 0) found = [.. numbers.Where(number => $"{rounds[number].Year}" == typed)];
            if (found.Length == 0)
            {
                var ids = string.Join(", ", rounds.Select(round => round.Id));
                return new Phrase($"không có kỳ nào tên \"{typed}\"; có các kỳ {ids}", $"no round is called \"{typed}\"; there are {ids}");
            }
            chosen.UnionWith(found);
        }
        return null;
    }
}
