using System.Diagnostics.CodeAnalysis;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// A column map kept as a CSV file with the columns canonical, header, values and scale, so that it can be edited in a
/// spreadsheet. <c>values</c> is written <c>yes=urban;no=rural</c>; <c>=0</c> says that blank means 0.
/// </summary>
internal static class ColumnMapFile
{
    /// <summary>Reads the map; all that is wrong with it is added to the faults of <paramref name="scope"/>.</summary>
    public static IReadOnlyDictionary<string, ColumnSource> Read(InputFile file, RunScope scope)
    {
        var columns = new Dictionary<string, ColumnSource>(StringComparer.Ordinal);
        PlainTable table;
        try
        {
            using var source = scope.Context.OpenTable(file);
            table = PlainTable.Read(source, TableForm.ColumnMap);
        }
        catch (FileRefusedException refused)
        {
            scope.Faults.Add(refused.Finding);
            return columns;
        }
        foreach (var row in table.Faults.Count == 0 ? table.Rows : [])
        {
            var canonical = row.Text("canonical");
            if (canonical.Length > 0 && scope.Columns.Fault(canonical) is { } unknown) row.Fault("canonical", unknown);
            var scale = row.Number("scale") ?? 1;
            if (scale <= 0) row.Fault("scale", new("hệ số phải là số trên 0", "a scale is a number above 0"));
            if (!TryValues(row["values"], out var values)) row.Fault("values", new("phải là các cặp như yes=urban;no=rural, mỗi từ một lần", "expected pairs such as yes=urban;no=rural, each word once"));
            if (!columns.TryAdd(canonical, new ColumnSource(row.Text("header"), values ?? [], scale)))
                row.Fault("canonical", new($"\"{canonical}\" xuất hiện hai lần", $"\"{canonical}\" stands twice"));
        }
        foreach (var fault in table.Faults) scope.Faults.Add(fault);
        return columns;
    }

    private static bool TryValues(string text, [NotNullWhen(true)] out Dictionary<string, string>? values)
    {
        values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0 && values.TryAdd(pair[..equals].Trim(), pair[(equals + 1)..].Trim())) continue;
            values = null;
            return false;
        }
        return true;
    }
}
