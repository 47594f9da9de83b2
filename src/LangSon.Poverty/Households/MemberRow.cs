using LangSon.Poverty.Findings;
using LangSon.Poverty.Survey;

namespace LangSon.Poverty.Households;

/// <summary>A member of one household as a row of the member table tells it, kept to explain that household.</summary>
/// <param name="Place">Its file, sheet and line: what the member goes by, never the name.</param>
/// <param name="Number">The number within the household; null where there is none.</param>
/// <param name="Answers">What the rules may ask; nothing where the row was rejected.</param>
/// <param name="Codes">The errors that reject the row, so that all of its answers are unknown; else empty.</param>
public sealed record MemberRow(Place Place, int? Number, Answers Answers, IReadOnlyList<string> Codes)
{
    /// <summary>What the row says in the columns that rules ask for, by canonical name; a birth is not among them.</summary>
    public IReadOnlyDictionary<string, RawCell> Cells { get; init; } = new Dictionary<string, RawCell>();

    /// <summary>The cell that answers a column: its own, else the one of numbers that may hold it; null where the file has neither.</summary>
    public RawCell? Cell(SurveyColumn column)
    {
        var cells = SurveyColumns.Members.All.Where(other => other == column || other.Flag == column.Name)
            .OrderByDescending(other => other == column).Select(other => Cells.GetValueOrDefault(other.Name)).OfType<RawCell>().ToArray();
        return cells.FirstOrDefault(cell => cell.Text.Length > 0) ?? cells.FirstOrDefault();
    }
}
