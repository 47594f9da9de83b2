using System.CommandLine;
using System.Globalization;
using ClosedXML.Excel;
using ExcelNumberFormat;
using LangSon.Poverty.Running;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Commands;
using LangSon.PovertyCli.Reporting;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.RunFile;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>Contents and books for the tests.</summary>
internal static class Books
{
    private static readonly Lazy<BookContent> LazySample = new(() => Run("samples/lang-son"));

    private static readonly Lazy<BookContent> LazySmall = new(() => Run("tests/LangSon.PovertyCli.Tests/Golden/small"));

    /// <summary>The sample of two census years: 11 districts, 200 communes.</summary>
    public static BookContent Sample => LazySample.Value;

    /// <summary>The small golden run: rejected and undetermined households, every verdict but one.</summary>
    public static BookContent Small => LazySmall.Value;

    /// <summary>What a run of a folder of the repository gives.</summary>
    public static BookContent Run(string folder)
    {
        var report = Report(folder);
        return BookContent.Of(report, HashedInput.Of(report.Inputs.Plan)) with { Version = "1.2.3" };
    }

    /// <summary>A run of a folder of the repository.</summary>
    public static RunReport Report(string folder)
    {
        var command = new Command("job");
        RunOptions.AddTo(command);
        command.SetAction(_ => 0);
        var resolution = RunOptions.Resolve(Root.Build(command).Parse(["job", folder]), RunInputs.Context, Repository.Root);
        Assert.Empty(resolution.Faults.Lines(Language.English));
        var inputs = RunInputs.Load(resolution.Plan, 1, resolution.Faults);
        Assert.NotNull(inputs);
        return RunReport.Execute(inputs, null, CancellationToken.None);
    }

    /// <summary>The content of a run of tables written in a test.</summary>
    public static BookContent Of(RunOutcome outcome, params IReadOnlyList<TargetResult> targets) => new()
    {
        Title = "Test",
        Results = outcome.Results!,
        Targets = targets,
        Findings = [],
        Files = outcome.Files,
        Members = outcome.Members,
        Inputs = [],
        Version = "1.2.3",
    };

    /// <summary>The bytes of the book.</summary>
    public static byte[] Bytes(BookContent content, Language language = Language.Vietnamese)
    {
        using var stream = new MemoryStream();
        Book.Write(stream, content, language);
        return stream.ToArray();
    }

    /// <summary>The book as a reader opens it.</summary>
    public static XLWorkbook Open(BookContent content, Language language = Language.Vietnamese) => new(new MemoryStream(Bytes(content, language)));

    /// <summary>All texts of a sheet, cell by cell.</summary>
    public static IEnumerable<string> Texts(this IXLWorksheet sheet) =>
        sheet.CellsUsed().Where(cell => cell.DataType == XLDataType.Text).Select(cell => cell.GetString());

    /// <summary>The cells of a row as shown, empty ones at the end left out.</summary>
    public static string[] Shown(this IXLWorksheet sheet, int row)
    {
        var last = sheet.Row(row).LastCellUsed()?.Address.ColumnNumber ?? 0;
        return [.. Enumerable.Range(1, last).Select(column => Shown(sheet.Cell(row, column)))];
    }

    /// <summary>A number in its format, which the library that reads the book does not apply with this version of its formatter.</summary>
    private static string Shown(IXLCell cell) => cell.DataType == XLDataType.Number
        ? new NumberFormat(cell.Style.NumberFormat.Format).Format(cell.GetDouble(), CultureInfo.InvariantCulture).Trim()
        : cell.GetString();

    /// <summary>The number of the first row whose cell in a column has that text.</summary>
    public static int RowOf(this IXLWorksheet sheet, int column, string text) =>
        sheet.Column(column).CellsUsed().First(cell => cell.GetString() == text).Address.RowNumber;
}
