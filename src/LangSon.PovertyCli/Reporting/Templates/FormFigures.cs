using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>A figure of a form.</summary>
/// <param name="Value">The figure, exact; null when it is not known, and for a share of nothing.</param>
/// <param name="Missing">Why it is not known; null when it is, and for a share of nothing.</param>
internal readonly record struct FormFigure(decimal? Value, Phrase? Missing)
{
    /// <summary>Whether it can't be told, rather than there being nothing to tell.</summary>
    public bool IsUnknown => Missing is not null;

    /// <summary>A known figure.</summary>
    public static FormFigure Of(decimal value) => new(value, null);

    /// <summary>An unknown one.</summary>
    public static FormFigure Unknown(Phrase why) => new(null, why);
}

/// <summary>The figures that forms are filled with: those of the last round, and its movements from the one that its changes are measured from.</summary>
internal sealed class FormFigures(Poverty.Comparison.Results results)
{
    private static readonly Phrase NotInRound = new("kỳ này không có chỉ số này", "the round does not have it");
    private static readonly Phrase NoMembers = new("cần bảng thành viên của hộ", "the members of the households are needed");
    private static readonly Phrase NoUnit = new("đơn vị không có trong kỳ này", "the unit is not in the round");
    private static readonly Phrase NoAnswers = new("số liệu không ghi", "the data do not state it");
    private static readonly Phrase NoHistory = new("tái nghèo cần lịch sử của hộ nên tính trong số phát sinh", "falling back needs the households' history and is counted as newly arising");

    private readonly RoundResult _round = results.Rounds[^1];
    private readonly int _to = results.Rounds.Count - 1;
    private readonly Dictionary<(AreaNode Area, string Kind), long> _grouped = [];

    /// <summary>Why the last round can't be held against its base; null when it can.</summary>
    public Phrase? WhyNoMovements => results.Base(_to) is { } from ? Missings.OfMovement(results, from, _to)
        : new("cần hai kỳ rà soát, số liệu chỉ có một kỳ", "two rounds are needed, the data have one");

    /// <summary>Why nobody is known to have fallen back; null when it can be told.</summary>
    public Phrase? WhyNoFallingBack => WhyNoMovements ?? (results.HasHistory(results.Base(_to)!.Value, _to) ? default(Phrase?) : NoHistory);

    /// <summary>What is counted in a column; null for one that only follows from others.</summary>
    /// <param name="column">The column under the law of the round.</param>
    /// <param name="area">The unit.</param>
    /// <param name="row">Which of the unit's rows: the first counts households, the second persons.</param>
    public FormFigure? Counted(FormColumn column, AreaNode area, int row) =>
        column.Movement is { } movement ? Moved(movement, area, row)
        : column.Measures.Count == 0 ? null
        : Sum(column.Groups.Select(group => Measured(column.Measures[Math.Min(row, column.Measures.Count - 1)], group, area)));

    /// <summary>How many households of the whole a column can't place, since the data do not say whether they belong to its group.</summary>
    public long Unplaced(FormColumn column, AreaNode whole)
    {
        if (column.Movement is not null || column.Measures.Count == 0 || column.Groups.Count != 1 || !IsTold(column.Measures[0])) return 0;
        var counts = _round.Summary.Of(whole, Group.All);
        return counts.HasRows && Kinds(column.Groups[0]) is [var kind] ? counts.Rows - InKind(whole, kind) : 0;
    }

    /// <summary>How many households or children of the whole gave no answer to what a column counts, so that it may be larger by as many.</summary>
    public decimal Unanswered(FormColumn column, AreaNode whole, int row)
    {
        if (column.Movement is not null || column.Measures.Count == 0 || Group.Parse(column.Groups[0]) is not { } group) return 0;
        if (_round.Find(whole, group, column.Measures[Math.Min(row, column.Measures.Count - 1)]) is not { Bounds: { } bounds } figure) return 0;
        var open = bounds.Max - bounds.Min;
        return figure.Share is { Whole: { } all } ? decimal.Round(open * all / 100) : open;
    }

    private static FormFigure Sum(IEnumerable<FormFigure> figures)
    {
        decimal sum = 0;
        foreach (var figure in figures)
        {
            if (figure.Value is not { } value) return figure;
            sum += value;
        }
        return FormFigure.Of(sum);
    }

