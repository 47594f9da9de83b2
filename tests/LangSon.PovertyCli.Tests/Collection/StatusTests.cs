using System.Text;
using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>Damaged files, what came of every file, and what changed in those sent twice, through the program itself.</summary>
public sealed class StatusTests
{
    private static readonly string[] NoTimes = ["--timestamp", "none", "--no-workbook", "--no-report"];

    [Fact]
    public async Task Without_a_word_a_damaged_file_stops_the_run_and_all_of_them_are_named()
    {
        using var folder = Damaged();
        var outcome = await Binary.RunAsync(["run", ".", "--out", "out"], folder.Path);
        Assert.Equal(4, outcome.ExitCode);
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.Contains("2023/05974.csv", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("2023/06043.csv", outcome.ErrorLines[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task With_skip_bad_files_the_others_give_the_result_that_they_give_alone()
    {
        using var folder = Damaged();
        var outcome = await Binary.RunAsync(["run", ".", "--skip-bad-files", "--lang", "en", "--out", "out", .. NoTimes], folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.Contains("Round 2023 is not complete: 2 of 4 communes lacking (05974 Xã Tam Thanh, 06043 Xã Tam Thanh)", outcome.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Exit code 1: 2 files could not be used and are left out", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2023,2023,vn-2022,province,20,Tỉnh Lạng Sơn,all,poor_rate,,,10,2,20,percent,0,0,10,10,20,,,,,not complete: 2 of 4 communes lacking", folder.Read("out/results.csv"), StringComparison.Ordinal);
        Assert.Contains("\"lacking\": [\n        \"05974\",\n        \"06043\"\n      ]", folder.Read("out/run.json"), StringComparison.Ordinal);
        Assert.Equal(1, (await Binary.RunAsync(["validate", ".", "--skip-bad-files"], folder.Path)).ExitCode);
    }

    [Fact]
    public async Task Status_names_every_unit_and_file_and_its_rows_are_those_of_the_run()
    {
        using var folder = Damaged();
        folder.Write("2023/06040_2.csv", CollectionFolder.Households("06040", poor: 3) + "\n\n");
        folder.Write("2023/extra.csv", CollectionFolder.Households("05971", poor: 0, households: 2, first: 20));
        folder.Delete("2023/05971.csv");
        folder.List("05971,,,missing", "05974,05974.csv,2023-12-20,", "06040,06040.csv,2023-12-18,superseded", "06040,06040_2.csv,2023-12-20,", "06043,06043.csv,2023-12-20,");
        var outcome = await Binary.RunAsync(["status", "--format", "csv"], folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            """
            round,area_code,area_name,district,file,received,state,read,accepted,rejected,blank,errors,warnings,poor,near_poor,poor_before,near_poor_before,poor_change,near_poor_change,unusual
            2023,05971,Xã Hoàng Văn Thụ,Huyện Một,2023/extra.csv,,accepted,2,2,0,0,0,1,,,2,0,,,
            2023,05971,Xã Hoàng Văn Thụ,Huyện Một,,,missing,,,,,,,,,2,0,,,
            2023,05974,Xã Tam Thanh,Huyện Một,2023/05974.csv,2023-12-20,refused,,,,,1,0,,,2,0,,,
            2023,06040,Xã Đại Đồng,Huyện Hai,2023/06040.csv,2023-12-18,superseded,,,,,,,,,2,0,,,
            2023,06040,Xã Đại Đồng,Huyện Hai,2023/06040_2.csv,2023-12-20,accepted,12,10,0,2,0,0,3,0,2,0,1,0,
            2023,06043,Xã Tam Thanh,Huyện Hai,2023/06043.csv,2023-12-20,refused,,,,,1,0,,,2,0,,,

            """, outcome.Output);
    }

    [Fact]
    public async Task A_complete_collection_ends_with_0()
    {
        using var folder = new CollectionFolder();
        folder.List([.. CollectionFolder.Communes.Select(commune => $"{commune},{commune}.csv,2023-12-20,")]);
        var outcome = await Binary.RunAsync(["status", "--lang", "en"], folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("Round 2023: 4 accepted, of 4 communes.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_several_units_has_a_row_for_each_and_one_for_the_rest()
    {
        using var folder = new CollectionFolder();
        foreach (var commune in CollectionFolder.Communes) folder.Delete($"2023/{commune}.csv");
        var body = string.Concat(CollectionFolder.Communes.Take(3).Select(commune => CollectionFolder.Households(commune, poor: 1).Split('\n', 2)[1]));
        folder.Write("2023/all.csv", CollectionFolder.Households("05971", 0, 0) + body + "X-1,09999,rural,4,5000000,0,0,0,0,0,0,0,0,0,0,0,0,Kinh,,,\n,,,,,,,,,,,,,,,,,,,,\n");
        folder.List("Huyện Một,all.csv,2023-12-20,", "Huyện Hai,all.csv,2023-12-20,");
        var run = folder.Run();
        var status = run.Report!.StatusOf(1);
        Assert.Equal([("05971", 10, 0), ("05974", 10, 0), ("06040", 10, 0), ("06043", null, null), ((string?)null, 0, 1)],
            status.Rows.Select(row => (row.Area?.Code, (int?)row.Accepted, (int?)row.Rejected)));
        var files = run.Report.Outcome.Files[1];
        Assert.Equal((files.Sum(file => file.Read), files.Sum(file => file.RejectedCount), files.Sum(file => file.Log.Findings.Count)),
            (status.Rows.Sum(row => row.Read), status.Rows.Sum(row => row.Rejected), status.Rows.Sum(row => row.Findings.Count)));
        Assert.Equal(SubmissionState.Missing, status.Communes.Single(commune => commune.Commune.Code == "06043").State);
    }

    [Fact]
    public async Task What_changed_in_a_file_sent_again_is_listed_by_household()
    {
        using var folder = new CollectionFolder(", \"submissions\": { \"newest\": \"{unit}_{version}\" }");
        folder.Delete("2023/06040.csv");
        folder.Write("2023/06040_1.csv", CollectionFolder.Households("06040", poor: 1));
        var rows = CollectionFolder.Households("06040", poor: 0).TrimEnd('\n').Split('\n');
        rows[3] = rows[3].Replace("5000000", "?", StringComparison.Ordinal);
        rows[4] = rows[4].Replace("5000000", "", StringComparison.Ordinal);
        var changed = string.Join('\n', rows[..^1]) + "\n06040-11,06040,rural,4,1000000,1,1,1,0,0,0,0,0,0,0,0,0,Kinh,,,\n";
        folder.Write("2023/06040_2.csv", changed);
        var outcome = await Binary.RunAsync(["run", ".", "--out", "out", .. NoTimes], folder.Path);
        Assert.Equal(
            """
            round,area_code,file_old,file_new,household_id,change,class_old,class_new
            2023,06040,2023/06040_1.csv,2023/06040_2.csv,06040-1,class_changed,poor,non_poor
            2023,06040,2023/06040_1.csv,2023/06040_2.csv,06040-3,rejected,non_poor,rejected
            2023,06040,2023/06040_1.csv,2023/06040_2.csv,06040-4,class_changed,non_poor,undetermined
            2023,06040,2023/06040_1.csv,2023/06040_2.csv,06040-10,removed,non_poor,
            2023,06040,2023/06040_1.csv,2023/06040_2.csv,06040-11,added,,poor

            """, folder.Read("out/resubmissions.csv"));
        var results = folder.Read("out/results.csv");
        folder.Delete("2023/06040_1.csv");
        await Binary.RunAsync(["run", ".", "--out", "out", .. NoTimes], folder.Path);
        Assert.Equal(folder.Read("out/results.csv"), results);
        Assert.False(File.Exists(Path.Combine(folder.Path, "out/resubmissions.csv")));
        var status = await Binary.RunAsync(["status", "--lang", "en"], folder.Path);
        Assert.DoesNotContain("→", status.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    /// <summary>Two of the files of 2023 can't be used: one from its beginning, one only after rows that had been counted.</summary>
    private static CollectionFolder Damaged()
    {
        var folder = new CollectionFolder();
        folder.Write("2023/05974.csv", "PK\u0003\u0004");
        File.WriteAllBytes(Path.Combine(folder.Path, "2023/06043.csv"), [.. Encoding.UTF8.GetBytes(CollectionFolder.Households("06043", poor: 1) + "06043-99,06043,"), 0xC3, 0x28, (byte)'\n']);
        return folder;
    }
}
