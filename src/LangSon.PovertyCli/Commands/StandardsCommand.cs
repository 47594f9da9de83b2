using System.CommandLine;
using System.CommandLine.Completions;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty standards</c>: the poverty standards the program knows, and the check of a standard of one's own.</summary>
internal static class StandardsCommand
{
    /// <summary>The command with its three parts.</summary>
    public static Command Create()
    {
        var list = new ExampleCommand("list", "The standards and the days on which they apply / Các chuẩn và thời gian áp dụng",
            "poverty standards list");
        list.SetAction(parse => parse.Print(StandardTables.List(StandardLibrary.BuiltIn)));

        var id = new Argument<string>("ID") { Description = "The standard, such as vn-2022, or a file / Mã hoặc tệp chuẩn" };
        var show = new ExampleCommand("show", "The lines, counts and indicators of a standard, each with its legal source / Nội dung của một chuẩn, kèm căn cứ",
            "poverty standards show vn-2022",
            "poverty standards show vn-2022 --format json",
            "poverty standards show samples/mpi/sample-mpi.json") { id };
        id.CompletionSources.Add(_ => StandardLibrary.BuiltIn.Select(standard => new CompletionItem(standard.Id)));
        show.SetAction(parse => Show(parse, parse.GetRequiredValue(id)));

        var file = new Argument<string>("FILE") { Description = "A standard as JSON; - reads stdin / Tệp chuẩn dạng JSON" };
        var check = new ExampleCommand("check", "All faults of a standard of your own, a line each / Kiểm tra tệp chuẩn riêng",
            "poverty standards check src/LangSon.Poverty/Standards/vn-2022.json") { file };
        check.SetAction(parse => Check(parse, parse.GetRequiredValue(file)));

        return new Command("standards", "The poverty standards / Các chuẩn nghèo") { list, show, check };
    }

    private static int Show(ParseResult parse, string id)
    {
        var standard = StandardLibrary.ById(id);
        if (standard is null && File.Exists(id))
        {
            if (ReadAll(parse, id) is not { } content) return (int)ExitCode.Input;
            (standard, var faults) = StandardReader.Read(content, id);
            if (standard is null) return parse.Refuse(ExitCode.Usage, Sentence(id, faults[0]));
        }
        if (standard is null)
        {
            return parse.Refuse(ExitCode.Usage, Answer.WithNearest(new($"Không có chuẩn \"{id}\"", $"There is no standard \"{id}\""),
                Nearest.To(id, StandardLibrary.BuiltIn.Select(known => known.Id))));
        }
        if (parse.OutputFormat() != OutputFormat.Table) return parse.Print(StandardTables.Everything(standard));

        parse.Say(new($"{standard.Id}: {standard.Title.Vi}", $"{standard.Id}: {standard.Title.En}"));
        parse.Say(new($"Đối chiếu với văn bản ngày {standard.CheckedOn:o}.", $"Compared with the documents on {standard.CheckedOn:o}."));
        parse.Say(new("", ""));
        parse.Print(StandardTables.Periods(standard));
        parse.Say(new("", ""));
        parse.Say(standard.Poor is null ? new("Chuẩn không xét thu nhập:", "Income is not asked about:")
            : standard.IncomeMonths == 12 ? new("Mức thu nhập tính bằng đồng/người/năm:", "Income lines in VND per person a year:")
            : new("Mức thu nhập tính bằng đồng/người/tháng:", "Income lines in VND per person a month:"));
        parse.Print(StandardTables.Values(standard));
        if (standard.Indicators.Count == 0) return (int)ExitCode.Done;
        parse.Say(new("", ""));
        return parse.Print(StandardTables.Indicators(standard));
    }

    private static int Check(ParseResult parse, string file)
    {
        if (ReadAll(parse, file) is not { } content) return (int)ExitCode.Input;
        var (standard, faults) = StandardReader.Read(content, file);
        if (parse.OutputFormat() == OutputFormat.Table)
        {
            foreach (var fault in faults) parse.Say(Sentence(file, fault));
            if (standard is not null) parse.Say(Summary(standard));
        }
        else
        {
            parse.Print(Faults(file, faults, parse.Language()));
        }
        return (int)(standard is null ? ExitCode.Usage : ExitCode.Done);
    }

    private static Phrase Sentence(string file, JsonFault fault) => Phrase.FromString($"{file}:{fault.Line} {fault.Path}: ").With(fault.Reason);

    /// <summary>A file's bytes; null, and said why, where it cannot be read.</summary>
    private static byte[]? ReadAll(ParseResult parse, string file)
    {
        try
        {
            if (file != "-") return File.ReadAllBytes(file);
            using var content = new MemoryStream();
            using var input = Console.OpenStandardInput();
            input.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            parse.Refuse(ExitCode.Input, new Phrase($"Không đọc được tệp {file}", $"Cannot read {file}").With(File.Exists(file) ? "." : NearestFile.Hint(file).With(".")));
            return null;
        }
    }

    private static TextTable Faults(string file, IReadOnlyList<JsonFault> faults, Language language)
    {
        var table = new TextTable(TextColumn.ForScripts("file"), TextColumn.ForScripts("line", ColumnKind.Number),
            TextColumn.ForScripts("path"), TextColumn.ForScripts("reason"));
        foreach (var fault in faults)
            table.Add(Cell.Of(file), Cell.Of(fault.Line), Cell.Of(fault.Path), Cell.Of(fault.Reason.In(language)));
        return table;
    }

    private static Phrase Summary(Standard standard)
    {
        var last = standard.Applies[^1].Until;
        var open = StandardTables.UncheckedCount(standard);
        return new(
            $"{standard.File}: {standard.Id} không có lỗi; áp dụng từ {standard.FirstDay:o}{(last is null ? "" : $" đến {last:o}")}, {standard.Indicators.Count} chỉ số, {open} giá trị {StandardTables.Unchecked.Vi}.",
            $"{standard.File}: {standard.Id} has no faults; applies from {standard.FirstDay:o}{(last is null ? "" : $" to {last:o}")}, {standard.Indicators.Count} indicators, {open} {StandardTables.Unchecked.En} values.");
    }
}
