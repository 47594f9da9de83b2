namespace LangSon.Poverty.Aggregation;

/// <summary>Which households the file of a round holds.</summary>
public enum Coverage
{
    /// <summary>Every resident household: the rows are the denominator.</summary>
    All,

    /// <summary>The households of the yearly review (Decision 24/2021 art. 4): the denominator is the register.</summary>
    Reviewed,

    /// <summary>Recognised poor and near-poor households only: the denominator is the register.</summary>
    PoorList,
}
