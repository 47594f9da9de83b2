using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Starting;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Starting;

/// <summary>What poverty init writes, for every year that it can be asked for.</summary>
public sealed partial class StartingFolderTests
{
    /// <summary>Every year.</summary>
    public static TheoryData<int> Years => [.. Review.Years];

    [Fact]
    public void A_folder_can_be_made_for_every_year_whose_units_and_law_are_known() => Assert.Equal(Enumerable.Range(2021, 10), Review.Years);

    [Theory]
    [MemberData(nameof(Years))]
    public void In_every_year_nothing_is_found_and_every_target_is_met(int year)
    {
        using var folder = new TemporaryFolder();
        StartingFolder.Write(StartingFolder.Files(Review.Of(year)!, Language.Vietnamese), folder.Path);
        var run = MemoryRun.Of(folder.Path, "poverty.json");
        Assert.Equal("", run.Codes);
        Assert.NotEmpty(run.Report!.Targets);
        Assert.All(run.Report.Targets, target => Assert.Equal(Verdict.Met, target.Verdict));
        Assert.Equal(ExitCode.Done, run.Report.ExitCode);
        Assert.InRange(run.Households(0).Count + run.Households(1).Count, 80, 160);
        // Both sheets of both forms are read.
        Assert.InRange(run.Rows().Accepted, 400, 700);
    }

