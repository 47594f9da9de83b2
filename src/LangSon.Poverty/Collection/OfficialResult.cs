using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Collection;

/// <summary>An approved figure.</summary>
/// <param name="Value">The value as results give it; null where none was given.</param>
/// <param name="Part">The numerator of a percentage.</param>
/// <param name="Whole">Its denominator.</param>
/// <param name="Min">The smallest value that unresolved rows left open; null where not stated.</param>
/// <param name="Max">The largest.</param>
/// <param name="Unit">What it is counted in: households, persons or percent.</param>
/// <param name="Line">Its line in the file.</param>
public readonly record struct OfficialFigure(decimal? Value, long? Part, long? Whole, decimal? Min, decimal? Max, string Unit, long Line);

/// <summary>
/// The approved result of a round (<c>official.csv</c>): the base that later rounds are measured from, whatever its files
/// give by then. Units bear the codes that they had on the day of the round.
/// </summary>
public sealed class OfficialResult
{
    private readonly Dictionary<(AreaLevel Level, string Code), Dictionary<(string Group, string Measure), OfficialFigure>> _figures = [];
    private readonly Dictionary<string, string> _measures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    private OfficialResult(PlainTable table) => Table = table;

    /// <summary>The file, with all that is wrong with it; its rows are not held.</summary>
    public PlainTable Table { get; }

    /// <summary>The id of the round.</summary>
    public string Round { get; private set; } = "";

    /// <summary>The year that the round stands for.</summary>
    public int Year { get; private set; }

    /// <summary>The day of the round; null where no record of the approval tells.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>The standard that judged it.</summary>
    public string Standard { get; private set; } = "";

    /// <summary>The decision, as outputs name it.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>The units and tags that have figures.</summary>
    public IEnumerable<(AreaLevel Level, string Code)> Units => _figures.Keys;

    /// <summary>Reads the figures, row by row; what is wrong with them is said in <see cref="Table"/>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="approval">The record beside it; null where there is none.</param>
    public static OfficialResult Read(RowSource source, Approval? approval)
    {
        OfficialResult? result = null;
        var table = PlainTable.ForEach(source, TableForm.Official, (table, row) => (result ??= new OfficialResult(table) { Date = approval?.Date }).Add(row));
        result ??= new OfficialResult(table) { Date = approval?.Date };
        if (table.Faults.Count == 0 && result._figures.Count == 0) table.Fault(1, "measure", new("không có số liệu nào", "there are no figures"));
        return result;
    }

    /// <summary>The groups that a unit has figures of.</summary>
    public IEnumerable<string> GroupsOf(AreaLevel level, string code) =>
        _figures.TryGetValue((level, code), out var figures) ? figures.Keys.Select(key => key.Group).Distinct() : [];

    /// <summary>The figure of a unit, group and measure; null where the result does not state it.</summary>
    public OfficialFigure? Find(AreaLevel level, string code, string group, string measure) =>
        _figures.TryGetValue((level, code), out var figures) && figures.TryGetValue((group, measure), out var figure) ? figure : null;

    /// <summary>
    /// What a measure is counted in that the result states, though not of this unit and group: of the groups only those are
    /// listed that have households, and of their shares only those of a class in which somebody is. Null where it may be
    /// stated nowhere, so that its absence says nothing.
    /// </summary>
    public string? UnitOfNone(AreaLevel level, string code, string group, string measure) =>
        _figures.ContainsKey((level, code)) && _groups.Contains(group) ? _measures.GetValueOrDefault(measure) : null;

    private void Add(PlainTable.Row row)
    {
        // Estimates of a measure for several cut-offs are not compared from one year to the next.
        if (row["k"].Length > 0 || row["scheme"].Length > 0) return;
        Head(row);
        if (!Enum.TryParse<AreaLevel>(row["level"], ignoreCase: true, out var level))
        {
            row.Fault("level", new($"\"{row["level"]}\" không phải cấp đơn vị như province, district, commune", $"\"{row["level"]}\" is no level such as province, district, commune"));
            return;
        }
        var key = (level, row["area_code"]);
        if (!_figures.TryGetValue(key, out var figures)) _figures[key] = figures = [];
        var figure = new OfficialFigure(row.Number("value"), row.Count("numerator"), row.Count("denominator"), row.Number("value_min"), row.Number("value_max"), string.Intern(row["unit"]), row.Line);
        var (group, measure) = (string.Intern(row["group"]), string.Intern(row.Text("measure")));
        _groups.Add(group);
        _measures[measure] = figure.Unit;
        if (!figures.TryAdd((group, measure), figure))
            row.Fault("area_code", new($"{row["area_code"]} {row["group"]} {row["measure"]} xuất hiện hai lần", $"{row["area_code"]} {row["group"]} {row["measure"]} stands twice"));
    }

    /// <summary>Takes what holds for the whole file from its first row; the others must say the same.</summary>
    private void Head(PlainTable.Row row)
    {
        var (round, year, standard) = (row.Text("round"), (int)(row.Count("year") ?? 0), row.Text("standard"));
        var decision = row.Day("decision_date") is { } day ? Approval.Named(row.Text("decision"), day) : row.Text("decision");
        if (_figures.Count == 0) (Round, Year, Standard, Decision) = (round, year, standard, decision);
        else if ((round, year, standard, decision) != (Round, Year, Standard, Decision))
            row.Fault("round", new($"mỗi tệp chỉ có một kỳ, một chuẩn và một quyết định; các dòng trên là của kỳ {Round}, {Standard}, {Decision}", $"a file is of one round, standard and decision; the rows above are of {Round}, {Standard}, {Decision}"));
    }
}
