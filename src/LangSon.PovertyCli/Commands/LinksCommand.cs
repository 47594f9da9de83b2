using System.CommandLine;
using System.Text;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Running;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty links</c>: households that are probably the same under another id, for a person to confirm; nothing is linked.</summary>
internal static class LinksCommand
{
    private const string DefaultFile = "links-suggested.csv";

    private static readonly Option<string> Output = new("--output")
    {
        Description = $"CSV file to write ({DefaultFile}); --force replaces one that is there / Tệp đề xuất",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultFile,
    };

    private static readonly string[] NameColumns = ["name_from", "birth_year_from", "name_to", "birth_year_to"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand("links", "Suggest which households changed their ids between rounds, for a person to confirm / Đề xuất nối mã hộ giữa các kỳ",
            "poverty links samples/links",
            "poverty links samples/links --with-names --output names.csv");
        RunOptions.AddTo(command);
        command.Add(Output);
        command.Add(RunOutputOptions.WithNames);
        command.SetAction((parse, stop) => Task.FromResult((int)Suggest(parse, stop)));
        return command;
    }

    private static ExitCode Suggest(ParseResult parse, CancellationToken stop)
    {
        var path = parse.GetRequiredValue(Output);
        var withNames = parse.GetValue(RunOutputOptions.WithNames);
        if (withNames && path == InputFile.Dash)
            return (ExitCode)parse.Refuse(ExitCode.Usage, new("--with-names không ghi ra stdout: họ tên chỉ được ghi vào tệp mà chỉ chủ tệp đọc được.", "--with-names does not write to stdout: names go only into files that nobody but their owner can read."));
        // Somebody may have confirmed what stands in it.
        if (File.Exists(path) && !parse.GetValue(CommonOptions.Force))
            return (ExitCode)parse.Refuse(ExitCode.Usage, new($"{path} đã có; dùng --force để ghi đè, hoặc nêu tệp khác bằng --output.", $"{path} is there already; use --force to replace it, or name another file with --output."));
        if (RunStart.Load(parse, out var exit) is not { } inputs) return exit;
        var report = RunStart.Execute(parse, inputs with { Targets = [] }, null, stop);
        RunStart.ExplainRefusals(parse, report);
        if (report.Outcome.Results is not { } results) return report.ExitCode;
        var table = Table(withNames);
        var (strong, likely, ambiguous, asked) = (0, 0, 0, false);
        foreach (var (from, to) in Enumerable.Range(1, results.Rounds.Count - 1).Select(to => (to - 1, to)))
        {
            if (!results.HasHouseholds(from, to) || LinkSearch.Suggest(results, from, to, report.Outcome.Files) is not { } links) continue;
            asked = true;
            foreach (var link in links) Add(table, link, results.Rounds[from].Round.Id, results.Rounds[to].Round.Id, withNames);
            strong += links.Count(link => link.Link.Strength == LinkStrength.Strong);
            likely += links.Count(link => link.Link.Strength == LinkStrength.Likely);
            ambiguous += links.Count(link => link.Link.Strength == LinkStrength.Ambiguous);
        }
        if (!asked)
            return (ExitCode)parse.Refuse(ExitCode.NotComputable, new("cần hai kỳ có danh sách hộ và cột head_name (họ tên chủ hộ) để đề xuất.", "suggestions need two rounds with households and a column head_name."));
        if (path == InputFile.Dash)
        {
            table.Write(parse.InvocationConfiguration.Output, OutputFormat.Csv, parse.Language());
            return ExitCode.Done;
        }
        if (!parse.GetValue(CommonOptions.DryRun)) OutputFile.Write(path, stream => Write(stream, table, parse.Language()), withNames);
        var all = strong + likely + ambiguous;
        parse.Say(new(
            $"{path}: {all} đề xuất: {strong} chắc, {likely} có thể, {ambiguous} còn hộ khác giống. Ghi x vào cột confirmed ở những dòng đúng rồi nêu tệp này ở khóa links; dòng để trống không có tác dụng.",
            $"{path}: {all} suggestions: {strong} strong, {likely} likely, {ambiguous} with a rival. Put x into confirmed in the rows that are right and name the file under links; a row left blank does nothing."));
        return ExitCode.Done;
    }

    private static void Write(Stream stream, TextTable table, Language language)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
        table.Write(writer, OutputFormat.Csv, language);
    }

    private static TextTable Table(bool withNames) => new(
    [
        TextColumn.ForScripts("round_from"), TextColumn.ForScripts("id_from"), TextColumn.ForScripts("round_to"), TextColumn.ForScripts("id_to"),
        TextColumn.ForScripts("confirmed"), TextColumn.ForScripts("strength"), TextColumn.ForScripts("score", ColumnKind.Number),
        TextColumn.ForScripts("area_code"), TextColumn.ForScripts("area_name"),
        .. withNames ? NameColumns.Select(key => TextColumn.ForScripts(key)) : [],
        TextColumn.ForScripts("check"),
    ]);

    private static void Add(TextTable table, CommuneLink link, string from, string to, bool withNames)
    {
        var (before, after) = (link.Link.From, link.Link.To);
        table.Add(
        [
            Cell.Of(from), Cell.Of(before.Id), Cell.Of(to), Cell.Of(after.Id), Cell.None, Cell.Of(Word(link.Link.Strength)), Cell.Of(link.Link.Score / 1000m),
            Cell.Of(link.Commune.Code), Cell.Of(link.Commune.Name),
            .. withNames ? new[] { Cell.Of(link.NameFrom), Cell.Of(before.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)), Cell.Of(link.NameTo), Cell.Of(after.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)) } : [],
            Cell.Of(LinkedRounds.Check(before.Key, after.Key)),
        ]);
    }

    private static string Word(LinkStrength strength) => strength switch
    {
        LinkStrength.Strong => "strong",
        LinkStrength.Likely => "likely",
        LinkStrength.Ambiguous => "ambiguous",
    };
}
