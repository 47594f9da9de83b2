using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// Writes a workbook's package again with one time for all parts, a plain name for its properties and numbered
/// relationships of the package, so that what chance and the clock put into a file is out of it.
/// </summary>
internal static partial class Repack
{
    private const string Types = "[Content_Types].xml";
    private const string PackageRelations = "_rels/.rels";
    private const string Properties = "docProps/core.xml";

    /// <summary>The first moment that a zip can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the package in <paramref name="saved"/> to <paramref name="output"/>.</summary>
    public static void Write(Stream saved, Stream output)
    {
        using var from = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true);
        var old = from.Entries.Select(entry => entry.FullName).SingleOrDefault(name => name.EndsWith(".psmdcp", StringComparison.Ordinal));
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(Rank).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName == old ? Properties : entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Epoch;
            using var source = entry.Open();
            using var target = copy.Open();
            if (old is null || entry.FullName is not (Types or PackageRelations)) source.CopyTo(target);
            else target.Write(Encoding.UTF8.GetBytes(Renamed(entry.FullName, new StreamReader(source, Encoding.UTF8).ReadToEnd(), old)));
        }
    }

    /// <summary>Readers that stream look for the types first, then for what the package holds.</summary>
    private static int Rank(ZipArchiveEntry entry) => entry.FullName switch
    {
        Types => 0,
        PackageRelations => 1,
        _ => 2,
    };

    private static string Renamed(string part, string xml, string old)
    {
        if (part == Types) return DefaultType().Replace(xml, "<Default Extension=\"psmdcp\"").Replace($"/{old}", $"/{Properties}", StringComparison.Ordinal);
        var number = 0;
        return RelationId().Replace(xml.Replace(old, Properties, StringComparison.Ordinal), _ => $"Id=\"rId{++number}\"");
    }

    [GeneratedRegex("<Default Extension=\"psmdcp\"")]
    private static partial Regex DefaultType();

    [GeneratedRegex("(?<=[\\s])Id=\"[^\"]*\"")]
    private static partial Regex RelationId();
}
