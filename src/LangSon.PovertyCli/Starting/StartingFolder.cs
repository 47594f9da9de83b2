using System.Text;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Starting.Form;

namespace LangSon.PovertyCli.Starting;

/// <summary>A file of a starting folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Content">Makes its bytes.</param>
internal sealed record StartingFile(string Name, Phrase Purpose, Func<byte[]> Content);

/// <summary>A folder that runs at once and explains itself.</summary>
internal static class StartingFolder
{
    /// <summary>The files of the folder for a review, the one to look at first before the others.</summary>
    public static IReadOnlyList<StartingFile> Files(Review review, Language language)
    {
        // Two standards have two forms, and each form its own headers.
        var baseColumns = review.IsComparable ? ColumnsFile : $"columns-{review.Base.Year}.csv";
        List<StartingFile> files = [];
        byte[] Text(string name) => Filled(name, review, baseColumns, files, language);
        files.Add(new(RunFileName, new("tệp cấu hình, giải thích từng mục", "the run file, every part explained"), () => Text("poverty.json")));
        foreach (var round in review.Rounds)
            files.Add(new($"households-{round.Year}.xlsx", new($"biểu mẫu nhập hộ và thành viên năm {round.Year}, có ví dụ", $"entry form of {round.Year}: households and members, with examples"), () => EntryForm.Of(round, ExampleHouseholds.Of(review, round), language)));
        files.Add(new("register.csv", new("tổng số hộ, nhân khẩu theo đơn vị: mẫu số của các tỷ lệ", "resident households and persons: the denominators"), () => ExampleTables.Register(review)));
        files.Add(new("targets.csv", new("các chỉ tiêu để đánh giá", "the targets to judge"), () => ExampleTables.Targets(review, language)));
        files.Add(new(ColumnsFile, new("tiêu đề và từ ngữ của biểu mẫu nghĩa là gì", "what headers and words of the form mean"), () => ColumnMap.Of(review.Now, language)));
        if (!review.IsComparable)
            files.Add(new(baseColumns, new($"như trên, cho năm {review.Base.Year} (chuẩn khác)", $"the same for {review.Base.Year} (another standard)"), () => ColumnMap.Of(review.Base, language)));
        files.Add(new("poverty.schema.json", new("lược đồ của tệp cấu hình, cho trình soạn thảo", "schema of the run file, for editors"), () => Resource.Bytes("poverty.schema.json")));
        files.Add(new("poverty.cron", new("chạy mỗi đêm bằng cron", "run every night by cron"), () => Text("poverty.cron")));
        files.Add(new("poverty.service", new("chạy bằng systemd", "run by systemd"), () => Text("poverty.service")));
        files.Add(new("poverty.timer", new("giờ chạy của systemd", "when systemd runs it"), () => Text("poverty.timer")));
        files.Add(new("README.txt", new("hướng dẫn ngắn", "how to go on, in short"), () => Text("README.txt")));
        return files;
    }

    /// <summary>Writes the files into a folder, which is made as needed; other files in it stay.</summary>
    /// <exception cref="ExitException">A file could not be written.</exception>
    public static void Write(IReadOnlyList<StartingFile> files, string folder)
    {
        var path = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                path = Path.Combine(folder, file.Name);
                var temporary = $"{path}.partial-{Environment.ProcessId}";
                try
                {
                    File.WriteAllBytes(temporary, file.Content());
                    File.Move(temporary, path, overwrite: true);
                }
                finally
                {
                    File.Delete(temporary);
                }
            }
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(path, error);
        }
    }

    private const string RunFileName = "poverty.json";
    private const string ColumnsFile = "columns.csv";

    /// <summary>What begins a template's line that stands only in some folders, and in which.</summary>
    private static readonly (string Mark, Func<Review, bool> Stands)[] Conditions =
    [
        ("[same standard]", review => review.IsComparable),
        ("[other standard]", review => !review.IsComparable),
        ("[other communes]", review => !review.HasSameCommunes),
    ];

    private static string? Line(string line, Review review)
    {
        foreach (var (mark, stands) in Conditions)
            if (line.StartsWith(mark, StringComparison.Ordinal))
                return stands(review) ? line[mark.Length..] : null;
        return line;
    }

    /// <summary>A template with its blanks filled in.</summary>
    private static byte[] Filled(string name, Review review, string baseColumns, IReadOnlyList<StartingFile> files, Language language)
    {
        var text = Encoding.UTF8.GetString(Resource.Bytes($"starting/{(language == Language.English ? "en" : "vi")}/{name}"));
        var lines = text.Split('\n').Select(line => Line(line, review)).OfType<string>();
        (string Blank, string Value)[] blanks =
        [
            ("$NOW$", $"{review.Now.Year}"),
            ("$BASE$", $"{review.Base.Year}"),
            ("$NOW_STANDARD$", review.Now.Law.Standard.Id),
            ("$BASE_STANDARD$", review.Base.Law.Standard.Id),
            ("$PROVINCE$", review.Province.Code),
            ("$SHEET$", EntrySheet.HouseholdsName.In(language)),
            ("$MEMBERS_SHEET$", EntrySheet.MembersName.In(language)),
            ("$BASE_COLUMNS$", baseColumns),
            ("$FILES$", string.Join('\n', files.Select(file => $"  {file.Name,-24} {file.Purpose.In(language)}"))),
        ];
        return Encoding.UTF8.GetBytes(blanks.Aggregate(string.Join('\n', lines), (filled, blank) => filled.Replace(blank.Blank, blank.Value, StringComparison.Ordinal)));
    }
}
