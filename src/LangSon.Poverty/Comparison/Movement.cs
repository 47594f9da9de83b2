using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Comparison;

/// <summary>Households and the persons in them.</summary>
/// <param name="Households">Households.</param>
/// <param name="Persons">Persons.</param>
public readonly record struct Flow(long Households, long Persons)
{
    /// <summary>The sum.</summary>
    public static Flow operator +(Flow a, Flow b) => new(a.Households + b.Households, a.Persons + b.Persons);

    /// <summary>The difference.</summary>
    public static Flow operator -(Flow a, Flow b) => new(a.Households - b.Households, a.Persons - b.Persons);
}

/// <summary>
/// How the households of one class moved in an area and group between two rounds. The identity
/// start − escaped − other_out + became + other_in = end holds for households and for persons.
/// </summary>
public sealed class ClassMovement
{
    /// <summary>In the class before.</summary>
    public Flow Start { get; internal set; }

    /// <summary>In the class now.</summary>
    public Flow End { get; internal set; }

    /// <summary>Left the class for another (thoát nghèo; for near-poor households into poverty as well).</summary>
    public Flow Escaped { get; internal set; }

    /// <summary>From the neighbouring class: near-poor before and poor now, or poor before and near-poor now.</summary>
    public Flow FromNeighbour { get; internal set; }

    /// <summary>Back after having been recognised as escaped within the window (tái nghèo).</summary>
    public Flow FellBack { get; internal set; }

    /// <summary>The rest of those that became poor (phát sinh).</summary>
    public Flow New { get; internal set; }

    /// <summary>In by other ways: moved, split, born of an open or rejected row, or a household that grew.</summary>
    public Flow OtherIn { get; internal set; }

    /// <summary>Out by other ways: moved, merged, died, now open or rejected, or a household that shrank.</summary>
    public Flow OtherOut { get; internal set; }

    /// <summary>Of <see cref="OtherOut"/>: in no row of a review list, though the law requires them to be listed (Decision 24/2021 art. 4).</summary>
    public Flow Unlisted { get; internal set; }

    /// <summary>Neighbours, those that fell back and the new ones together.</summary>
    public Flow Became => FromNeighbour + FellBack + New;

    /// <summary>Whether no household of the class stood here, came or went.</summary>
    public bool IsEmpty => Start == default && End == default && OtherIn == default && OtherOut == default;

    /// <summary>How far the identity is off; zero unless the program is wrong.</summary>
    public Flow Off => Start - Escaped - OtherOut + Became + OtherIn - End;
}

/// <summary>The movements of an area and group between two rounds.</summary>
public sealed class AreaMovement
{
    private readonly Flow[] _matrix = new Flow[6 * 6];

    /// <summary>Poor households.</summary>
    public ClassMovement Poor { get; } = new();

    /// <summary>Near-poor households.</summary>
    public ClassMovement NearPoor { get; } = new();

    /// <summary>Households by standing before and now; absent also stands for a rejected row and one that says why it left.</summary>
    public Flow this[Standing from, Standing to]
    {
        get => _matrix[((int)from * 6) + (int)to];
        internal set => _matrix[((int)from * 6) + (int)to] = value;
    }
}

/// <summary>What a pair of rounds needs to know to judge movements.</summary>
/// <param name="From">The number of the round before.</param>
/// <param name="To">The number of the round now.</param>
/// <param name="Rounds">All rounds, by date: year and coverage.</param>
/// <param name="FellBackYears">How many years back an escape makes a return "fell back".</param>
public sealed record MovementRule(int From, int To, IReadOnlyList<(int Year, Coverage Coverage)> Rounds, int FellBackYears);

/// <summary>Follows households from one round to another by their entries in the ledger.</summary>
public static class Movements
{
    /// <summary>The movements of every area and group in which a household of either round stands.</summary>
    /// <param name="ledger">The households.</param>
    /// <param name="rule">The rounds.</param>
    /// <param name="placesFrom">For each unit by number, all units and tags that it counts in, in the round before.</param>
    /// <param name="placesTo">The same in the round now.</param>
    public static Dictionary<(AreaNode Area, int Group), AreaMovement> Follow(
        Ledger ledger, MovementRule rule, IReadOnlyList<AreaNode[]> placesFrom, IReadOnlyList<AreaNode[]> placesTo)
    {
        var result = new Dictionary<(AreaNode Area, int Group), AreaMovement>();
        var before = new HashSet<(AreaNode, int)>();
        var now = new HashSet<(AreaNode, int)>();
        ledger.ForEach(entries =>
        {
            var (from, to) = (entries[rule.From], entries[rule.To]);
            if (!from.IsPresent && !to.IsPresent) return;
            var household = new Follower(from, to, rule, Escapes.Of(entries, rule));
            Places(from, placesFrom, before);
            Places(to, placesTo, now);
            foreach (var place in before) household.CountIn(At(result, place), true, now.Contains(place));
            foreach (var place in now)
                if (!before.Contains(place))
                    household.CountIn(At(result, place), false, true);
        });
        return result;
    }

