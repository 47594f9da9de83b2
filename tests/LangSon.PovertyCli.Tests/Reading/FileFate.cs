using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Tests.Reading;

/// <summary>Reads a file that may be damaged.</summary>
internal static class FileFate
{
    /// <summary>The code it is refused with; null when it is read. Any other exception fails the test.</summary>
    public static string? OfReading(Files files, string name, byte[] content)
    {
        try
        {
            using var source = files.Open(name, content);
            while (source.Read())
                for (var i = 0; i < source.FieldCount; i++)
                    _ = source[i].Length + (int)source.Kind(i);
            return null;
        }
        catch (FileRefusedException refused)
        {
            return refused.Finding.Code;
        }
    }
}
