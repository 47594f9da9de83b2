using System.CommandLine;
using System.Globalization;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty sample</c>: a folder of generated survey data over the real communes.</summary>
internal static class SampleCommand
{
    // Numbers of dwellings stay whole numbers of 32 bits with room for growth; three times the nation's households.
    private const int MostHouseholds = 100_000_000;

    private const string DefaultFolder = "out";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var households = new Option<int>("--households") { Description = "Households of the province in the first years (1 to 100,000,000); later years have a few more / Số hộ của tỉnh trong những năm đầu", HelpName = "N", Required = true };
        var years = new Option<string>("--years") { Description = "Years of the rounds, each of 14 December / Các năm rà soát", HelpName = "2022,2023", DefaultValueFactory = _ => "2022,2023" };
        var seed = new Option<ulong>("--seed") { Description = "What chance begins with; the same seed gives the same bytes / Số gieo ngẫu nhiên", HelpName = "S", DefaultValueFactory = _ => 1 };
        var form = new Option<string>("--form") { Description = "census: every household; reviewed: those of the yearly review; poor-list: poor and near-poor ones / Hộ nào có trong tệp", HelpName = "census|reviewed|poor-list", DefaultValueFactory = _ => "census" }
            .AcceptOnlyFromAmong("census", "reviewed", "poor-list");
        var kinds = new Option<string>("--as") { Description = "Kind of the household files: one for all years, or one a year (csv,xlsx) / Loại tệp hộ", HelpName = "csv|xlsx", DefaultValueFactory = _ => "csv" };
        var command = new ExampleCommand("sample", "Generate survey data over the real communes / Tạo dữ liệu mẫu trên các xã có thật",
            "poverty sample --households 6000 --out mau",
            "poverty sample --households 6000 --years 2022,2023 --seed 2023 --as csv,xlsx --out mau",
            "poverty sample --households 200000 --years 2024,2025 --form reviewed --out ra-soat")
        {
            households, years, seed, form, kinds,
        };
        command.SetAction((parse, stop) =>
        {
            RunStart.CurrentFolder();
            var target = parse.GetValue(CommonOptions.Out) ?? DefaultFolder;
            var (request, fault) = Request(parse.GetRequiredValue(households), parse.GetRequiredValue(years), parse.GetRequiredValue(seed),
                parse.GetRequiredValue(form), parse.GetRequiredValue(kinds));
            fault ??= FolderFault(target, parse.GetValue(CommonOptions.Force));
            if (fault is not null) return Task.FromResult(parse.Refuse(ExitCode.Usage, fault.Value));
            if (!parse.GetValue(CommonOptions.DryRun)) Write(parse, request!, target, stop);
            return Task.FromResult((int)ExitCode.Done);
        });
        return command;
    }

    private static void Write(ParseResult parse, SampleRequest request, string target, CancellationToken stop)
    {
        try
        {
            foreach (var (file, rows) in SampleFolder.Write(request, target, stop))
            {
                if (parse.GetValue(CommonOptions.Quiet)) continue;
                var line = new Phrase($"{Path.Combine(target, file)}: {rows} hộ", $"{Path.Combine(target, file)}: {rows} households");
                parse.InvocationConfiguration.Error.WriteLine(line.In(parse.Language()));
            }
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            throw WriteFault.Of(target, error);
        }
    }

    private static (SampleRequest? Request, Phrase? Fault) Request(int households, string years, ulong seed, string form, string kinds)
    {
        if (households is < 1 or > MostHouseholds)
            return (null, new($"--households phải từ 1 đến {MostHouseholds}.", $"--households must be from 1 to {MostHouseholds}."));
        List<int> wanted = [];
        foreach (var text in years.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9999
                || StandardLibrary.InForceOn(SampleRound.DayOf(year)) is null)
                return (null, new($"--years: \"{text}\" không phải là năm có chuẩn nghèo ({Known()}).", $"--years: \"{text}\" is not a year with a poverty standard ({Known()})."));
            if (wanted.Contains(year)) return (null, new($"--years: {year} được nêu hai lần.", $"--years: {year} is named twice."));
            wanted.Add(year);
        }
        List<SampleFileKind> files = [];
        foreach (var text in kinds.Split(',', StringSplitOptions.TrimEntries))
        {
            SampleFileKind? kind = text switch { "csv" => SampleFileKind.Csv, "xlsx" => SampleFileKind.Xlsx, _ => null };
            if (kind is null) return (null, new($"--as: \"{text}\" không phải là csv hay xlsx.", $"--as: \"{text}\" is neither csv nor xlsx."));
            files.Add(kind.Value);
        }
        if (files.Count != 1 && files.Count != wanted.Count)
            return (null, new($"--as nêu {files.Count} loại tệp cho {wanted.Count} năm.", $"--as names {files.Count} kinds of file for {wanted.Count} years."));
        var rounds = wanted.Select((year, i) => (year, files.Count == 1 ? files[0] : files[i])).OrderBy(item => item.year).ToList();
        var formed = form switch { "census" => SampleForm.Census, "reviewed" => SampleForm.Reviewed, _ => SampleForm.PoorList };
        // Growth stays below a tenth, so that the check need not lay the households out; one rule for all forms is easier to remember.
        if (rounds.Exists(item => item.Item2 == SampleFileKind.Xlsx) && households > StreamedSheet.MostRows / 1.1)
            return (null, new($"Một trang Excel chứa nhiều nhất {StreamedSheet.MostRows} dòng; hãy dùng --as csv.", $"An Excel sheet holds at most {StreamedSheet.MostRows} rows; use --as csv."));
        return (new(households, rounds, seed, formed), null);
    }

    private static string Known() => $"{StandardLibrary.BuiltIn[0].FirstDay.Year}–{StandardLibrary.BuiltIn[^1].LastDay.Year}";

    private static Phrase? FolderFault(string folder, bool force)
    {
        if (File.Exists(folder)) return new($"{folder} là một tệp.", $"{folder} is a file.");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return null;
        if (!force) return new($"Thư mục {folder} không trống; dùng --force để thay dữ liệu mẫu cũ.", $"The folder {folder} is not empty; --force replaces older generated data.");
        return SampleFolder.IsSample(folder) ? null : new($"Thư mục {folder} có tệp không phải dữ liệu mẫu nên không bị thay.", $"The folder {folder} holds files that are not generated data; it is not replaced.");
    }
}
