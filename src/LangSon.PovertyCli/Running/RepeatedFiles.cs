using System.Security.Cryptography;
using LangSon.Poverty.Findings;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Running;

/// <summary>
/// Household and member files of a run that have the same bytes (PV4005). Only files of one size are hashed, so that a run of
/// different files costs nothing.
/// </summary>
internal static class RepeatedFiles
{
    /// <summary>Tells of each file the first, in the order of rounds and names, that it repeats.</summary>
    public static IEnumerable<Finding> Of(RunPlan plan)
    {
        var files = plan.Rounds.SelectMany(round => round.Households.Concat(round.Members).SelectMany(group => group.Files, (_, file) => (Round: round.Id, File: file)))
            .Where(entry => !entry.File.IsStandardInput && File.Exists(entry.File.Path)).DistinctBy(entry => entry.File.Path).ToArray();
        return from size in files.Index().GroupBy(entry => new FileInfo(entry.Item.File.Path).Length)
               where size.Key > 0 && size.Skip(1).Any()
               from same in size.GroupBy(entry => Hash(entry.Item.File.Path), StringComparer.Ordinal)
               from repeated in same.Skip(1)
               orderby repeated.Index
               let first = same.First().Item
               select new Finding("PV4005", new Place(repeated.Item.File.Name))
               {
                   Details = [("r", repeated.Item.Round), ("other", first.File.Name), ("r2", first.Round)],
               };
    }

    /// <summary>The hash of a file; one that can't be read, which has been said, is like no other.</summary>
    private static string Hash(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }
}
