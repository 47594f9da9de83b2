using System.IO.Compression;
using System.Xml;
using LangSon.Poverty.Findings;

namespace LangSon.PovertyCli.Reading.Xlsx;

/// <summary>The parts of a zip package and how they refer to each other. Nothing outside the package is ever looked at.</summary>
internal sealed class Package : IDisposable
{
    private readonly Stream _stored;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SafetyLimits _limits;
    private readonly InflationBudget _budget;

    /// <summary>Reads the list of parts.</summary>
    public Package(Stream stored, string file, SafetyLimits limits)
    {
        (_stored, File, _limits) = (stored, file, limits);
        _budget = new InflationBudget(file, limits);
        try
        {
            _zip = new ZipArchive(stored, ZipArchiveMode.Read);
            if (_zip.Entries.Count > limits.Parts) throw Refusal.Expands(file, new($"{limits.Parts} phần", $"{limits.Parts} parts"));
        }
        catch (InvalidDataException)
        {
            throw Refusal.Damaged(file, new("gói zip không trọn vẹn; có thể tệp bị cắt cụt", "it is not a whole zip package; it may be cut off"));
        }
        foreach (var entry in _zip.Entries)
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw Refusal.Damaged(file, new($"phần {entry.FullName} có hai lần", $"it holds the part {entry.FullName} twice"));
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>Bytes of the file that have been read so far.</summary>
    public long BytesRead => _stored.Position;

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Whether there is a part in that folder.</summary>
    public bool HasFolder(string folder) => _parts.Keys.Any(part => part.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a part as XML.</summary>
    public XmlReader Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw Refusal.Damaged(File, new($"thiếu phần {part}", $"its part {part} is missing"));
        if (entry.IsEncrypted) throw Refusal.Of(File, "PV1046");
        try
        {
            // A header may state more packed bytes than the file has.
            var stream = new PartStream(entry, Math.Min(entry.CompressedLength, _stored.Length), File, _budget, _limits);
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                // Control characters are reported by whoever reads the cells, with their place.
                CheckCharacters = false,
            });
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException)
        {
            throw Faulty(part, cause);
        }
    }

    /// <summary>The refusal for an exception that came up while <paramref name="part"/> was read.</summary>
    public FileRefusedException Faulty(string part, Exception cause) => cause switch
    {
        // The runtime has no other way of telling this from a syntax error.
        XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) => Refusal.Of(File, "PV1042"),
        XmlException xml => Refusal.Damaged(File, new(
            $"phần {part} sai cú pháp XML tại dòng {xml.LineNumber}, ký tự {xml.LinePosition}",
            $"its part {part} is not well-formed XML at line {xml.LineNumber}, character {xml.LinePosition}")),
        InvalidDataException => Refusal.Damaged(File, new($"không giải nén được phần {part}", $"its part {part} cannot be unpacked")),
        _ => Refusal.Unreadable(File, cause),
    };

    /// <summary>Whether <paramref name="cause"/> means that the file is at fault, not the program.</summary>
    public static bool IsFault(Exception cause) => cause is XmlException or InvalidDataException or IOException;

    /// <summary>
    /// What a part refers to, as (id, last word of the type, part). References to the outside are left out: they are never
    /// followed. Strict and transitional packages write the types in different namespaces but end them alike.
    /// </summary>
    public List<(string Id, string Type, string Part)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relations = new List<(string, string, string)>();
        var path = $"{part[..slash]}_rels/{part[slash..]}.rels";
        if (!Has(path)) return relations;
        try
        {
            using var xml = Open(path);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
                var type = xml.GetAttribute("Type") ?? "";
                relations.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], xml.GetAttribute("Target") ?? "")));
            }
        }
        catch (Exception cause) when (IsFault(cause))
        {
            throw Faulty(path, cause);
        }
        return relations;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zip.Dispose();
        _stored.Dispose();
    }

    private string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step is "" or ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else throw Refusal.Damaged(File, new("dẫn tới một phần nằm ngoài tệp", "it refers to a part outside itself"));
        }
        return string.Join('/', steps);
    }
}