    [Fact]
    public void Between_two_standards_only_levels_are_asked_for_and_the_run_file_says_why()
    {
        var review = Review.Of(2027)!;
        Assert.False(review.IsComparable);
        Assert.All(Text(review, "targets.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains(",level,", line, StringComparison.Ordinal));
        Assert.Contains("// 2026 theo chuẩn vn-2022, 2027 theo chuẩn vn-2027", Text(review, "poverty.json"), StringComparison.Ordinal);
        Assert.Contains("// 2026 is judged by vn-2022, 2027 by vn-2027", Text(review, "poverty.json", Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("PV8008", Text(Review.Of(2026)!, "poverty.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_targets_of_2023_are_those_of_the_plan()
    {
        var sample = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "samples/lang-son/targets.csv")).Skip(1).Select(Fields).ToArray();
        var own = Text(Review.Of(2023)!, "targets.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Fields).ToArray();
        Assert.Equal(sample.Select(fields => string.Join(',', fields[..6])), own.Select(fields => string.Join(',', fields[..6])));
        // How many households a few are depends on how many there are.
        Assert.Equal(sample.Where(fields => fields[5] != "<=" || !Target.MovementMeasures.Contains(fields[3])).Select(fields => fields[6]),
            own.Where(fields => !Target.MovementMeasures.Contains(fields[3])).Select(fields => fields[6]));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_run_file_is_what_its_schema_asks_for(int year)
    {
        using var schema = JsonDocument.Parse(Bytes(Review.Of(year)!, "poverty.schema.json"));
        foreach (var language in Enum.GetValues<Language>())
        {
            using var file = JsonDocument.Parse(Bytes(Review.Of(year)!, "poverty.json", language), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            Assert.Empty(JsonSchema.Faults(file.RootElement, schema.RootElement));
        }
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void The_run_file_names_every_key_there_is(Language language)
    {
        var text = Text(Review.Of(2023)!, "poverty.json", language);
        Assert.All(RunFileReader.Keys.Concat(RoundReader.Keys).Append("inflatedMiB"), key => Assert.Contains($"\"{key}\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_run_file_can_be_read_with_all_that_its_comments_offer()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var text = Text(Review.Of(2023)!, "poverty.json", language);
            var offered = Offer().Matches(text).Select(match => match.Groups[1].Value.Trim().TrimEnd(',')).ToArray();
            Assert.True(offered.Length >= 12, $"{offered.Length}");
            using var schema = JsonDocument.Parse(Bytes(Review.Of(2023)!, "poverty.schema.json"));
            foreach (var offer in offered)
            {
                using var keys = JsonDocument.Parse($"{{ {offer} }}");
                var first = keys.RootElement.EnumerateObject().First().Name;
                var owner = RunFileReader.Keys.Contains(first) ? schema.RootElement : schema.RootElement.GetProperty("$defs").GetProperty("round");
                Assert.All(keys.RootElement.EnumerateObject(), key => Assert.Empty(JsonSchema.Faults(key.Value, owner.GetProperty("properties").GetProperty(key.Name), schema.RootElement)));
            }
        }
    }

    [Fact]
    public void The_files_are_the_same_every_time()
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (var (one, two) in StartingFolder.Files(Review.Of(2026)!, language).Zip(StartingFolder.Files(Review.Of(2026)!, language)))
                Assert.Equal(one.Content(), two.Content());
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    [InlineData(2027)]
    public void Both_languages_are_complete(int year)
    {
        var review = Review.Of(year)!;
        var (vietnamese, english) = (StartingFolder.Files(review, Language.Vietnamese), StartingFolder.Files(review, Language.English));
        Assert.Equal(vietnamese.Select(file => file.Name), english.Select(file => file.Name));
        foreach (var (vi, en) in vietnamese.Zip(english).Where(pair => !pair.First.Name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            var texts = new[] { vi, en }.Select(file => Encoding.UTF8.GetString(file.Content())).ToArray();
            Assert.All(texts, text => Assert.DoesNotMatch(@"\$[A-Z_]+\$|\[other", text));
            Assert.Equal(texts[0].Count(letter => letter == '\n'), texts[1].Count(letter => letter == '\n'));
            if (vi.Name is "register.csv" or "poverty.schema.json") Assert.Equal(texts[0], texts[1]);
            else Assert.NotEqual(texts[0], texts[1]);
        }
        Assert.All(vietnamese, file => Assert.True(file.Name.All(char.IsAscii)));
    }

    [Fact]
    public void The_readme_names_every_file_and_the_three_commands()
    {
        var text = Text(Review.Of(2027)!, "README.txt");
        Assert.All(StartingFolder.Files(Review.Of(2027)!, Language.Vietnamese), file => Assert.Contains($"  {file.Name} ", text, StringComparison.Ordinal));
        Assert.All(new[] { "poverty validate .", "poverty run .", "poverty check ." }, command => Assert.Contains(command, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    public async Task The_cron_line_mails_what_is_no_result(int code, bool mails)
    {
        using var folder = new TemporaryFolder();
        var line = Text(Review.Of(2023)!, "poverty.cron").Split('\n').Single(line => line.StartsWith("30 1 * * * ", StringComparison.Ordinal))["30 1 * * * ".Length..];
        Assert.DoesNotContain('%', line);
        folder.Write("line.sh", $"FOLDER='{folder.Path}'\npoverty() {{ echo ran; return {code}; }}\n{line}\n");
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", [folder["line.sh"]]) { RedirectStandardOutput = true })!;
        var mail = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(mails, mail.Contains($" {code},", StringComparison.Ordinal));
        Assert.Equal(mails, mail.Length > 0);
        Assert.Equal($"ran\nexit code {code}\n", File.ReadAllText(folder["run.log"]));
    }

    [Fact]
    public void Systemd_takes_a_missed_target_for_a_result()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Contains($"\nSuccessExitStatus={(int)ExitCode.TargetMissed}\n", Text(Review.Of(2023)!, "poverty.service", language), StringComparison.Ordinal);
            Assert.Contains("\nOnCalendar=", Text(Review.Of(2023)!, "poverty.timer", language), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Examples_are_of_every_class_and_no_class_differs_from_the_rules()
    {
        var review = Review.Of(2023)!;
        var classes = ExampleHouseholds.Of(review, review.Now).Households.Select(row => row["recognised_class"]).ToHashSet();
        Assert.Superset(new HashSet<string> { PovertyClass.Poor.Word(), PovertyClass.NearPoor.Word(), PovertyClass.Average.Word(), PovertyClass.NonPoor.Word() }, classes);
    }

    private static byte[] Bytes(Review review, string name, Language language = Language.Vietnamese) =>
        StartingFolder.Files(review, language).Single(file => file.Name == name).Content();

    private static string Text(Review review, string name, Language language = Language.Vietnamese) =>
        Encoding.UTF8.GetString(Bytes(review, name, language)).TrimStart('\uFEFF');

    private static string[] Fields(string line) => line.Split(',', 8);

    /// <summary>A key in a comment, with its value, up to the explanation beside it.</summary>
    [GeneratedRegex(@"(?m)^ *// (""[a-zA-Z_]+"": .*?)(?:   .*)?$")]
    private static partial Regex Offer();
}
