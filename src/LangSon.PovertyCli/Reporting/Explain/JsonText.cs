using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LangSon.PovertyCli.Reporting.Explain;

/// <summary>Writes a JSON document as text, with LF line ends and numbers in their shortest form.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what <paramref name="fill"/> writes.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fill)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) fill(json);
        output.Write(Encoding.UTF8.GetString(bytes.ToArray()));
        output.Write('\n');
    }

    /// <summary>A number with full precision, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, decimal? value)
    {
        json.WritePropertyName(name);
        if (value is { } number) json.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
        else json.WriteNullValue();
    }

    /// <summary>An object.</summary>
    public static void Object(this Utf8JsonWriter json, string name, Action fill)
    {
        json.WriteStartObject(name);
        fill();
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> fill)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fill(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
