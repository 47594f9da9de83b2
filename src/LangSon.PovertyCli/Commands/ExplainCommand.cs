using System.CommandLine;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Explain;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty explain</c>: why a household is in its class, or which rows a figure was counted from.</summary>
internal static class ExplainCommand
{
    private static readonly Option<string?> Area = new("--area")
    {
        Description = "Trace a figure of this unit: its code, or LEVEL:CODE such as district:180 / Đơn vị của số liệu cần truy",
        HelpName = "CODE",
    };

    private static readonly Option<string?> Measure = new("--measure")
    {
        Description = "The figure to trace, such as poor_rate: a measure of results.csv / Số liệu cần truy",
        HelpName = "M",
    };

    private static readonly Option<string?> GroupOption = new("--group")
    {
        Description = "The figure of a group such as minority=yes (default: all) / Số liệu của một nhóm hộ",
        HelpName = "G",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("explain",
            "Why a household is in its class, or which rows a figure was counted from / Giải thích kết quả của một hộ, hoặc truy một số liệu về từng dòng",
            "poverty explain samples/lang-son 20-05971-000001",
            "poverty explain samples/lang-son 20-05971-000001 --round 2022 --format json",
            "poverty explain --round 2022=samples/lang-son/households-2022.csv 20-05971-000001",
            "poverty explain samples/lang-son --area 06040 --measure poor_rate --round 2023",
            "poverty explain samples/lang-son --area district:181 --measure near_poor --round 2022 --group minority=yes --format csv");
        RunOptions.AddToLook(command);
        foreach (var option in new Option[] { Area, Measure, GroupOption }) command.Add(option);
        command.SetAction((parse, stop) => Task.FromResult((int)Explain(parse, stop)));
        return command;
    }

    private static ExitCode Explain(ParseResult parse, CancellationToken stop)
    {
        var id = RunOptions.HouseholdId(parse, RunStart.CurrentFolder());
        if (WrongQuestion(parse, id) is { } wrong) return (ExitCode)parse.Refuse(ExitCode.Usage, wrong);
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, null, stop);
        RunStart.ExplainRefusals(parse, report);
        if (report.Outcome.Results is not { } results || report.ExitCode == ExitCode.Usage)
        {
            RunStart.SayReasons(parse, report.Reasons());
            return report.ExitCode;
        }
        return id is null ? Figure(parse, report, results) : Household(parse, report, id);
    }

    private static Phrase? WrongQuestion(ParseResult parse, string? id)
    {
        var isOfArea = parse.GetValue(Area) is not null;
        if (isOfArea && id is not null) return new($"hãy hỏi hoặc về hộ {id}, hoặc về một số liệu (--area), không cả hai cùng lúc", $"ask for the household {id} or for a figure (--area), not for both at once");
        if (isOfArea && parse.GetValue(Measure) is null) return new("--area cần có --measure, như --measure poor_rate", "--area needs --measure, such as --measure poor_rate");
        if (!isOfArea && (parse.GetValue(Measure) ?? parse.GetValue(GroupOption)) is not null) return new("--measure và --group cần có --area", "--measure and --group need --area");
        if (!isOfArea && id is null) return new("thiếu mã hộ; hoặc nêu một số liệu bằng --area và --measure", "the household's id is missing; or name a figure by --area and --measure");
        return null;
    }

    private static ExitCode Household(ParseResult parse, RunReport report, string id)
    {
        if (RoundChoice.Of(parse, report.Inputs.Rounds, out var chosen) is { } unknown) return (ExitCode)parse.Refuse(ExitCode.Usage, unknown);
        var search = new HouseholdSearch(report.Inputs.Rounds, report.Inputs.Settings, report.Outcome.Files);
        var all = search.Find(id);
        if (all.Count == 0)
            return (ExitCode)parse.Refuse(ExitCode.Usage, Answer.WithNearest(new($"không có hộ nào mang mã {id}", $"no household bears the id {id}"), search.Nearest(id)));
        var rounds = all.Where((_, number) => chosen.Count == 0 || chosen.Contains(number)).ToArray();
        if (rounds.All(round => round.Rows.Count == 0))
        {
            var (here, others) = (Ids(rounds), Ids(all.Where(round => round.Rows.Count > 0)));
            return (ExitCode)parse.Refuse(ExitCode.Usage, new($"hộ {id} không có trong kỳ {here}; có trong kỳ {others}", $"the household {id} is not in round {here}; it is in {others}"));
        }
        var (output, settings, language) = (parse.InvocationConfiguration.Output, report.Inputs.Settings, parse.Language());
        switch (parse.OutputFormat())
        {
            case OutputFormat.Table: new HouseholdText(output, settings, language).Write(id, rounds); break;
            case OutputFormat.Csv: parse.Print(new HouseholdCsv(language).Of(rounds)); break;
            case OutputFormat.Json: JsonText.Write(output, json => new HouseholdJson(json, settings.Official, language).Write(id, rounds)); break;
        }
        return ExitCode.Done;
    }

    private static string Ids(IEnumerable<HouseholdRound> rounds) => string.Join(", ", rounds.Select(round => round.Round.Id));

    private static ExitCode Figure(ParseResult parse, RunReport report, Poverty.Comparison.Results results)
    {
        if (RoundChoice.Of(parse, report.Inputs.Rounds, out var chosen) is { } unknown) return (ExitCode)parse.Refuse(ExitCode.Usage, unknown);
        if (chosen.Count == 0 && results.Rounds.Count == 1) chosen.Add(0);
        if (chosen.Count != 1)
        {
            var ids = string.Join(", ", results.Rounds.Select(one => one.Round.Id));
            return (ExitCode)parse.Refuse(ExitCode.Usage, new($"hãy nêu một kỳ bằng --round, trong các kỳ {ids}", $"name one round by --round, of the rounds {ids}"));
        }
        var number = chosen.Min;
        var asked = new FigureQuestion(results.Rounds[number], parse.GetValue(Area)!, parse.GetValue(Measure)!, parse.GetValue(GroupOption));
        if (asked.Complaint is { } complaint) return (ExitCode)parse.Refuse(ExitCode.Usage, complaint);
        var trace = FigureTrace.Of(results, number, asked.Area!, asked.Group, asked.Measure!, report.Outcome.Files[number]);
        var (output, language) = (parse.InvocationConfiguration.Output, parse.Language());
        switch (parse.OutputFormat())
        {
            case OutputFormat.Table: new TraceText(output, language).Write(trace); break;
            case OutputFormat.Csv: parse.Print(TraceCsv.Of(trace)); break;
            case OutputFormat.Json: JsonText.Write(output, json => TraceJson.Write(json, trace, language)); break;
        }
        return ExitCode.Done;
    }
}
