using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Collection;

namespace LangSon.Poverty.Comparison;

/// <summary>The approved figures of a round in place of those that its files give now.</summary>
internal static class ApprovedFigures
{
    /// <summary>The approved result of a reading; a further one is computed as if another standard held, which nobody approves.</summary>
    public static OfficialResult? Of(Round round) => round.IsFurther ? null : round.Approved;

    /// <summary>
    /// The approved figure. What neither the result nor the files state, and what the files count as none, stays as it is;
    /// what the files give and the result does not is not known.
    /// </summary>
    /// <param name="approved">The result.</param>
    /// <param name="area">A unit or tag of the round's own day.</param>
    /// <param name="group">The group.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="computed">What the files give; null when they can't have the measure.</param>
    public static Figure? Find(OfficialResult approved, AreaNode area, int group, string measure, Figure? computed)
    {
        var name = Group.Name(group);
        if (approved.Find(area.Level, area.Code, name, measure) is { } figure)
        {
            if (figure.Value is not { } value) return figure.Whole == 0 ? OfNobody(measure) : Unknown(computed);
            var share = figure is { Part: null, Whole: null } ? ((long?, long?)?)null : (figure.Part, figure.Whole);
            return new Figure(value, UnitOf(figure.Unit), share, figure is { Min: { } min, Max: { } max } ? new Bounds(min, max) : null, Missing.None);
        }
        if (approved.UnitOfNone(area.Level, area.Code, name, measure) is not { } word) return Unknown(computed);
        if (UnitOf(word) is var unit && unit == FigureUnit.Percent) return OfNobody(measure);
        var hasHouseholds = approved.Find(area.Level, area.Code, name, "households") is not null;
        return Figure.Count(hasHouseholds ? null : 0, unit, Missing.NobodyInClass);
    }

    /// <summary>The share of nobody: nobody is in the class that it is of, or there are no households.</summary>
    private static Figure OfNobody(string measure) =>
        Figure.Rate(0, 0, null, measure.Contains(':', StringComparison.Ordinal) ? Missing.NobodyInClass : Missing.NoHouseholds);

    private static Figure? Unknown(Figure? computed) =>
        computed is { Value: not null and not 0 } known ? known with { Value = null, Share = null, Bounds = null, Missing = Missing.NotApproved } : computed;

    private static FigureUnit UnitOf(string word) => word switch
    {
        "percent" => FigureUnit.Percent,
        "persons" => FigureUnit.Persons,
        _ => FigureUnit.Households,
    };
}
