using System.Globalization;
using System.Xml;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>Takes the characters of attributes and elements out of an <see cref="XmlReader"/> into one buffer, without making strings.</summary>
internal sealed class XmlText
{
    private char[] _chars = new char[256];
    private int _length;

    /// <summary>What has been taken since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, _length);

    /// <summary>Forgets what has been taken.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds the value of the node that the reader is on: an attribute or a text.</summary>
    public void Add(XmlReader xml)
    {
        while (true)
        {
            if (_length == _chars.Length) Array.Resize(ref _chars, _chars.Length * 2);
            var read = xml.ReadValueChunk(_chars, _length, _chars.Length - _length);
            if (read == 0) return;
            _length += read;
        }
    }

    /// <summary>Adds the texts directly inside the element that the reader is on, and moves to its end.</summary>
    public void AddContent(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                Add(xml);
    }

    /// <summary>
    /// Adds the text of a string item (<c>si</c>, <c>is</c>): that of its runs one after the other, without the readings that
    /// East Asian texts have beside them. Moves to its end.
    /// </summary>
    public void AddItem(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
                continue;
            }
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t") AddContent(xml);
            if (!xml.Read()) return;
        }
    }

    /// <summary>Puts the characters that Excel writes as <c>_x000D_</c> in their place.</summary>
    public void Unescape()
    {
        var from = Chars.IndexOf("_x");
        if (from < 0) return;
        var to = from;
        while (from < _length)
        {
            var rest = Chars[from..];
            if (rest.Length >= 7 && rest[0] == '_' && rest[1] == 'x' && rest[6] == '_'
                && ushort.TryParse(rest.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                _chars[to++] = (char)code;
                from += 7;
            }
            else
            {
                _chars[to++] = _chars[from++];
            }
        }
        _length = to;
    }
}
