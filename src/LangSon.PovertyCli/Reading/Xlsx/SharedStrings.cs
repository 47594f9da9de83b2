using System.Text;
using System.Xml;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>The texts that the cells of a workbook share, as UTF-8 one after the other in one buffer.</summary>
internal sealed class SharedStrings
{
    private byte[] _bytes = new byte[1 << 12];
    private int[] _ends = new int[256];

    /// <summary>Reads the part; none is like an empty one.</summary>
    public SharedStrings(Package package, string? part)
    {
        if (part is null) return;
        var text = new XmlText();
        try
        {
            using var xml = package.Open(part);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
                text.Clear();
                text.AddItem(xml);
                text.Unescape();
                Add(text.Chars);
            }
        }
        catch (Exception cause) when (Package.IsFault(cause))
        {
            throw package.Faulty(part, cause);
        }
    }

    /// <summary>The number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>A text, from 0.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(Start(index), _ends[index] - Start(index));

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];

    private void Add(ReadOnlySpan<char> text)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        var needed = start + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = start + Encoding.UTF8.GetBytes(text, _bytes.AsSpan(start));
    }
}
