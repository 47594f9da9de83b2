using System.Text.Json;

namespace LangSon.PovertyCli.Tests.Starting;

/// <summary>Checks JSON against a schema, as far as poverty.schema.json uses the language of schemas.</summary>
internal static class JsonSchema
{
    private static readonly string[] Known =
    [
        "$schema", "$defs", "$ref", "title", "description", "default", "type", "properties", "additionalProperties", "propertyNames", "required", "minProperties",
        "items", "minItems", "uniqueItems", "enum", "const", "anyOf", "minLength", "minimum", "maximum", "exclusiveMinimum", "pattern", "format",
    ];

    /// <summary>What a value breaks; nothing when it is as asked.</summary>
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonElement? root = null, string path = "$")
    {
        var top = root ?? schema;
        if (schema.ValueKind == JsonValueKind.False) return [$"{path}: not allowed"];
        if (schema.ValueKind == JsonValueKind.True) return [];
        var faults = schema.EnumerateObject().Select(rule => rule.Name).Except(Known).Select(rule => $"the test does not know the rule {rule}").ToList();
        if (schema.TryGetProperty("$ref", out var name)) faults.AddRange(Faults(value, top.GetProperty("$defs").GetProperty(name.GetString()!.Split('/')[^1]), top, path));
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(word => Is(value, word))) return [.. faults, $"{path}: not {type}"];
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))) faults.Add($"{path}: not one of {words}");
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value)) faults.Add($"{path}: not {only}");
        if (schema.TryGetProperty("anyOf", out var several) && !several.EnumerateArray().Any(one => !Faults(value, one, top, path).Any())) faults.Add($"{path}: none of anyOf");
        if (schema.TryGetProperty("minLength", out var length) && value.GetString()!.Length < length.GetInt32()) faults.Add($"{path}: too short");
        if (schema.TryGetProperty("minimum", out var least) && value.ValueKind == JsonValueKind.Number && value.GetDecimal() < least.GetDecimal()) faults.Add($"{path}: below {least}");
        if (schema.TryGetProperty("maximum", out var most) && value.ValueKind == JsonValueKind.Number && value.GetDecimal() > most.GetDecimal()) faults.Add($"{path}: above {most}");
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (schema.TryGetProperty("minItems", out var fewest) && value.GetArrayLength() < fewest.GetInt32()) faults.Add($"{path}: too few");
            if (schema.TryGetProperty("items", out var items)) faults.AddRange(value.EnumerateArray().SelectMany((item, i) => Faults(item, items, top, $"{path}[{i}]")));
        }
        if (value.ValueKind == JsonValueKind.Object) faults.AddRange(Members(value, schema, top, path));
        return faults;
    }

    private static IEnumerable<string> Members(JsonElement value, JsonElement schema, JsonElement top, string path)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var key in required.EnumerateArray().Where(key => !value.TryGetProperty(key.GetString()!, out _))) yield return $"{path}: {key} is missing";
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own))
                foreach (var fault in Faults(member.Value, own, top, $"{path}.{member.Name}")) yield return fault;
            else if (schema.TryGetProperty("additionalProperties", out var other))
                foreach (var fault in Faults(member.Value, other, top, $"{path}.{member.Name}")) yield return fault;
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(word => word.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
