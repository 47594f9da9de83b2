using System.CommandLine;
using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// The arguments and options that say what to read. A run file and options go together: options win. <c>--round</c>
/// without a run file named stands alone, whatever poverty.json the current folder has.
/// </summary>
internal static class RunOptions
{
    /// <summary>What files of households end in, and run files never do.</summary>
    private static readonly string[] HouseholdEndings = [".csv", ".tsv", ".txt", ".gz", ".xlsx", ".xls"];

    private static readonly Phrase NewFolder = new("tạo thư mục mới bằng: poverty init THƯ_MỤC", "make a new folder by: poverty init DIR");

    private static readonly Argument<string?> RunFile = new("RUNFILE")
    {
        Description = "Run file, or a folder that holds poverty.json (default: the current one) / Tệp cấu hình",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string[]> RunFileOrFiles = new("RUNFILE|FILES")
    {
        Description = "Run file, or household files with --year / Tệp cấu hình hoặc các tệp hộ",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Argument<string[]> RunFileAndHousehold = new("RUNFILE HOUSEHOLD_ID")
    {
        Description = "Run file or its folder, then the household's id. A single word is the id, unless it is a folder or ends in .json"
            + " / Tệp cấu hình hoặc thư mục, rồi mã hộ; chỉ một từ thì đó là mã hộ, trừ khi là thư mục hay có đuôi .json",
        Arity = new ArgumentArity(0, 2),
    };

    private static readonly Argument<string[]> RunFileAndPublished = new("[RUNFILE] PUBLISHED")
    {
        Description = "Table of published figures; before it a run file or its folder, to hold them against what it gives / Bảng số liệu đã công bố; có thể nêu tệp cấu hình trước nó",
        Arity = new ArgumentArity(1, 2),
    };

    private static readonly Option<int?> Year = new("--year")
    {
        Description = "The year that FILES stand for / Năm của các tệp",
        HelpName = "Y",
    };

    private static readonly Option<string[]> Round = Many(
        "--round", "Y=FILE", "Household file of a year, as of 14 December; may repeat, takes wildcards / Tệp hộ của một năm");

    private static readonly Option<string[]> RoundOrId = Many("--round", "Y|Y=FILE",
        "Round to look at, by its id or year; or the household file of a year; may repeat / Kỳ cần xem; hoặc tệp hộ của một năm");

    private static readonly Option<string[]> Column = Many("--column", "CANONICAL=HEADER", "Header of a canonical column; may repeat / Tên cột trong tệp");

    private static readonly Option<string?> Areas = One("--areas", "built-in|data|FILE", "List of administrative units / Danh mục đơn vị hành chính");

    private static readonly Option<string?> Standard = One("--standard", "ID|FILE", "Poverty standard, instead of the one in force on the day / Chuẩn nghèo");

    private static readonly Option<string?> Targets = One("--targets", "FILE", "Targets to judge / Chỉ tiêu");

    private static readonly Option<string?> Encoding = One("--encoding", "NAME", "Encoding of household files without a BOM / Bảng mã");

    private static readonly Option<string?> NumberFormat = new Option<string?>("--number-format")
    {
        Description = "1234.5 (invariant) or 1.234,5 (vi) / Cách viết số",
        HelpName = "invariant|vi",
    }.AcceptOnlyFromAmong("invariant", "vi");

    private static readonly Option<bool> SkipBadFiles = new("--skip-bad-files")
    {
        Description = "Go on without files that cannot be used: they are named, and the result is not complete (exit code 1) / Bỏ qua tệp không đọc được, kết quả chưa đầy đủ",
    };

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    /// <param name="command">The command that reads a run.</param>
    /// <param name="takesFiles">Whether household files may stand in place of a run file.</param>
    public static void AddTo(Command command, bool takesFiles = false)
    {
        if (takesFiles)
        {
            command.Add(RunFileOrFiles);
            command.Add(Year);
        }
        else
        {
            command.Add(RunFile);
        }
        command.Add(Round);
        AddRest(command);
    }

    /// <summary>Adds them to a command that looks at one household of a run, or at a round of it: <c>--round</c> names it, too.</summary>
    public static void AddToLook(Command command)
    {
        command.Add(RunFileAndHousehold);
        command.Add(RoundOrId);
        AddRest(command);
    }

    /// <summary>Adds the published figures and the run that they may be held against.</summary>
    public static void AddToReconcile(Command command) => command.Add(RunFileAndPublished);

    /// <summary>The file of published figures that was typed.</summary>
    public static string Published(ParseResult parse) => parse.GetRequiredValue(RunFileAndPublished)[^1];

    /// <summary>Whether a run was typed that published figures are held against.</summary>
    public static bool HasRunFile(ParseResult parse) => parse.GetRequiredValue(RunFileAndPublished).Length == 2;
    /// <summary>Adds them to a command that sends back the files of one round: <c>--round</c> names it, too.</summary>
    public static void AddToReturn(Command command)
    {
        command.Add(RunFile);
        command.Add(RoundOrId);
        AddRest(command);
    }

    /// <summary>The household that was typed; null when none was.</summary>
    public static string? HouseholdId(ParseResult parse, string currentFolder) => Looked(parse, currentFolder).Id;

    /// <summary>The rounds to look at that were typed, by id or year; empty: all.</summary>
    public static IReadOnlyList<string> RoundsLookedAt(ParseResult parse) =>
        [.. (parse.GetValue(RoundOrId) ?? []).Where(text => !text.Contains('=', StringComparison.Ordinal))];

    private static void AddRest(Command command)
    {
        foreach (var option in new Option[] { Areas, Standard, Targets, Column, Encoding, NumberFormat, SkipBadFiles }) command.Add(option);
    }

    /// <summary>What the command line and its run file ask for, or all that is wrong with them.</summary>
    /// <param name="parse">The command line, of a command that <see cref="AddTo"/> was called for.</param>
    /// <param name="context">What the rest of the program knows.</param>
    /// <param name="currentFolder">The full path that typed paths are relative to.</param>
    public static Resolution Resolve(ParseResult parse, RunContext context, string currentFolder)
    {
        var faults = new RunFaults();
        var (runFile, files) = Positional(parse, currentFolder, faults);
        var overrides = Overrides(parse, files, context, currentFolder, faults);
        if (runFile is null && overrides.Rounds.Count > 0) return new Resolution(RunFileReader.WithoutFile(overrides, context, faults), faults);
        if (faults.Findings.Count > 0 && runFile is null) return new Resolution(null, faults);

        var typed = runFile ?? RunFileReader.DefaultName;
        var path = Path.GetFullPath(typed, currentFolder);
        if (Directory.Exists(path)) (typed, path) = (Path.Combine(typed, RunFileReader.DefaultName), Path.Combine(path, RunFileReader.DefaultName));
        var shown = typed.Replace(Path.DirectorySeparatorChar, '/');
        if (!File.Exists(path))
        {
            faults.CommandLine(shown, runFile is null
                ? new Phrase("ở đây không có tệp cấu hình", "there is no run file here").With(Near(path)
                    ?? new($"; hãy nêu tệp hoặc thư mục chứa nó, hoặc các tệp hộ: poverty run --round 2023=households.csv, hoặc {NewFolder.Vi}",
                        $"; name one, or its folder, or household files: poverty run --round 2023=households.csv, or {NewFolder.En}"))
                : new Phrase("không có tệp cấu hình này", "there is no such run file").With(Near(path) ?? new($"; {NewFolder.Vi}", $"; {NewFolder.En}")));
            return new Resolution(null, faults);
        }
        if (HouseholdEndings.Contains(Path.GetExtension(path).ToLowerInvariant()))
        {
            faults.CommandLine(shown, new($"đây không phải tệp cấu hình; tệp hộ được nêu cùng năm của nó: --round 2023={shown}", $"it is no run file; household files are named with their year: --round 2023={shown}"));
            return new Resolution(null, faults);
        }
        try
        {
            return new Resolution(RunFileReader.Read(File.ReadAllBytes(path), shown, Path.GetDirectoryName(path)!, overrides, context, faults), faults);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.CommandLine(shown, error.Message);
            return new Resolution(null, faults);
        }
    }

    /// <summary>The run file that was probably meant: the nearest name, or a folder below that has one; null when none is.</summary>
    private static Phrase? Near(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) return Near(folder);
        var near = Nearest.To(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)));
        if (near is not null) return Nearest.Hint(near);
        var below = Directory.EnumerateDirectories(folder).Where(inner => File.Exists(Path.Combine(inner, RunFileReader.DefaultName)))
            .Select(inner => Path.GetFileName(inner)).Order(StringComparer.Ordinal).FirstOrDefault();
        return below is null ? null : new($"; thư mục con \"{below}\" có tệp này", $"; the folder \"{below}\" in it has one");
    }

    /// <summary>Tells a run file from household files: it is a folder or ends in .json.</summary>
    private static (string? RunFile, IReadOnlyList<string> Files) Positional(ParseResult parse, string currentFolder, RunFaults faults)
    {
        if (parse.GetResult(RunFileAndHousehold) is not null) return (Looked(parse, currentFolder).RunFile, []);
        if (parse.GetResult(RunFileAndPublished) is not null) return (parse.GetRequiredValue(RunFileAndPublished)[0], []);
        if (parse.GetResult(RunFileOrFiles) is null) return (parse.GetValue(RunFile), []);
        var typed = parse.GetValue(RunFileOrFiles) ?? [];
        var runFiles = typed.Where(text => IsRunFile(text, currentFolder)).ToList();
        if (runFiles.Count > 1) faults.CommandLine(runFiles[1], new("mỗi lần chỉ đọc được một tệp cấu hình", "only one run file can be read at a time"));
        else if (runFiles.Count == 1 && typed.Length > 1) faults.CommandLine(runFiles[0], new("tệp cấu hình đã nêu các tệp hộ; dùng --round để thêm tệp khác", "a run file names its household files itself; use --round to add others"));
        return (runFiles.FirstOrDefault(), [.. typed.Except(runFiles)]);
    }

    private static (string? RunFile, string? Id) Looked(ParseResult parse, string currentFolder) => parse.GetValue(RunFileAndHousehold) switch
    {
        [var runFile, var id] => (runFile, id),
        [var only] when IsRunFile(only, currentFolder) => (only, null),
        [var only] => (null, only),
        _ => (null, null),
    };

    private static bool IsRunFile(string text, string currentFolder) =>
        text.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || Directory.Exists(Path.GetFullPath(text, currentFolder));

    private static RunOverrides Overrides(ParseResult parse, IReadOnlyList<string> files, RunContext context, string currentFolder, RunFaults faults)
    {
        var rounds = new List<TypedRound>();
        if (files.Count > 0)
        {
            var year = parse.GetValue(Year);
            if (year is null) faults.CommandLine("--year", new($"các tệp hộ cần có năm, như --year 2023 cho {files[0]}", $"household files need the year that they stand for, such as --year 2023 for {files[0]}"));
            else if (!IsYear(year.Value)) faults.CommandLine("--year", new($"phải là năm từ {RoundReader.Years.First} đến {RoundReader.Years.Last}, nhưng lại là {year}", $"expected a year from {RoundReader.Years.First} to {RoundReader.Years.Last}, found {year}"));
            else rounds.AddRange(files.Select(file => new TypedRound(year.Value, file, "FILES")));
        }
        foreach (var text in (parse.GetValue(Round) ?? []).Concat((parse.GetValue(RoundOrId) ?? []).Where(text => text.Contains('=', StringComparison.Ordinal))))
        {
            var (left, file) = Split(text);
            if (int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsYear(year) && file.Length > 0)
                rounds.Add(new TypedRound(year, file, "--round"));
            else
                faults.CommandLine("--round", new($"phải là năm và tệp như 2023=households.csv, nhưng lại là \"{text}\"", $"expected a year and a file such as 2023=households.csv, found \"{text}\""));
        }
        var encoding = parse.GetValue(Encoding)?.ToLowerInvariant();
        if (encoding is not null && !context.Encodings.Contains(encoding)) faults.CommandLine("--encoding", LayoutReader.UnknownEncoding(encoding, context));
        return new RunOverrides
        {
            CurrentFolder = currentFolder,
            Rounds = rounds,
            Areas = parse.GetValue(Areas),
            Standard = parse.GetValue(Standard),
            Targets = parse.GetValue(Targets),
            Columns = Columns(parse, faults),
            Encoding = encoding,
            NumberFormat = parse.GetValue(NumberFormat) is { } format ? LayoutReader.Number(format) : null,
            SkipsBadFiles = parse.GetValue(SkipBadFiles),
        };
    }

    private static Dictionary<string, string> Columns(ParseResult parse, RunFaults faults)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in parse.GetValue(Column) ?? [])
        {
            var (canonical, header) = Split(text);
            if (header.Length == 0) faults.CommandLine("--column", new($"phải là cột và tên cột trong tệp như income_per_capita=\"Thu nhập\", nhưng lại là \"{text}\"", $"expected a column and its header such as income_per_capita=\"Thu nhập\", found \"{text}\""));
            else if (!columns.TryAdd(canonical, header)) faults.CommandLine("--column", new($"\"{canonical}\" được nêu hai lần", $"\"{canonical}\" is given twice"));
        }
        return columns;
    }

    private static bool IsYear(int year) => year >= RoundReader.Years.First && year <= RoundReader.Years.Last;

    private static (string Left, string Right) Split(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text, "") : (text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    private static Option<string?> One(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Many(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}

/// <summary>A plan to carry out, or all that stands in its way.</summary>
internal sealed class Resolution
{
    private readonly RunPlan? _plan;

    /// <summary>A plan with what is wrong about it.</summary>
    public Resolution(RunPlan? plan, RunFaults faults) => (_plan, Faults) = (plan, faults);

    /// <summary>What is wrong; empty when the plan can be carried out.</summary>
    public RunFaults Faults { get; }

    /// <summary>The plan; asking for it while there are faults is a fault of the program.</summary>
    public RunPlan Plan => IsValid ? _plan! : throw new InvalidOperationException("A run with faults has no plan.");

    /// <summary>What can be read of a run from which only inputs are missing, so that the others can be looked at; else null.</summary>
    public RunPlan? Readable => Faults.Findings.All(fault => fault.Code != "PV9001") ? _plan : null;

    /// <summary>Whether there is a plan.</summary>
    public bool IsValid => _plan is not null && Faults.Findings.Count == 0;
}
