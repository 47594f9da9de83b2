using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LangSon.Poverty.Text;

/// <summary>Something wrong in a JSON file that a person wrote, with the place to mend.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">The path, such as <c>$.income.poor.rural[0].value</c>.</param>
/// <param name="Reason">What is wrong and what was expected, in one sentence.</param>
public sealed record JsonFault(long Line, string Path, Phrase Reason);

/// <summary>
/// A value of a JSON document (comments and trailing commas allowed) that knows its line and path, so that every
/// complaint about it can say where it stands. Reads never fail: what is missing or of another kind is reported to the
/// document's list of faults and a neutral value is returned, so that one pass finds all that is wrong.
/// </summary>
public sealed class JsonPart
{
    private readonly List<JsonFault> _faults;
    private readonly List<(string Name, JsonPart Value)> _members = [];
    private readonly List<JsonPart> _items = [];
    private readonly string? _text;

    private JsonPart(JsonValueKind kind, string path, long line, string? text, List<JsonFault> faults)
    {
        (Kind, Path, Line, _text, _faults) = (kind, path, line, text, faults);
    }

    /// <summary>What kind of value stands here.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>The path from the root, which is <c>$</c>.</summary>
    public string Path { get; }

    /// <summary>The line where the value begins, from 1.</summary>
    public long Line { get; }

    /// <summary>The members of an object in file order; empty for other kinds.</summary>
    public IReadOnlyList<(string Name, JsonPart Value)> Members => _members;

    /// <summary>The items of an array in file order; empty for other kinds.</summary>
    public IReadOnlyList<JsonPart> Items => _items;

    /// <summary>Everything wrong in the document so far, in the order found.</summary>
    public IReadOnlyList<JsonFault> Faults => _faults;

