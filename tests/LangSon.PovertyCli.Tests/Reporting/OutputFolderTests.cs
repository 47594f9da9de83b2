using System.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Reporting;

/// <summary>What was in the target before, and what is in it after.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_folder_appears_as_a_whole()
    {
        using (var output = Open())
        {
            Write(output, "results.csv", "1");
            Assert.False(Directory.Exists(_folder["out"]));
            output.Commit();
        }
        Assert.Equal(["out"], _folder.Entries());
        Assert.Equal("1", File.ReadAllText(_folder["out/results.csv"]));
    }

    [Fact]
    public void Missing_folders_above_are_made()
    {
        using (var output = Open("a/b/out")) output.Commit();
        Assert.True(Directory.Exists(_folder["a/b/out"]));
    }

    [Fact]
    public void An_empty_folder_is_used()
    {
        Directory.CreateDirectory(_folder["out"]);
        Run("new");
        Assert.Equal("new", Content());
        Assert.Equal(["out"], _folder.Entries());
    }

    [Fact]
    public void A_former_run_is_replaced_as_a_whole()
    {
        Run("old", "only-then.csv");
        Run("new");
        Assert.Equal("new", Content());
        Assert.Equal(["results.csv", "run.json"], Names());
        Assert.Equal(["out"], _folder.Entries());
    }

    [Fact]
    public void Outputs_that_are_not_committed_leave_nothing()
    {
        Run("old");
        using (var output = Open()) Write(output, "results.csv", "new");
        Assert.Equal("old", Content());
        Assert.Equal(["out"], _folder.Entries());
    }

    [Theory]
    [InlineData("results.csv", "edited")]
    [InlineData("notes.txt", "added")]
    [InlineData("sub/notes.txt", "added below")]
    public void A_run_changed_by_hand_is_refused_and_replaced_only_by_force(string name, string text)
    {
        Run("old");
        _folder.Write("out/" + name, text);
        Refused("holds a run that was changed by hand");
        Assert.Equal(text, File.ReadAllText(_folder["out/" + name]));
        Run("new", force: true);
        Assert.Equal(["results.csv", "run.json"], Names());
    }

    [Fact]
    public void A_run_with_a_file_removed_or_a_folder_added_was_changed_by_hand()
    {
        Run("old");
        File.Delete(_folder["out/results.csv"]);
        Refused("holds a run that was changed by hand");
        Run("new", force: true);
        Directory.CreateDirectory(_folder["out/empty"]);
        Refused("holds a run that was changed by hand");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_approved_run_is_never_replaced(bool force)
    {
        Run("old");
        _folder.Write("out/official.csv", "approved");
        Refused("holds an approved run (official.csv); it is never replaced", force);
        Assert.Equal("old", Content());
    }

    [Theory]
    [InlineData("letter.docx", "dear")]
    [InlineData("run.json", "{}")]
    [InlineData("run.json", "not json")]
    [InlineData("run.json", """{ "schemaVersion": 1, "tool": "other", "outputs": [] }""")]
    [InlineData("official.csv", "")]
    public void A_foreign_folder_is_never_replaced(string name, string text)
    {
        _folder.Write("out/" + name, text);
        Refused("holds something that is not a run of this program");
        Refused("holds something that is not a run of this program", force: true);
        Assert.Equal(text, File.ReadAllText(_folder["out/" + name]));
        Assert.Equal(["out"], _folder.Entries());
    }

    [Fact]
    public void What_can_never_be_a_target_is_refused()
    {
        _folder.Write("file");
        Directory.CreateDirectory(_folder["real"]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);
        Directory.CreateSymbolicLink(_folder["dangling"], _folder["none"]);
        Refused("file is a file; name a folder", target: "file");
        Refused("link is a link; name the folder itself", target: "link");
        Refused("link/ is a link; name the folder itself", target: "link/");
        Refused("dangling is a link; name the folder itself", target: "dangling");
        Refused("/ is the root of a file system; name a folder in it", target: "/");
        Refused("--out needs a folder", target: "");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["real"]));
    }

    [Fact]
    public void A_folder_that_inputs_lie_in_is_refused()
    {
        var refused = Assert.Throws<ExitException>(() => OutputTarget.Of("data", _folder.Path, [_folder["data/2022/h.csv"]]));
        Assert.Equal((ExitCode.Usage, "data holds the input 2022/h.csv; choose another folder for the outputs (PV9007)"), (refused.Code, refused.Message));
        OutputTarget.Of("data", _folder.Path, [_folder["database/h.csv"]]);
    }

    [Fact]
    public void A_folder_that_another_run_writes_is_exit_6()
    {
        using var first = Open();
        var refused = Assert.Throws<ExitException>(() => Open());
        Assert.Equal((ExitCode.Locked, "another run is writing out; wait for it to end, or use --wait SECONDS"), (refused.Code, refused.Message));
        Write(first, "results.csv", "1");
        first.Commit();
    }

    [Fact]
    public async Task A_run_may_wait_for_the_other()
    {
        var first = Open();
        var second = Task.Run(() => OutputFolder.Open(Target(), force: false, TimeSpan.FromSeconds(20), CancellationToken.None));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        first.Dispose();
        using var output = await second;
        output.Commit();
    }

    [Fact]
    public async Task Waiting_ends_with_the_program()
    {
        using var first = Open();
        using var stop = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => OutputFolder.Open(Target(), force: false, TimeSpan.FromSeconds(60), stop.Token)));
    }

    [Fact]
    public void Leftovers_of_killed_runs_are_removed_and_those_of_others_are_not()
    {
        Run("old");
        _folder.Write(".out.tmp-0123456789abcdef/results.csv", "half");
        _folder.Write(".out.old-0123456789abcdef/results.csv", "older");
        _folder.Write(".out.lock");
        _folder.Write(".out.tmp-mine/letter.docx");
        _folder.Write(".out2.tmp-0123456789abcdef/results.csv");
        Run("new");
        Assert.Equal([".out.tmp-mine", ".out2.tmp-0123456789abcdef", "out"], _folder.Entries());
        Assert.Equal("new", Content());
    }

    [Fact]
    public void A_run_killed_between_its_two_renames_is_undone()
    {
        Run("old");
        Directory.Move(_folder["out"], _folder[".out.old-0123456789abcdef"]);
        using (Open()) Assert.Equal("old", Content());
        Assert.Equal(["out"], _folder.Entries());
    }

    [Fact]
    public void A_failed_switch_leaves_the_old_run()
    {
        Run("old");
        using (var output = Open())
        {
            Write(output, "results.csv", "new");
            Directory.Delete(Directory.GetDirectories(_folder.Path, ".out.tmp-*").Single(), recursive: true);
            var failed = Assert.Throws<ExitException>(output.Commit);
            Assert.Equal(ExitCode.Output, failed.Code);
            Assert.StartsWith("cannot write out: ", failed.Message, StringComparison.Ordinal);
        }
        Assert.Equal("old", Content());
        Assert.Equal(["out"], _folder.Entries());
    }

    [Fact]
    public void A_target_that_was_changed_meanwhile_is_not_replaced()
    {
        using var output = Open();
        _folder.Write("out/letter.docx", "dear");
        Assert.Equal(ExitCode.Output, Assert.Throws<ExitException>(output.Commit).Code);
        Assert.Equal("dear", File.ReadAllText(_folder["out/letter.docx"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_exit_5_before_any_output()
    {
        if (!OperatingSystem.IsLinux()) return;
        var failed = Assert.Throws<ExitException>(() => Open("/proc/out"));
        Assert.Equal(ExitCode.Output, failed.Code);
        Assert.StartsWith("cannot write /proc/out: ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_names_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using (var output = Open())
        {
            var temporary = Directory.GetDirectories(_folder.Path, ".out.tmp-*").Single();
            Assert.Equal("rwx------", Mode(temporary));
            output.Create("rejected.csv", holdsNames: true).Dispose();
            output.Create("results.csv").Dispose();
            output.Commit();
        }
        Assert.Equal("rw-------", Mode(_folder["out/rejected.csv"]));
        Assert.Equal("rw-r--r--", Mode(_folder["out/results.csv"]));
        Assert.Equal(Mode(Directory.CreateDirectory(_folder["usual"]).FullName), Mode(_folder["out"]));

        static string Mode(string path)
        {
            var mode = (int)File.GetUnixFileMode(path);
            return string.Concat(Enumerable.Range(0, 9).Select(bit => (mode >> (8 - bit) & 1) == 1 ? "rwx"[bit % 3] : '-'));
        }
    }

    [Fact]
    public void What_was_written_is_listed_with_size_and_hash()
    {
        using var output = Open();
        Write(output, "b.csv", "abc");
        Write(output, "a.csv", "");
        Assert.Equal(
        [
            new WrittenFile("a.csv", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            new WrittenFile("b.csv", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ], output.Written());
    }

    private OutputTarget Target(string typed = "out") => OutputTarget.Of(typed, _folder.Path, []);

    private OutputFolder Open(string typed = "out", bool force = false) => OutputFolder.Open(Target(typed), force, TimeSpan.Zero, CancellationToken.None);

    private void Refused(string reason, bool force = false, string target = "out")
    {
        var refused = Assert.Throws<ExitException>(() => Open(target, force).Dispose());
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A whole run: results, other files, and the run.json that lists them.</summary>
    private void Run(string results, string? other = null, bool force = false)
    {
        using var output = Open(force: force);
        Write(output, "results.csv", results);
        if (other is not null) Write(output, other, "");
        var outputs = output.Written().Select(file => $$"""{ "path": "{{file.Path}}", "bytes": {{file.Bytes}}, "sha256": "{{file.Sha256}}" }""");
        Write(output, "run.json", $$"""{ "schemaVersion": 1, "tool": { "name": "poverty", "version": "0" }, "outputs": [{{string.Join(',', outputs)}}] }""");
        output.Commit();
    }

    private static void Write(OutputFolder output, string name, string text)
    {
        using var file = output.Create(name);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Content() => File.ReadAllText(_folder["out/results.csv"]);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder["out"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
