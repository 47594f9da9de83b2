using System.Globalization;
using System.Text;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>
/// A household table of a test. A row states what the test is about; every other value is that of a household of Đại Đồng
/// (rural) far above the line that lacks nothing.
/// </summary>
internal sealed class Form
{
    /// <summary>The indicators of vn-2022.</summary>
    public static readonly string[] Indicators =
    [
        "employment", "dependents", "nutrition", "health_insurance", "adult_education", "child_schooling", "housing_quality", "housing_area",
        "water", "toilet", "telecom", "information_means",
    ];

    private readonly string[] _columns;
    private readonly string[] _headers;
    private readonly List<string[]> _rows = [];

    /// <summary>A table with the required columns and those named here; a header may be written <c>column=header</c>.</summary>
    public Form(params string[] columns)
    {
        var named = columns.Select(column => column.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
        _columns = [.. new[] { "household_id", "commune_code", "household_size", "income_per_capita" }.Concat(Indicators).Union(named.Keys)];
        _columns = [.. _columns.Where(column => named.GetValueOrDefault(column) != "")];
        _headers = [.. _columns.Select(column => named.GetValueOrDefault(column, column))];
    }

    /// <summary>The header and the rows.</summary>
    public IEnumerable<string[]> Table => _rows.Prepend(_headers);

    /// <summary>Adds a household; values are written <c>column=value</c>.</summary>
    public Form Row(params string[] values)
    {
        var given = values.Select(value => value.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Empty(given.Keys.Except(_columns));
        _rows.Add([.. _columns.Select(column => given.TryGetValue(column, out var value) ? value : column switch
        {
            "household_id" => $"H{_rows.Count + 1}",
            "commune_code" => "06040",
            "household_size" => "4",
            "income_per_capita" => "5000000",
            _ => Indicators.Contains(column) ? "0" : "",
        })]);
        return this;
    }

    /// <summary>Adds a row of the cells given and no others.</summary>
    public Form Cells(params string[] cells)
    {
        _rows.Add([.. cells, .. Enumerable.Repeat("", Math.Max(0, _columns.Length - cells.Length))]);
        return this;
    }

    /// <summary>The indicators of a household that lacks the first <paramref name="count"/> of them.</summary>
    public static string[] Lacking(int count) => [.. Indicators.Take(count).Select(indicator => $"{indicator}=1")];

    /// <summary>The table as text.</summary>
    public string Text(char delimiter = ',') => string.Concat(Table.Select(row => string.Join(delimiter, row.Select(cell => Quoted(cell, delimiter))) + "\n"));

    /// <inheritdoc/>
    public override string ToString() => Text();

    /// <summary>Runs one round of 2023 over this table; <paramref name="round"/> holds further keys of the round.</summary>
    public MemoryRun Run(string round = "", string top = "") => Run(round, top, ("households.csv", Text()));

    /// <summary>Runs one round of 2023 over files.</summary>
    public static MemoryRun Run(string round, string top, params IEnumerable<(string Name, string Text)> files) =>
        Run(round, top, files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>Runs one round of 2023 over files of any content; those whose names begin with h are household files.</summary>
    public static MemoryRun Run(string round, string top, IEnumerable<(string Name, byte[] Content)> files) =>
        Rounds(top, $$"""{ "year": 2023, "households": ["h*"]{{Joined(round)}} }""", files);

    /// <summary>Runs rounds over files. Communes without households, of which the built-in list is full, are not listed.</summary>
    public static MemoryRun Rounds(string top, string rounds, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in files) File.WriteAllBytes(folder[name], content);
        var keys = top.Contains("\"findings\"", StringComparison.Ordinal) ? top : "\"findings\": { \"PV8001\": \"off\" }" + Joined(top);
        folder.Write("poverty.json", string.Create(CultureInfo.InvariantCulture, $$"""{ {{keys}}, "rounds": [{{rounds}}] }"""));
        return MemoryRun.Of(folder.Path, "poverty.json");
    }

    private static string Joined(string keys) => keys.Length == 0 ? "" : ", " + keys;

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(delimiter, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