    private static AreaMovement At(Dictionary<(AreaNode Area, int Group), AreaMovement> all, (AreaNode, int) place)
    {
        if (!all.TryGetValue(place, out var movement)) all[place] = movement = new AreaMovement();
        return movement;
    }

    private static void Places(in LedgerEntry entry, IReadOnlyList<AreaNode[]> places, HashSet<(AreaNode, int)> into)
    {
        into.Clear();
        if (!entry.IsPresent) return;
        Span<int> groups = stackalloc int[16];
        var count = entry.Groups.List(groups);
        foreach (var area in places[entry.Area])
            for (var i = 0; i < count; i++)
                into.Add((area, groups[i]));
    }
}

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
            var told = rule.Rounds[round].Year - 1;
            if (entries[round].Previous == PreviousStatus.Escaped) poor = Later(poor, told);
            if (entries[round].Previous == PreviousStatus.EscapedNearPoor) near = Later(near, told);
            if (round == 0 || round > rule.From) continue;
            var (before, after) = (entries[round - 1].Standing, entries[round].Standing);
            var dropped = after == Standing.Absent && rule.Rounds[round].Coverage == Coverage.PoorList;
            if (before == Standing.Poor && (dropped || after is Standing.NearPoor or Standing.Average or Standing.NonPoor))
                poor = Later(poor, rule.Rounds[round].Year);
            if (before == Standing.NearPoor && (dropped || after is Standing.Average or Standing.NonPoor))
                near = Later(near, rule.Rounds[round].Year);
        }
        return new(poor, near);
    }

    private static int Later(int? known, int year) => Math.Max(known ?? year, year);
}

/// <summary>One household between two rounds, counted in each area and group where it stands in either.</summary>
internal readonly struct Follower(LedgerEntry from, LedgerEntry to, MovementRule rule, Escapes escapes)
{
    /// <summary>Counts the household in an area and group in which it stood before, stands now, or both.</summary>
    public void CountIn(AreaMovement movement, bool wasHere, bool isHere)
    {
        var before = wasHere ? from.Standing : Standing.Absent;
        var now = isHere ? to.Standing : Standing.Absent;
        movement[before, now] += new Flow(1, isHere ? to.Size : from.Size);
        Count(movement.Poor, Standing.Poor, Standing.NearPoor, escapes.FromPoverty, before, now);
        Count(movement.NearPoor, Standing.NearPoor, Standing.Poor, escapes.FromNearPoverty, before, now);
    }

    private void Count(ClassMovement flows, Standing own, Standing neighbour, int? escaped, Standing before, Standing now)
    {
        var (sizeBefore, sizeNow) = (new Flow(1, from.Size), new Flow(1, to.Size));
        if (before == own) flows.Start += sizeBefore;
        if (now == own) flows.End += sizeNow;
        if (before == own && now == own)
        {
            // The household stays; only its members come and go.
            var growth = to.Size - from.Size;
            if (growth > 0) flows.OtherIn += new Flow(0, growth);
            else flows.OtherOut += new Flow(0, -growth);
        }
        else if (before == own)
        {
            if (HasEscaped(now)) flows.Escaped += sizeBefore;
            else flows.OtherOut += sizeBefore;
            if (to.Standing == Standing.Absent && rule.Rounds[rule.To].Coverage == Coverage.Reviewed) flows.Unlisted += sizeBefore;
        }
        else if (now == own)
        {
            if (before == neighbour) flows.FromNeighbour += sizeNow;
            else if (!HasArisen(before)) flows.OtherIn += sizeNow;
            else if (escaped is { } year && rule.Rounds[rule.To].Year - year <= rule.FellBackYears) flows.FellBack += sizeNow;
            else flows.New += sizeNow;
        }
    }

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
        Standing.Absent => from.Standing == Standing.Absent && rule.Rounds[rule.From].Coverage != Coverage.All && to.Entered == Because.None,
        Standing.Undetermined or Standing.Rejected or Standing.Left => false,
    };
}
