using LangSon.Poverty.Tables;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Starting;

/// <summary>The small tables of examples that are part of the program.</summary>
internal static class ExampleTable
{
    /// <summary>The rows of a table with those columns; a fault in it is one of the program.</summary>
    public static IReadOnlyList<PlainTable.Row> Read(string name, params string[] columns)
    {
        using var source = HouseholdFile.Open(Resource.Bytes($"starting/{name}"), name);
        var table = PlainTable.Read(source, columns, []);
        return table.Faults is [var fault, ..] ? throw new InvalidDataException($"{name}:{fault.Place.Line}: {fault.Column}") : table.Rows;
    }
}