    /// <summary>
    /// Reads a whole document. A document that is not JSON gives an empty object and one fault; duplicate keys are faults.
    /// </summary>
    public static JsonPart Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new List<JsonFault>();
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var lines = new LineCounter(utf8);
        if (!Utf8.IsValid(utf8))
        {
            faults.Add(new JsonFault(1, "$", new("không phải JSON hợp lệ: văn bản không phải UTF-8", "not valid JSON: the text is not UTF-8")));
            return new JsonPart(JsonValueKind.Object, "$", 1, null, faults);
        }
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, "$", ref lines, faults);
            if (reader.Read()) faults.Add(new JsonFault(lines.At(reader.TokenStartIndex), "$", new("có văn bản sau khi tài liệu đã kết thúc", "text after the end of the document")));
            return root;
        }
        catch (JsonException error)
        {
            var reason = error.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            faults.Add(new JsonFault((error.LineNumber ?? 0) + 1, error.Path ?? "$", new($"không phải JSON hợp lệ: {reason}", $"not valid JSON: {reason}")));
            return new JsonPart(JsonValueKind.Object, "$", 1, null, faults);
        }
    }

    /// <summary>The member of that name, or null; never a fault.</summary>
    public JsonPart? Find(string name)
    {
        foreach (var (member, value) in _members)
            if (member == name)
                return value.Kind == JsonValueKind.Null ? null : value;
        return null;
    }

    /// <summary>The member of that name; its absence is a fault and gives null.</summary>
    public JsonPart? Require(string name)
    {
        var part = Find(name);
        if (part is null && Is(JsonValueKind.Object)) Fault(new($"thiếu \"{name}\"", $"\"{name}\" is missing"));
        return part;
    }

    /// <summary>Reports every member whose name is not among <paramref name="names"/>, with the nearest that is.</summary>
    public void OnlyKeys(params ReadOnlySpan<string> names)
    {
        if (!Is(JsonValueKind.Object)) return;
        var known = names.ToArray();
        foreach (var (name, value) in _members)
        {
            if (known.Contains(name)) continue;
            value.Fault(new Phrase($"không có khóa nào tên \"{name}\"", $"unknown key \"{name}\"").With(Nearest.Hint(Nearest.To(name, known))));
        }
    }

    /// <summary>The text of a string; another kind is a fault and gives an empty text.</summary>
    public string AsText()
    {
        if (Kind == JsonValueKind.String) return _text!;
        Expected(new("văn bản", "a text"));
        return "";
    }

    /// <summary>The text of a string, number or boolean as written; another kind is a fault.</summary>
    public string AsScalar()
    {
        if (Kind is JsonValueKind.String or JsonValueKind.Number) return _text!;
        if (Kind is JsonValueKind.True or JsonValueKind.False) return Kind == JsonValueKind.True ? "true" : "false";
        Expected(new("văn bản hoặc số", "a text or a number"));
        return "";
    }

    /// <summary>The exact decimal value of a number; another kind is a fault and gives 0.</summary>
    public decimal AsNumber()
    {
        if (Kind == JsonValueKind.Number && decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        Expected(new("số", "a number"));
        return 0;
    }

    /// <summary>A whole number within bounds, both included; anything else is a fault and gives the lower bound.</summary>
    public int AsWhole(int min, int max)
    {
        if (Kind == JsonValueKind.Number && int.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max) return value;
        Expected(new($"số nguyên từ {min} đến {max}", $"a whole number from {min} to {max}"));
        return min;
    }

    /// <summary>True or false; another kind is a fault and gives false.</summary>
    public bool AsFlag()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False) return Kind == JsonValueKind.True;
        Expected(new("true hoặc false", "true or false"));
        return false;
    }

    /// <summary>A day written yyyy-MM-dd; anything else is a fault and gives the first day of the calendar.</summary>
    public DateOnly AsDay()
    {
        if (Kind == JsonValueKind.String
            && DateOnly.TryParseExact(_text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Expected(new("ngày như \"2022-12-14\"", "a day such as \"2022-12-14\""));
        return DateOnly.MinValue;
    }

    /// <summary>One of the words given; anything else is a fault with the nearest word and gives the first.</summary>
    public string AsOneOf(params ReadOnlySpan<string> words)
    {
        var known = words.ToArray();
        if (Kind == JsonValueKind.String && known.Contains(_text)) return _text!;
        var near = Kind == JsonValueKind.String ? Nearest.To(_text!, known) : null;
        var list = string.Join(", ", known);
        Fault(new Phrase($"phải là một trong các từ {list}", $"expected one of {list}").With(Nearest.Hint(near)));
        return known[0];
    }

    /// <summary>The items of an array; another kind is a fault and gives none.</summary>
    public IReadOnlyList<JsonPart> AsList()
    {
        if (Kind != JsonValueKind.Array) Expected(AList);
        return _items;
    }

    /// <summary>Whether this is an object; another kind is a fault.</summary>
    public bool AsObject() => Is(JsonValueKind.Object);

    /// <summary>Adds a complaint about this value.</summary>
    public void Fault(Phrase reason) => _faults.Add(new JsonFault(Line, Path, reason));

    private bool Is(JsonValueKind kind)
    {
        if (Kind == kind) return true;
        Expected(kind == JsonValueKind.Object ? new("đối tượng { … }", "an object { … }") : AList);
        return false;
    }

    private static Phrase AList => new("danh sách [ … ]", "a list [ … ]");

    private void Expected(Phrase what)
    {
        var found = Describe();
        Fault(new($"phải là {what.Vi}, nhưng lại là {found.Vi}", $"expected {what.En}, found {found.En}"));
    }

    private Phrase Describe() => Kind switch
    {
        JsonValueKind.String => new Phrase($"văn bản \"{_text}\"", $"the text \"{_text}\""),
        JsonValueKind.Number => new Phrase($"số {_text}", $"the number {_text}"),
        JsonValueKind.Object => new Phrase("đối tượng", "an object"),
        JsonValueKind.Array => new Phrase("danh sách", "a list"),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    private static JsonPart ReadValue(ref Utf8JsonReader reader, string path, ref LineCounter lines, List<JsonFault> faults)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var whole = new JsonPart(JsonValueKind.Object, path, line, null, faults);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.At(reader.TokenStartIndex);
                    reader.Read();
                    var value = ReadValue(ref reader, $"{path}.{name}", ref lines, faults);
                    if (whole._members.Exists(member => member.Name == name))
                        faults.Add(new JsonFault(nameLine, $"{path}.{name}", new($"\"{name}\" xuất hiện hai lần trong một đối tượng", $"\"{name}\" stands twice in one object")));
                    else
                        whole._members.Add((name, value));
                }
                return whole;
            case JsonTokenType.StartArray:
                var list = new JsonPart(JsonValueKind.Array, path, line, null, faults);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list._items.Add(ReadValue(ref reader, $"{path}[{list._items.Count}]", ref lines, faults));
                return list;
            case JsonTokenType.String:
                return new JsonPart(JsonValueKind.String, path, line, reader.GetString(), faults);
            case JsonTokenType.Number:
                return new JsonPart(JsonValueKind.Number, path, line, Encoding.UTF8.GetString(reader.ValueSpan), faults);
            case JsonTokenType.True:
                return new JsonPart(JsonValueKind.True, path, line, null, faults);
            case JsonTokenType.False:
                return new JsonPart(JsonValueKind.False, path, line, null, faults);
            default:
                return new JsonPart(JsonValueKind.Null, path, line, null, faults);
        }
    }

    /// <summary>Turns growing byte offsets into line numbers in one walk.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _at;
        private long _line = 1;

        public long At(long offset)
        {
            for (; _at < offset; _at++)
                if (_text[_at] == (byte)'\n')
                    _line++;
            return _line;
        }
    }
}
