using LangSon.Poverty.Areas;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Aggregation;

/// <summary>A row of a register or table of counts with the unit that it is of.</summary>
/// <param name="Row">The row.</param>
/// <param name="Area">Its unit; null for a printed total of all rows.</param>
/// <param name="IsTotal">Whether it is a printed total of other rows, which checks them and is not the unit's own.</param>
public sealed record UnitRow(PlainTable.Row Row, AreaNode? Area, bool IsTotal = false);
