using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty areas</c>: the administrative units, which are known by code and day together.</summary>
internal static class AreasCommand
{
    private const string BuiltIn = "built-in";

    private static readonly Option<string> Areas = new("--areas")
    {
        Description = "Units to look in: built-in, or a file of the same form / Danh mục có sẵn hoặc tệp cùng mẫu",
        HelpName = "built-in|FILE",
        Recursive = true,
        DefaultValueFactory = _ => BuiltIn,
    };

    /// <summary>The command with its three parts.</summary>
    public static Command Create()
    {
        var onDay = DayOption("Units that stand on that day (default: all units of all days) / Đơn vị tồn tại vào ngày đó", required: false);
        var level = new Option<string?>("--level") { Description = "Units of one level only / Chỉ một cấp", HelpName = string.Join('|', AreaWords.Levels) };
        level.AcceptOnlyFromAmong([.. AreaWords.Levels]);
        var list = new ExampleCommand("list", "The units with the days on which they stand / Các đơn vị và thời gian tồn tại",
            "poverty areas list --on 2025-07-01",
            "poverty areas list --on 2023-12-14 --level district --format csv") { onDay, level };
        list.SetAction(parse => With(parse, (register, _) => List(parse, register, parse.GetValue(onDay), parse.GetValue(level))));

        var code = new Argument<string>("CODE") { Description = "The official code, such as 06040 / Mã chính thức" };
        var day = DayOption("The day: the same code means other units on other days / Ngày, vì một mã có thể dùng cho nhiều đơn vị", required: true);
        var show = new ExampleCommand("show", "The unit that bears a code on a day / Đơn vị mang một mã vào một ngày",
            "poverty areas show 06040 --on 2023-12-14") { code, day };
        show.SetAction(parse => With(parse, (register, _) => Show(parse, register, parse.GetRequiredValue(code), parse.GetRequiredValue(day)!.Value)));

        var traced = new Argument<string>("CODE") { Description = "The official code, such as 06040 / Mã chính thức" };
        var trace = new ExampleCommand("trace", "Every unit that ever bore a code, where it came from and what became of it / Các đơn vị từng mang một mã",
            "poverty areas trace 06040") { traced };
        trace.SetAction(parse => With(parse, (register, changes) => Trace(parse, register, changes, parse.GetRequiredValue(traced))));

        return new Command("areas", "The administrative units / Đơn vị hành chính") { Areas, list, show, trace };
    }

    private static int List(ParseResult parse, AreaRegister register, DateOnly? day, string? level)
    {
        var units = day is { } on ? register.On(on) : register.All;
        return parse.Print(AreaTables.Units(register, units.Where(area => level is null || AreaWords.Word(area.Level) == level)));
    }

    private static int Show(ParseResult parse, AreaRegister register, string code, DateOnly day)
    {
        if (register.Find(code, day) is { } area)
        {
            var table = AreaTables.Units(register, [area]);
            if (parse.OutputFormat() != OutputFormat.Table) return parse.Print(table);
            AlignedText.WriteRecord(table, table.Rows[0], parse.InvocationConfiguration.Output, parse.Language());
            return (int)ExitCode.Done;
        }
        var complaint = new Phrase($"Mã {code} không phải là đơn vị vào ngày {day:o}", $"{code} is not a unit on {day:o}");
        if (register.Bearing(code) is { Count: > 0 } others)
        {
            // The code is right and the day is not: another code would mislead.
            var days = string.Join(", ", others.Select(other => $"{other.Name} {other.From:o}–{other.Until:o}"));
            return parse.Refuse(ExitCode.Usage, new($"{complaint.Vi}; mã này là: {days}.", $"{complaint.En}; it is: {days}."));
        }
        return parse.Refuse(ExitCode.Usage, Answer.WithNearest(complaint, Nearest.To(code, register.On(day).Select(unit => unit.Code))));
    }

    private static int Trace(ParseResult parse, AreaRegister register, AreaChanges changes, string code)
    {
        var units = register.Bearing(code);
        if (units.Count == 0)
        {
            return parse.Refuse(ExitCode.Usage, Answer.WithNearest(
                new($"Chưa từng có đơn vị nào mang mã {code}", $"No unit ever bore the code {code}"),
                Nearest.To(code, register.All.Select(unit => unit.Code))));
        }
        return parse.Print(parse.OutputFormat() == OutputFormat.Table
            ? AreaTables.Story(register, changes, units)
            : AreaTables.Changes(register, changes, units));
    }

    /// <summary>Reads the units asked for, and goes on only when nothing is wrong with them.</summary>
    private static int With(ParseResult parse, Func<AreaRegister, AreaChanges, int> answer)
    {
        var file = parse.GetRequiredValue(Areas);
        if (file != BuiltIn && !Path.Exists(file)) return parse.Refuse(ExitCode.Input, new Phrase($"không có tệp {file}", $"there is no file {file}").With(Hint(file)));
        try
        {
            if (file == BuiltIn) return answer(AreaLists.BuiltIn, AreaLists.BuiltInChanges);
            using var source = HouseholdFile.Open(file, file, ReadingOptions.Default);
            var register = AreaRegister.Read(source, out var table);
            return table.Faults.Count == 0 ? answer(register, AreaChanges.None) : Refuse(parse, table);
        }
        catch (FileRefusedException refused)
        {
            return parse.Refuse(ExitCode.Input, FindingCatalogue.BuiltIn.Message(refused.Finding));
        }
    }

    /// <summary>What was probably meant by a file that is not there: the word for the built-in list, or a file.</summary>
    private static Phrase Hint(string file) => Nearest.To(file, [BuiltIn]) is { } word ? Nearest.Hint(word) : NearestFile.Hint(file);

    private static int Refuse(ParseResult parse, PlainTable table)
    {
        foreach (var fault in table.Faults) parse.Refuse(ExitCode.Usage, FindingCatalogue.BuiltIn.Message(fault));
        return (int)ExitCode.Usage;
    }

    private static Option<DateOnly?> DayOption(string description, bool required) => new("--on")
    {
        Description = description,
        HelpName = "DATE",
        Required = required,
        CustomParser = ReadDay,
    };

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError(new Phrase($"--on: \"{text}\" không phải ngày như 2025-07-01.", $"--on: \"{text}\" is not a day such as 2025-07-01."));
        return null;
    }
}
