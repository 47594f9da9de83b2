using System.CommandLine;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Starting;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty init</c>: a folder to start from, which runs as it is.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder to make; empty or not there / Thư mục cần tạo" };

    private static readonly Option<int?> Year = new("--year")
    {
        Description = "Year of the review; the year before is its base (default: this year, or the last one known) / Năm rà soát",
        HelpName = "YEAR",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("init", "Make a folder that runs at once: run file, entry forms, targets / Tạo thư mục làm việc chạy được ngay",
            "poverty init ra-soat",
            "poverty init ra-soat-2023 --year 2023",
            "poverty init review --lang en --dry-run")
        {
            Folder, Year,
        };
        command.SetAction(parse => (int)Init(parse, parse.GetRequiredValue(Folder), parse.GetValue(Year) ?? ThisYear()));
        return command;
    }

    /// <summary>The year on the wall, or the nearest that a folder can be made for.</summary>
    private static int ThisYear() => Math.Clamp(TimeProvider.System.GetLocalNow().Year, Review.Years[0], Review.Years[^1]);

    private static ExitCode Init(ParseResult parse, string folder, int year)
    {
        RunStart.CurrentFolder();
        if (Review.Of(year) is not { } review)
        {
            var years = $"{Review.Years[0]}–{Review.Years[^1]}";
            return (ExitCode)parse.Refuse(ExitCode.Usage, new(
                $"không có đủ chuẩn nghèo và danh mục đơn vị cho năm {year} và năm trước đó; có thể tạo cho các năm {years} (--year).",
                $"the poverty standard or the units of {year} or of the year before are not known; a folder can be made for {years} (--year)."));
        }
        if (FolderFault(folder, parse.GetValue(CommonOptions.Force)) is { } fault) return (ExitCode)parse.Refuse(ExitCode.Usage, fault);
        var files = StartingFolder.Files(review, parse.Language());
        var isDry = parse.GetValue(CommonOptions.DryRun);
        if (!isDry) StartingFolder.Write(files, folder);
        if (parse.OutputFormat() != OutputFormat.Table) parse.Print(Table(files));
        else if (!parse.GetValue(CommonOptions.Quiet)) Tell(parse, review, files, folder, isDry);
        return ExitCode.Done;
    }

    private static Phrase? FolderFault(string folder, bool force)
    {
        if (File.Exists(folder)) return new($"{folder} là một tệp, không phải thư mục.", $"{folder} is a file, not a folder.");
        if (force || !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return null;
        return new($"thư mục {folder} không trống; --force ghi đè các tệp do lệnh này tạo và giữ nguyên các tệp khác.",
            $"the folder {folder} is not empty; --force overwrites the files of this command and leaves all others.");
    }

    private static void Tell(ParseResult parse, Review review, IReadOnlyList<StartingFile> files, string folder, bool isDry)
    {
        var (now, law) = (review.Now.Year, review.Now.Law.Standard.Id);
        parse.Say(isDry
            ? new($"Sẽ ghi vào {folder} cho kỳ rà soát năm {now} (chuẩn {law}, kỳ gốc {review.Base.Year}):", $"Would write into {folder} for the review of {now} (standard {law}, base {review.Base.Year}):")
            : new($"Đã ghi vào {folder} cho kỳ rà soát năm {now} (chuẩn {law}, kỳ gốc {review.Base.Year}):", $"Written into {folder} for the review of {now} (standard {law}, base {review.Base.Year}):"));
        parse.Print(Table(files));
        if (isDry) return;
        var named = folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
        var english = parse.Language() == Language.English ? " --lang en" : "";
        parse.Say("");
        parse.Say(new("Chạy tiếp:", "Next:"));
        parse.Say($"  poverty validate {named}{english}");
        parse.Say($"  poverty run {named}{english}");
        parse.Say(new($"Rồi xem {Path.Combine(folder, "README.txt")} để biết cần sửa gì.", $"Then see {Path.Combine(folder, "README.txt")} for what to change."));
    }

    private static TextTable Table(IReadOnlyList<StartingFile> files)
    {
        var table = new TextTable(
            new TextColumn("file", new("Tệp", "File")),
            TextColumn.ForScripts("purpose_vi"),
            TextColumn.ForScripts("purpose_en"),
            new TextColumn("purpose", new("Để làm gì", "What for")) { For = Audience.People });
        foreach (var file in files) table.Add(Cell.Of(file.Name), Cell.Of(file.Purpose.Vi), Cell.Of(file.Purpose.En), Cell.Of(file.Purpose));
        return table;
    }
}
