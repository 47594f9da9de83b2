using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/run-file.md has every key of the schema, and an example that is read without a fault.</summary>
public sealed partial class RunFilePageTests
{
    private const string Page = "docs/run-file.md";
    private const string SchemaPath = "src/LangSon.PovertyCli/RunFile/poverty.schema.json";

    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, SchemaPath))).RootElement;

    [Fact]
    public void It_has_every_key_of_the_schema()
    {
        var page = new StringBuilder();
        Section(page, "Cả tệp · The whole file", Schema);
        Section(page, "Một kỳ trong `rounds` · A round", Definition("round"));
        Section(page, "Một nhóm tệp trong `households` · A group of files", Definition("group"));
        Section(page, "Bảng trong `register`, `counts` · A register or counts", Definition("table"));
        Section(page, "Một cột trong `columns` · A column", Definition("column"));
        Section(page, "Một mã trong `findings` · A finding", Definition("finding"));
        Section(page, "`limits`", Definition("limits"));
        Section(page, "`submissions`", Definition("submissions"));
        Pages.SameBlock(Page, $"keys of {SchemaPath}", page.ToString());
    }

    [Fact]
    public void Its_example_has_no_fault_but_the_files_that_are_not_there()
    {
        using var folder = new TemporaryFolder();
        folder.Touch("targets.csv", "register-2022.csv", "register-2023.csv", "2022/a.csv", "2023/mau-chung/a.csv", "2023/mau-rieng/a.xlsx");
        var faults = new RunFaults();
        var example = Example().Match(Pages.Read(Page)).Groups[1].Value;
        var plan = RunFileReader.Read(Encoding.UTF8.GetBytes(example), "poverty.json", folder.Path, new RunOverrides { CurrentFolder = folder.Path }, RunInputs.Context, faults);
        Assert.Empty(faults.Lines(Language.English));
        Assert.Equal(3, plan.AllFiles().Count(file => file.Name.StartsWith("202", StringComparison.Ordinal)));
    }

    private static void Section(StringBuilder page, string title, JsonElement owner)
    {
        page.Append(page.Length == 0 ? "" : "\n").Append("## ").Append(title).Append("\n\n");
        page.Append(Pages.Table(["khóa · key", "giá trị · value", "mặc định · default", ""], owner.GetProperty("properties").EnumerateObject()
            .Select(key => (key.Name, Value: key.Value, Aim: Resolve(key.Value)))
            .Select(key => new[] { $"`{key.Name}`", Kind(key.Aim), Default(key.Value, key.Aim), Described(key.Value, key.Aim) })));
    }

    private static string Described(JsonElement own, JsonElement aim) =>
        (own.TryGetProperty("description", out var text) || aim.TryGetProperty("description", out text)) ? text.GetString()! : "";

    private static string Default(JsonElement own, JsonElement aim) =>
        (own.TryGetProperty("default", out var value) || aim.TryGetProperty("default", out value)) ? $"`{value}`" : "";

    /// <summary>What may stand there, in a few words.</summary>
    private static string Kind(JsonElement schema)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("const", out var only)) return $"`{only}`";
        if (schema.TryGetProperty("enum", out var words)) return string.Join(", ", words.EnumerateArray().Where(word => word.ValueKind != JsonValueKind.Null).Select(word => $"`{word}`"));
        if (schema.TryGetProperty("anyOf", out var several) && !schema.TryGetProperty("type", out _)) return string.Join(" / ", several.EnumerateArray().Select(Kind).Distinct());
        var types = schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(word => word.GetString()!) : [type.GetString()!]
            : [];
        return string.Join(" / ", types.Where(word => word != "null").Select(word => word switch
        {
            "array" => $"list of {Kind(schema.GetProperty("items"))}",
            "integer" => schema.TryGetProperty("minimum", out var least) ? $"{least}–{schema.GetProperty("maximum")}" : "whole number",
            "object" => "object",
            "string" => "text",
            _ => word,
        }));
    }

    private static JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var name) ? Definition(name.GetString()!.Split('/')[^1]) : schema;

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
