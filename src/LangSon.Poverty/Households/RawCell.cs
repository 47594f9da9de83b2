using LangSon.Poverty.Findings;

namespace LangSon.Poverty.Households;

/// <summary>What a row of the file says in one column, before anything was made of it.</summary>
/// <param name="Column">The canonical column.</param>
/// <param name="Header">Its header in the file.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text as findings show it, trimmed and clean; empty for a blank cell.</param>
public sealed record RawCell(string Column, string Header, Place Place, string Text);

/// <summary>What told whether a household lives in an urban or a rural area.</summary>
public enum SettlementOrigin
{
    /// <summary>Nothing did.</summary>
    None,

    /// <summary>The row's own column.</summary>
    Column,

    /// <summary>The kind of its commune on the round's day.</summary>
    Unit,

    /// <summary>The kind word before the commune's name.</summary>
    KindWord,
}