    private FormFigure Measured(string measure, string name, AreaNode area)
    {
        if (!_round.Summary.Has(area)) return FormFigure.Unknown(NoUnit);
        if (Group.Parse(name) is not { } group || _round.Find(area, group, measure) is not { } figure)
            return FormFigure.Unknown(OfChildren(measure) is not null && _round.Round is { Members: null, Law.ChildrenBelow: not null } ? NoMembers : NotInRound);
        var value = figure.Unit == FigureUnit.Percent ? figure.Share?.Part : figure.Value;
        if (value is not { } number) return FormFigure.Unknown(Missings.Phrase(figure.Missing));
        // Where nobody answered, nobody is known to lack or to belong: that is not the same as none.
        var most = figure.Unit == FigureUnit.Percent ? 100 : OfChildren(measure) is { } children ? _round.Find(area, group, children)?.Value : null;
        if (figure.Bounds is { Min: 0, Max: > 0 and var max } && max >= most) return FormFigure.Unknown(NoAnswers);
        return IsTold(measure) && _round.Summary.Of(area, Group.All) is { HasRows: true, Rows: > 0 } && Kinds(name).Any(kind => InKind(area, kind) == 0)
            ? FormFigure.Unknown(NoAnswers)
            : FormFigure.Of(number);
    }

    /// <summary>Of a measure that counts children, the one that counts all of them.</summary>
    private static string? OfChildren(string measure) => measure.Split("_lacking:")[0] is var all && all.EndsWith("_children", StringComparison.Ordinal) ? all : null;

    private FormFigure Moved(string movement, AreaNode area, int row)
    {
        if (WhyNoMovements is { } why) return FormFigure.Unknown(why);
        var from = results.Base(_to)!.Value;
        // One reason for all units: how many households they are differs from one to the other.
        if (results.Ground(from, _to).Unplaced.ContainsKey(area)) return FormFigure.Unknown(Missings.UnplacedHouseholds);
        // Where areas come from the data, a commune in which nobody is poor may be in no row.
        if (area.Unit is not null && Missings.OfMovement(results, from, _to, area) is { } otherwise) return FormFigure.Unknown(otherwise);
        var moves = results.Movements(from, _to).GetValueOrDefault((area, Group.All)) ?? new AreaMovement();
        const string NearPoor = "np_";
        var isNearPoor = movement.StartsWith(NearPoor, StringComparison.Ordinal);
        var name = isNearPoor ? movement[NearPoor.Length..] : movement;
        if (name == "fell_back" && WhyNoFallingBack is { } unknown) return FormFigure.Unknown(unknown);
        if (FlowOf(isNearPoor ? moves.NearPoor : moves.Poor, name) is not { } flow) return FormFigure.Unknown(NotInRound);
        return FormFigure.Of(row == 0 ? flow.Households : flow.Persons);
    }

    private static Flow? FlowOf(ClassMovement moves, string name) => name switch
    {
        "start" => moves.Start,
        "escaped_to_near_poor" or "escaped_to_poor" => moves.ToNeighbour,
        "escaped_above" => moves.Above,
        "other_out" => moves.OtherOut,
        "near_poor_to_poor" => moves.FromNeighbour,
        "fell_back" => moves.FellBack,
        "newly_poor" => moves.New,
        "other_in" => moves.OtherIn,
        "end" => moves.End,
        _ => null,
    };

    /// <summary>Residents are those of the register where there is one: rows then tell nothing of their groups.</summary>
    private bool IsTold(string measure) => measure is not ("households" or "persons") || _round.Round.Coverage == Coverage.All;

    /// <summary>The kinds of division that must be known to place a household in a group or not: that of the group, such as <c>minority</c>; for the households of no target group all three.</summary>
    private static string[] Kinds(string group) => group.Split('=')[0] switch
    {
        "all" => [],
        "target_group" => ["minority", "no_labour_capacity", "merit"],
        var kind => [kind],
    };

    /// <summary>The rows of a unit of which the group of a kind is known.</summary>
    private long InKind(AreaNode area, string kind)
    {
        if (_grouped.TryGetValue((area, kind), out var known)) return known;
        var groups = Group.Of(Enum.GetValues<GroupKind>()).Where(group => Group.Name(group).StartsWith($"{kind}=", StringComparison.Ordinal));
        return _grouped[(area, kind)] = groups.Sum(group => _round.Summary.Of(area, group).Rows);
    }
}
