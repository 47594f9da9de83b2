using System.Globalization;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>A unit as a form lists it.</summary>
/// <param name="Area">The unit.</param>
/// <param name="Ordinal">Its number, such as <c>1</c> for a district and <c>1.2</c> for a commune of it; empty for the whole.</param>
/// <param name="Parts">The places of the units directly under it; empty for the lowest.</param>
internal sealed record FormUnit(AreaNode Area, string Ordinal, IReadOnlyList<int> Parts)
{
    /// <summary>Whether it is the whole that the form is about.</summary>
    public bool IsWhole => Ordinal.Length == 0;
}

/// <summary>The units that a form lists: every part of the whole with its own parts under it, and the whole last.</summary>
internal sealed class FormUnits
{
    private readonly BookAreas _areas;
    private readonly List<FormUnit> _all = [];

    /// <summary>Numbers the units of some rounds: districts with their communes, or communes where no districts stand.</summary>
    public FormUnits(IEnumerable<RoundResult> rounds)
    {
        _areas = new BookAreas(rounds);
        var parts = Add(_areas.Parts, "");
        // A unit that consists of no others is all that there is to list.
        if (_areas.Whole is { } whole) _all.Add(new FormUnit(whole, _all.Count == 0 ? "1" : "", parts));
    }

    /// <summary>All of them, in the order of the rows.</summary>
    public IReadOnlyList<FormUnit> All => _all;

    /// <summary>What the form is about; null where several units stand side by side.</summary>
    public AreaNode? Whole => _areas.Whole;

    private List<int> Add(IEnumerable<AreaNode> areas, string under)
    {
        var places = new List<int>();
        foreach (var (i, area) in areas.Index())
        {
            var ordinal = under + (i + 1).ToString(CultureInfo.InvariantCulture);
            places.Add(_all.Count);
            _all.Add(new FormUnit(area, ordinal, []));
            var parts = Add(_areas.Under(area), $"{ordinal}.");
            _all[places[^1]] = new FormUnit(area, ordinal, parts);
        }
        return places;
    }
}
