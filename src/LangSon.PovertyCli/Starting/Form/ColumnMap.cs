using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Starting.Form;

/// <summary>columns.csv: what the headers and words of the household sheet mean.</summary>
internal static class ColumnMap
{
    /// <summary>The map of a round's form.</summary>
    public static byte[] Of(ReviewRound round, Language language) => ExampleTables.Csv(["canonical", "header", "values", "scale"], csv =>
    {
        foreach (var column in FormColumn.OfHouseholds(round.Law))
        {
            csv.Text(Encoding.UTF8.GetBytes(column.Name));
            csv.Text(Encoding.UTF8.GetBytes(column.Title.In(language)));
            csv.Text(Encoding.UTF8.GetBytes(column.Values(language)));
            csv.Blank();
            csv.EndRow();
        }
    });
}
