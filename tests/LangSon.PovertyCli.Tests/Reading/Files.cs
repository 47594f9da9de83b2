using System.IO.Compression;
using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Reading;

/// <summary>Builds small files in a folder of its own and reads them whole.</summary>
internal sealed class Files : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("poverty-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public RowSource Open(string name, byte[] content, string? encoding = null, string? sheet = null, SafetyLimits? limits = null) =>
        HouseholdFile.Open(Write(name, content), name, new ReadingOptions(encoding, sheet, limits ?? SafetyLimits.Default));

    public RowSource Open(string name, string text) => Open(name, Encoding.UTF8.GetBytes(text));

    public List<string[]> Rows(string name, byte[] content, string? encoding = null, string? sheet = null)
    {
        using var source = Open(name, content, encoding, sheet);
        return Rows(source);
    }

    public List<string[]> Rows(string name, string text) => Rows(name, Encoding.UTF8.GetBytes(text));

    public static List<string[]> Rows(RowSource source)
    {
        var rows = new List<string[]>();
        while (source.Read())
        {
            var cells = new string[source.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(source[i]);
            rows.Add(cells);
        }
        return rows;
    }

    /// <summary>The finding for which opening and reading to the end is refused.</summary>
    public Finding Refused(string name, byte[] content, string? encoding = null, string? sheet = null, SafetyLimits? limits = null) =>
        Assert.Throws<FileRefusedException>(() =>
        {
            using var source = Open(name, content, encoding, sheet, limits);
            while (source.Read()) { }
        }).Finding;

    public Finding Refused(string name, string text) => Refused(name, Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(content);
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>Reads the placeholders of a finding.</summary>
internal static class FindingDetails
{
    public static string Detail(this Finding finding, string name) => finding.Details.Single(detail => detail.Name == name).Value.En;
}
