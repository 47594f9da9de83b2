using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>
/// Writes a workbook's package again with one time for all parts, a plain name for its properties and numbered
/// relationships of the package, so that what chance and the clock put into a file is out of it. The default type becomes
/// that of the book too: column widths are measured in it, and it is Calibri whatever ClosedXML is asked for. And titles
/// that repeat in print are named by <c>$4:$5</c>: without the signs not every program repeats them. Long parts can be
/// written on the way, so that no package has to hold them.
/// </summary>
internal static partial class Repack
{
    private const string Types = "[Content_Types].xml";
    private const string PackageRelations = "_rels/.rels";
    private const string Styles = "xl/styles.xml";
    private const string Sheets = "xl/workbook.xml";
    private const string Properties = "docProps/core.xml";
    private const string PropertiesType = "application/vnd.openxmlformats-package.core-properties+xml";

    /// <summary>The first moment that a zip can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the package in <paramref name="saved"/> to <paramref name="output"/>.</summary>
    /// <param name="saved">The package.</param>
    /// <param name="output">Takes the copy.</param>
    /// <param name="parts">What writes single parts, by name, in place of what the package has; null: it has all of them.</param>
    public static void Write(Stream saved, Stream output, IReadOnlyDictionary<string, Action<Stream>>? parts = null)
    {
        using var from = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true);
        var properties = from.Entries.Single(entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal)).FullName;
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(Rank).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName == properties ? Properties : entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Epoch;
            using var source = entry.Open();
            using var target = copy.Open();
            if (parts?.GetValueOrDefault(entry.FullName) is { } write) write(target);
            else if (entry.FullName is Types or PackageRelations or Styles or Sheets) target.Write(Encoding.UTF8.GetBytes(Mended(entry.FullName, Text(source), properties)));
            else source.CopyTo(target);
        }
    }

    /// <summary>Readers that stream look for the types first, then for what the package holds.</summary>
    private static int Rank(ZipArchiveEntry entry) => entry.FullName switch
    {
        Types => 0,
        PackageRelations => 1,
        _ => 2,
    };

    private static string Text(Stream source)
    {
        using var reader = new StreamReader(source, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Mended(string part, string xml, string properties)
    {
        var number = 0;
        return part switch
        {
            Types => TypesEnd().Replace(PropertiesDefault().Replace(xml, ""), $"<Override PartName=\"/{Properties}\" ContentType=\"{PropertiesType}\" />$0"),
            Styles => DefaultFont().Replace(xml, match => $"<x:sz val=\"{Palette.Size}\" />{match.Groups[1]}<x:name val=\"{Palette.Font}\" />", 1),
            Sheets => TitleRows().Replace(xml, match => TitleEnd().Replace(match.Value, "$$$&")),
            _ => RelationId().Replace(xml.Replace(properties, Properties, StringComparison.Ordinal), _ => $" Id=\"rId{++number}\""),
        };
    }

    [GeneratedRegex("<Default Extension=\"psmdcp\"[^>]*/>")]
    private static partial Regex PropertiesDefault();

    [GeneratedRegex("</Types>")]
    private static partial Regex TypesEnd();

    [GeneratedRegex("<x:definedName name=\"_xlnm\\.Print_Titles\"[^>]*>[^<]*")]
    private static partial Regex TitleRows();

    /// <summary>The rows and columns at the end of a name such as <c>'Xã'!A:B,'Xã'!4:5</c>.</summary>
    [GeneratedRegex("(?<=![A-Z0-9]*:?)(?<![A-Z0-9$])[A-Z0-9]+(?=(:[A-Z0-9]+)?(,|$))")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(" Id=\"[^\"]*\"")]
    private static partial Regex RelationId();

    [GeneratedRegex("<x:sz val=\"11\" />(<x:color [^>]*/>)<x:name val=\"Calibri\" />")]
    private static partial Regex DefaultFont();
}
