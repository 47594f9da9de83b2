using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Comparison;

/// <summary>The latest years in which a household is known to have been recognised as escaped.</summary>
/// <param name="FromPoverty">From poverty (thoát nghèo); null: never, as far as known.</param>
/// <param name="FromNearPoverty">From near-poverty (thoát cận nghèo).</param>
internal readonly record struct Escapes(int? FromPoverty, int? FromNearPoverty)
{
    /// <summary>
    /// Reads earlier rounds and the status columns of this and earlier ones. A status column tells how the household stood
    /// before the round, so an escape that it names is of the year before.
    /// </summary>
    public static Escapes Of(ReadOnlySpan<LedgerEntry> entries, MovementRule rule)
    {
        int? poor = null, near = null;
        for (var round = 0; round <= rule.To; round++)
        {
            var (entry, year, _, lacking) = rule.Rounds[round];
            var told = year - 1;
            if (entries[entry].Previous == PreviousStatus.Escaped) poor = Later(poor, told);
            if (entries[entry].Previous == PreviousStatus.EscapedNearPoor) near = Later(near, told);
            if (round == 0 || round > rule.From) continue;
            var last = entries[rule.Rounds[round - 1].Entry];
            var (before, after) = (last.Standing, entries[entry].Standing);
            var dropped = after == Standing.Absent && !lacking.Contains(last.Area) && rule.Rounds[round].Coverage == Coverage.PoorList;
            if (before == Standing.Poor && (dropped || after is Standing.NearPoor or Standing.Average or Standing.NonPoor))
                poor = Later(poor, year);
            if (before == Standing.NearPoor && (dropped || after is Standing.Average or Standing.NonPoor))
                near = Later(near, year);
        }
        return new(poor, near);
    }

    private static int Later(int? known, int year) => Math.Max(known ?? year, year);
}

/// <summary>By which way a household came into a class or left it.</summary>
public enum Way : byte
{
    /// <summary>Neither: it was not in the class, or stays with as many members.</summary>
    None,

    /// <summary>Into the neighbouring class: from poor to near-poor, or the other way.</summary>
    ToNeighbour,

    /// <summary>Above both classes.</summary>
    Above,

    /// <summary>Out otherwise; or a household that stays shrank.</summary>
    OtherOut,

    /// <summary>From the neighbouring class.</summary>
    FromNeighbour,

    /// <summary>Back after an escape.</summary>
    FellBack,

    /// <summary>Newly.</summary>
    New,

    /// <summary>In otherwise; or a household that stays grew.</summary>
    OtherIn,
}

/// <summary>What a household does to the movement of one class: where it began, where it ends, the way between, and why where that is another way.</summary>
internal readonly record struct ClassStep(Flow Start, Flow End, Way Way, Flow Moved, Passage Passage = Passage.None);

/// <summary>What a household does in an area and group.</summary>
internal readonly record struct Step(Standing Before, Standing Now, Flow Size, ClassStep Poor, ClassStep NearPoor);

/// <summary>One household between two rounds.</summary>
internal readonly struct Follower(LedgerEntry from, LedgerEntry to, MovementRule rule, Escapes escapes)
{
    /// <summary>What the household does where it stood before, stands now, or both.</summary>
    public Step Step(bool wasHere, bool isHere)
    {
        var before = wasHere ? from.Standing : Standing.Absent;
        var now = isHere ? to.Standing : Standing.Absent;
        return new Step(before, now, new Flow(1, isHere ? to.Size : from.Size),
            ClassStep(Standing.Poor, Standing.NearPoor, escapes.FromPoverty, before, now),
            ClassStep(Standing.NearPoor, Standing.Poor, escapes.FromNearPoverty, before, now));
    }

    private ClassStep ClassStep(Standing own, Standing neighbour, int? escaped, Standing before, Standing now)
    {
        var (sizeBefore, sizeNow) = (new Flow(1, from.Size), new Flow(1, to.Size));
        if (before == own && now == own)
        {
            // The household stays; only its members come and go.
            var growth = to.Size - from.Size;
            return new(sizeBefore, sizeNow, growth > 0 ? Way.OtherIn : growth < 0 ? Way.OtherOut : Way.None, new Flow(0, Math.Abs(growth)), Passage.Size);
        }
        if (before == own)
        {
            return now == neighbour ? new(sizeBefore, default, Way.ToNeighbour, sizeBefore)
                : HasEscaped(now) ? new(sizeBefore, default, Way.Above, sizeBefore)
                : new(sizeBefore, default, Way.OtherOut, sizeBefore, Out(now));
        }
        if (now != own) return default;
        if (before != neighbour && !HasArisen(before)) return new(default, sizeNow, Way.OtherIn, sizeNow, In(before));
        var way = before == neighbour ? Way.FromNeighbour
            : escaped is { } year && rule.Rounds[rule.To].Year - year <= rule.FellBackYears ? Way.FellBack
            : Way.New;
        return new(default, sizeNow, way, sizeNow);
    }

    /// <summary>Why it is here no more: what the row says of its leaving, or what has become of it.</summary>
    private Passage Out(Standing now) => to.Standing switch
    {
        Standing.Left => Told(to.Because),
        Standing.Undetermined or Standing.Rejected when now == to.Standing || !to.IsPresent => Passage.Unresolved,
        Standing.Absent => rule.Rounds[rule.To].Coverage == Coverage.Reviewed ? Passage.Unlisted : Passage.NotStated,
        _ => Passage.Elsewhere,
    };

    /// <summary>Where it came from: it was elsewhere, or what its row says of its coming, or what it was.</summary>
    private Passage In(Standing before) =>
        from.IsPresent && before == Standing.Absent ? Passage.Elsewhere
        : to.Because != Because.None ? Told(to.Because)
        : from.Standing is Standing.Undetermined or Standing.Rejected ? Passage.Unresolved
        : Passage.NotStated;

    private static Passage Told(Because because) => because switch
    {
        Because.None => Passage.NotStated,
        Because.Moved => Passage.Moved,
        Because.Split => Passage.Split,
        Because.Merged => Passage.Merged,
        Because.Died => Passage.Died,
        Because.Other => Passage.Other,
    };

    /// <summary>Into another class; or gone from a list that holds the poor and near-poor only.</summary>
    private bool HasEscaped(Standing now) => now switch
    {
        Standing.Poor or Standing.NearPoor or Standing.Average or Standing.NonPoor => true,
        Standing.Absent => to.Standing == Standing.Absent && rule.Rounds[rule.To].Coverage == Coverage.PoorList,
        Standing.Undetermined or Standing.Rejected or Standing.Left => false,
    };

    /// <summary>From a class above; or new on a list, where absence means living above the line, unless it says it came another way.</summary>
    private bool HasArisen(Standing before) => before switch
    {
        Standing.Poor or Standing.NearPoor or Standing.Average or Standing.NonPoor => true,
        Standing.Absent => from.Standing == Standing.Absent && rule.Rounds[rule.From].Coverage != Coverage.All && to.Because == Because.None,
        Standing.Undetermined or Standing.Rejected or Standing.Left => false,
    };
}
