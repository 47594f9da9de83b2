using System.Globalization;
using System.Xml;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>Which cell styles show a number as a day.</summary>
internal sealed class DateStyles
{
    private readonly List<bool> _isDay = [];

    /// <summary>Reads the part; without one no style shows a day.</summary>
    public DateStyles(Package package, string? part)
    {
        if (part is null) return;
        var custom = new Dictionary<int, bool>();
        var inCellFormats = false;
        try
        {
            using var xml = package.Open(part);
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs") inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.NodeType != XmlNodeType.Element) continue;
                // Formats of differential styles (dxf) stand later and may reuse numbers.
                if (xml.LocalName == "numFmt") custom.TryAdd(Number(xml, "numFmtId"), IsDay(xml.GetAttribute("formatCode") ?? ""));
                if (inCellFormats && xml.LocalName == "xf")
                {
                    var format = Number(xml, "numFmtId");
                    _isDay.Add(custom.TryGetValue(format, out var day) ? day : IsBuiltInDay(format));
                }
            }
        }
        catch (Exception cause) when (Package.IsFault(cause))
        {
            throw package.Faulty(part, cause);
        }
    }

    /// <summary>Whether that style shows a day.</summary>
    public bool this[int style] => style >= 0 && style < _isDay.Count && _isDay[style];

    /// <summary>
    /// Whether a format shows a day: it has a year or a day, or a month that is not the minutes of a time. What stands in quotes,
    /// in brackets or behind a backslash is no part of that, and only the first section counts. Places for digits belong to a
    /// number, such as an amount in VND, unless they are the fractions of a second.
    /// </summary>
    public static bool IsDay(string format)
    {
        var (day, month, time, digits) = (false, false, false, false);
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '"':
                case '[':
                    var close = format.IndexOf(format[i] == '"' ? '"' : ']', i + 1);
                    if (close < 0) return false;
                    time |= format[i] == '[' && format[i + 1] is 'h' or 'H' or 's' or 'S' or 'm' or 'M';
                    i = close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    day = true;
                    break;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    break;
            }
        }
        return time ? day : (day || month) && !digits;
    }

    // ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the days of the East Asian versions, 32 and 33 times among them.
    private static bool IsBuiltInDay(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 58);

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
