using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Docs;

/// <summary>docs/input.md says what files may look like.</summary>
public sealed class InputPageTests
{
    private const string Page = "docs/input.md";
    private const string Folder = "src/LangSon.Poverty/Households";

    [Fact]
    public void It_lists_every_column_with_its_headers()
    {
        var data = Json("columns.json");
        var rows = data.Find("columns")!.Items.Select(column => new[]
        {
            $"`{column.Find("name")!.AsText()}`",
            string.Join(" · ", column.Find("aliases")!.Items.Select(alias => alias.AsText())),
            column.Find("personal") is null ? "" : "không in ra thông báo · never in messages",
        });
        Pages.SameBlock(Page, $"columns of {Folder}/columns.json",
            Pages.Table(["cột · column", "tiêu đề khác · other headers", ""], rows)
            + $"\nBỏ qua, không cảnh báo · passed over in silence: {Words(data.Find("ignored")!)}.\n"
            + $"\nDòng tổng bắt đầu bằng · rows of totals say: {Words(data.Find("totals")!)}.\n");
    }

    [Fact]
    public void It_lists_every_word()
    {
        var titles = new Dictionary<string, string>
        {
            ["settlement"] = "`settlement`",
            ["sex"] = "`head_sex`",
            ["flag"] = "chỉ số, `disabled` · indicators, `disabled`",
            ["class"] = "`recognised_class`, `reported_class`",
            ["status"] = "`previous_status`",
            ["because"] = "`left_because`, `entered_because`",
        };
        var rows = Json("words.json").Members.SelectMany(list => list.Value.Members.Select(meaning =>
            new[] { titles[list.Name], $"`{meaning.Name}`", Words(meaning.Value) }));
        Pages.SameBlock(Page, $"words of {Folder}/words.json", Pages.Table(["cột · column", "nghĩa · meaning", "từ · words"], rows));
    }

    [Fact]
    public void It_names_every_encoding() =>
        Assert.All(TextEncodings.Names, name => Assert.Contains($"`{name}`", Pages.Read(Page), StringComparison.Ordinal));

    [Fact]
    public void It_states_the_limits_of_compressed_files()
    {
        foreach (var limit in new[] { SafetyLimits.Default.TotalBytes, SafetyLimits.Default.PartBytes })
            Assert.Equal(2, Pages.Read(Page).Split(SafetyLimits.Words(limit).En).Length - 1);
    }

    private static string Words(JsonPart list) => string.Join(" · ", list.Items.Select(word => word.AsText()));

    private static JsonPart Json(string name) => JsonPart.Read(File.ReadAllBytes(Path.Combine(Repository.Root, Folder, name)));
}
