using System.Text.Json;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Tests.RunFile;

/// <summary>The shipped JSON Schema says what the reader does.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = Read();

    [Fact]
    public void Its_keys_are_the_keys_that_the_reader_accepts()
    {
        AssertKeys(RunFileReader.Keys, Schema);
        AssertKeys(RoundReader.Keys, Definition("round"));
        AssertKeys(RoundReader.GroupKeys, Definition("group"));
        AssertKeys(RoundReader.TableKeys, Definition("table"));
        AssertKeys(LayoutReader.ColumnKeys, Definition("column"));
        AssertKeys(RunFileReader.FindingKeys, Definition("finding"));
        AssertKeys(RunFileReader.LimitKeys, Definition("limits"));
        AssertKeys(RunFileReader.SubmissionKeys, Definition("submissions"));
        Assert.Equal(RunFileReader.GroupWords, Schema.GetProperty("properties").GetProperty("groups").GetProperty("items").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public void Every_key_is_described()
    {
        foreach (var owner in new[] { Schema, Definition("round") })
            foreach (var key in owner.GetProperty("properties").EnumerateObject())
                Assert.True(key.Value.TryGetProperty("description", out _) || key.Value.TryGetProperty("$ref", out _), key.Name);
    }

    [Fact]
    public void Every_reference_has_a_definition()
    {
        foreach (var part in Schema.GetRawText().Split("\"#/$defs/").Skip(1))
            Assert.True(Schema.GetProperty("$defs").TryGetProperty(part[..part.IndexOf('"', StringComparison.Ordinal)], out _), part);
    }

    [Fact]
    public void It_lies_beside_the_program_too() =>
        Assert.Equal(Schema.GetRawText(), JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "poverty.schema.json"))).RootElement.GetRawText());

    private static void AssertKeys(IEnumerable<string> keys, JsonElement schema)
    {
        Assert.Equal(keys.Order(StringComparer.Ordinal), schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Read()
    {
        using var stream = typeof(RunPlan).Assembly.GetManifestResourceStream("poverty.schema.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
