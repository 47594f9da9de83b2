using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>What a printed figure is held against.</summary>
public enum CheckKind
{
    /// <summary>A rate and its own counts.</summary>
    Rate,

    /// <summary>All rates of a row and one number of households, which is not printed.</summary>
    Denominator,

    /// <summary>Poor and near-poor households and their printed sum.</summary>
    Sum,

    /// <summary>A unit and the units that it consists of.</summary>
    Parts,

    /// <summary>All households and the groups that divide them.</summary>
    Groups,

    /// <summary>A change against an earlier year.</summary>
    Change,

    /// <summary>A figure that the program computes.</summary>
    Computed,
}

/// <summary>Whether a printed figure is right.</summary>
public enum Agreement
{
    /// <summary>It is what the other figures give.</summary>
    Agrees,

    /// <summary>It can't be.</summary>
    Differs,

    /// <summary>The other figures do not tell.</summary>
    Open,
}

/// <summary>A printed figure and what the others say of it.</summary>
/// <param name="Row">The row that it stands in.</param>
/// <param name="Kind">What it is held against.</param>
/// <param name="Column">Its column; <c>households</c> for a number of households that only the rates tell.</param>
/// <param name="Agreement">Whether it is right.</param>
public sealed record PrintedCheck(PublishedRow Row, CheckKind Kind, string Column, Agreement Agreement)
{
    /// <summary>The figure as printed; null for households that are not.</summary>
    public PrintedNumber? Printed { get; init; }

    /// <summary>The smallest value that the other figures allow.</summary>
    public decimal? Low { get; init; }

    /// <summary>The largest; the same where the value is exact. Below <see cref="Low"/> where no number of households fits all rates.</summary>
    public decimal? High { get; init; }

    /// <summary>Printed less what it should be, as the printed figure is rounded; null where nothing differs or nothing is printed.</summary>
    public decimal? Difference => Agreement != Agreement.Differs || Printed is not { } printed || Low is not { } low || High is not { } high ? null
        : printed.Value - printed.Round(printed.Value < low ? low : high);
}
