using System.Globalization;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>The figures that were printed for a unit, year and group of households.</summary>
/// <param name="Row">The row that they stand in.</param>
/// <param name="Year">The year that they stand for.</param>
public sealed record PublishedRow(PlainTable.Row Row, int Year)
{
    /// <summary>The counts that may be printed, by column.</summary>
    public static readonly string[] CountColumns = ["households", "persons", "poor", "near_poor", "mdp"];

    /// <summary>The rates that may be printed, with the column of their numerator; the denominator of all is the households.</summary>
    public static readonly (string Rate, string Numerator)[] RateColumns = [("poor_rate", "poor"), ("near_poor_rate", "near_poor"), ("mdp_rate", "mdp")];

    private readonly Dictionary<string, long?> _counts = CountColumns.ToDictionary(column => column, Row.Count, StringComparer.Ordinal);

    private readonly Dictionary<string, PrintedNumber?> _numbers =
        RateColumns.Select(column => column.Rate).Concat(["poor_rate_change", "poor_rate_yearly_change", "poor_change_pct"]).ToDictionary(column => column, Row.Printed, StringComparer.Ordinal);

    /// <summary>The unit's code; its name where it has none.</summary>
    public string Unit { get; } = Row["area_code"].Length > 0 ? Row["area_code"] : Row["area_name"];

    /// <summary>The unit's name as printed.</summary>
    public string Name { get; } = Row["area_name"];

    /// <summary>The code or name of the unit that this one is a part of, where the table says it; empty: the area list tells.</summary>
    public string Parent { get; } = Row["parent"];

    /// <summary>The group of households, such as <c>minority=yes</c>.</summary>
    public string Group { get; } = Row["group"].Length > 0 ? Row["group"] : "all";

    /// <summary>The year that changes are printed against; null: the latest earlier one of the table.</summary>
    public int? Since { get; } = (int?)Row.Count("since");

    /// <summary>A printed count; null where none is.</summary>
    public long? Count(string column) => _counts[column];

    /// <summary>A printed rate or change; null where none is.</summary>
    public PrintedNumber? Number(string column) => _numbers[column];

    /// <summary>Poor and near-poor households: as they add up, else as printed.</summary>
    public long? Numerator(string column) => column == "mdp" ? Sum ?? Count("mdp") : Count(column);

    /// <summary>Poor and near-poor households as they add up; null where either is not printed.</summary>
    public long? Sum => Count("poor") + Count("near_poor");

    /// <summary>All rows of a table. Faults, two rows of one unit, year and group among them, go to the table.</summary>
    public static IReadOnlyList<PublishedRow> Read(PlainTable table)
    {
        var rows = new List<PublishedRow>();
        var seen = new HashSet<(int, string, string)>();
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200)
            {
                row.Fault("year", new("năm phải là số như 2023", "the year is a number such as 2023"));
                continue;
            }
            var published = new PublishedRow(row, year);
            if (published.Unit.Length == 0) row.Fault("area_code", new("thiếu mã hoặc tên đơn vị", "the code or name of the unit is missing"));
            else if (!seen.Add((published.Year, published.Unit, published.Group)))
                row.Fault("area_code", new($"{published.Unit}, năm {published.Year}, nhóm {published.Group} đã có ở dòng trên", $"{published.Unit}, {published.Year}, {published.Group} stands in a row above"));
            else rows.Add(published);
        }
        return rows;
    }
}
