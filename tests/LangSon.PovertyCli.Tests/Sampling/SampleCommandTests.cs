using System.CommandLine;
using System.IO.Compression;
using LangSon.PovertyCli.Commands;

namespace LangSon.PovertyCli.Tests.Sampling;

public sealed class SampleCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("poverty-sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_others()
    {
        Run("one", "--households 400 --seed 5 --as csv,xlsx");
        Run("two/one", "--households 400 --seed 5 --as csv,xlsx");
        Run("three/one", "--households 400 --seed 6 --as csv,xlsx");
        Assert.Equal(Files("one"), Files("two/one"));
        foreach (var file in Files("one"))
            Assert.Equal(File.ReadAllBytes(At("one", file)), File.ReadAllBytes(At("two/one", file)));
        Assert.NotEqual(File.ReadAllBytes(At("one", "households-2022.csv")), File.ReadAllBytes(At("three/one", "households-2022.csv")));
    }

    [Theory]
    [InlineData("lang-son", "--households 6000 --years 2022,2023 --seed 2023 --form census --as csv,xlsx")]
    [InlineData("lang-son-review", "--households 6000 --years 2022,2023 --seed 2023 --form reviewed --as csv")]
    public void The_committed_samples_are_what_the_command_makes(string name, string arguments)
    {
        Run(name, arguments);
        var committed = Path.Combine(AppContext.BaseDirectory, "samples", name);
        Assert.Equal(Directory.GetFiles(committed).Select(Path.GetFileName).Order(StringComparer.Ordinal), Files(name));
        foreach (var file in Files(name))
        {
            if (!file.EndsWith(".xlsx", StringComparison.Ordinal)) Assert.Equal(File.ReadAllBytes(Path.Combine(committed, file)), File.ReadAllBytes(At(name, file)));
            // How a part is compressed may differ with the processor and the runtime: here the parts themselves are compared.
            else Assert.Equal(Parts(Path.Combine(committed, file)), Parts(At(name, file)));
        }
        Assert.Contains($"poverty sample {arguments} --out {name}", File.ReadAllText(At(name, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone_unless_forced()
    {
        Run("out", "--households 100 --seed 1");
        var before = File.ReadAllBytes(At("out", "households-2022.csv"));
        Run("out", "--households 100 --seed 2", ExitCode.Usage);
        Assert.Equal(before, File.ReadAllBytes(At("out", "households-2022.csv")));
        Run("out", "--households 100 --seed 2 --force");
        Assert.NotEqual(before, File.ReadAllBytes(At("out", "households-2022.csv")));
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Files_that_samples_do_not_have_are_never_replaced()
    {
        Directory.CreateDirectory(At("mine", ""));
        File.WriteAllText(At("mine", "letters.txt"), "x");
        Run("mine", "--households 100 --force", ExitCode.Usage);
        Assert.True(File.Exists(At("mine", "letters.txt")));
    }

    [Theory]
    [InlineData("--households 0")]
    [InlineData("--households 10 --years 2015")]
    [InlineData("--households 10 --years 2031")]
    [InlineData("--households 10 --years 2022,2022")]
    [InlineData("--households 10 --years soon")]
    [InlineData("--households 10 --as docx")]
    [InlineData("--households 10 --as csv,xlsx,csv")]
    [InlineData("--households 1000000 --as xlsx")]
    public void Wrong_wishes_are_refused_and_nothing_is_written(string arguments)
    {
        Run("out", arguments, ExitCode.Usage);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_trial_writes_nothing()
    {
        Run("out", "--households 10 --dry-run");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        var failure = Assert.Throws<ExitException>(() => Run("file/below", "--households 10"));
        Assert.Equal(ExitCode.Output, failure.Code);
        Assert.Contains(Path.Combine(_folder, "file", "below"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_lie_beside_the_years_of_the_plan_only()
    {
        Run("plan", "--households 1000");
        Run("other", "--households 1000 --years 2024,2025");
        Assert.Contains("fell-back,province,,fell_back,level,<=,5,2023,2022,", File.ReadAllText(At("plan", "targets.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain("targets.csv", Files("other"));
        Assert.DoesNotContain("targets", File.ReadAllText(At("other", "poverty.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Years_before_the_first_list_of_communes_take_their_areas_from_the_data()
    {
        Run("old", "--households 500 --years 2017");
        Assert.Contains("\"areas\": \"data\"", File.ReadAllText(At("old", "poverty.json")), StringComparison.Ordinal);
    }

    private string At(string folder, string file) => Path.Combine(_folder, folder, file);

    private List<string> Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(_folder, folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private void Run(string folder, string arguments, ExitCode expected = ExitCode.Done)
    {
        var error = new StringWriter();
        var code = Root.Build(SampleCommand.Create()).Parse(["sample", .. arguments.Split(' '), "--out", Path.Combine(_folder, folder), "--lang", "en"])
            .Invoke(new InvocationConfiguration { Error = error, EnableDefaultExceptionHandler = false });
        Assert.True((int)expected == code, $"{code}: {error}");
    }

    private static List<(string Name, string Text)> Parts(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return (entry.FullName, reader.ReadToEnd());
        })];
    }
}
