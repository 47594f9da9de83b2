using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;

namespace LangSon.Poverty.Comparison;

/// <summary>Follows households from one round to another by their entries in the ledger.</summary>
public static class Movements
{
    /// <summary>The movements of every area and group in which a household of either round stands.</summary>
    /// <param name="ledger">The households.</param>
    /// <param name="rule">The rounds.</param>
    /// <param name="placing">Where they live on the map on which the rounds are compared.</param>
    internal static Dictionary<(AreaNode Area, int Group), AreaMovement> Follow(Ledger ledger, MovementRule rule, Placing placing)
    {
        var cells = new Cells(placing.Numbers);
        ledger.ForEach(entries =>
        {
            var (from, to) = (entries[rule.Rounds[rule.From].Entry], entries[rule.Rounds[rule.To].Entry]);
            if (!from.IsPresent && !to.IsPresent) return;
            var household = new Follower(from, to, rule, Escapes.Of(entries, rule));
            var before = from.IsPresent ? placing.Before(from, to).Within : [];
            var now = to.IsPresent ? placing.Now(from, to).Within : [];
            Span<int> groups = stackalloc int[16];
            var common = Common(from, to, groups, out var count, out var own);
            // What the household does is the same in every area and group where it stood in both rounds, or in one of them.
            var stayed = household.Step(true, true);
            var left = household.Step(true, false);
            var came = household.Step(false, true);
            foreach (var area in before)
            {
                var isHere = Array.IndexOf(now, area) >= 0;
                for (var i = 0; i < own; i++) cells.At(area, groups[i]).Count(isHere && i < common ? stayed : left);
            }
            foreach (var area in now)
            {
                var wasHere = Array.IndexOf(before, area) >= 0;
                if (!wasHere)
                    for (var i = 0; i < common; i++)
                        cells.At(area, groups[i]).Count(came);
                for (var i = own; i < count; i++) cells.At(area, groups[i]).Count(came);
            }
        });
        return cells.ToDictionary();
    }

    /// <summary>
    /// Writes the groups of a household: first those of both rounds (their number is returned), then those of the round
    /// before alone (up to <paramref name="own"/>), then those of the round now alone (up to <paramref name="count"/>).
    /// </summary>
    private static int Common(in LedgerEntry from, in LedgerEntry to, Span<int> groups, out int count, out int own)
    {
        Span<int> before = stackalloc int[16];
        Span<int> now = stackalloc int[16];
        before = before[..(from.IsPresent ? from.Groups.List(before) : 0)];
        now = now[..(to.IsPresent ? to.Groups.List(now) : 0)];
        count = 0;
        foreach (var group in before)
            if (now.Contains(group))
                groups[count++] = group;
        var common = count;
        foreach (var group in before)
            if (!now.Contains(group))
                groups[count++] = group;
        own = count;
        foreach (var group in now)
            if (!before.Contains(group))
                groups[count++] = group;
        return common;
    }

    /// <summary>The movements by area and group, made when first needed.</summary>
    private sealed class Cells(int areas)
    {
        private readonly AreaMovement?[]?[] _cells = new AreaMovement?[]?[areas];
        private readonly List<(AreaNode Area, int Group)> _used = [];

        public AreaMovement At(AreaNode area, int group)
        {
            var groups = _cells[area.Index] ??= new AreaMovement?[Group.Count];
            if (groups[group] is { } known) return known;
            _used.Add((area, group));
            return groups[group] = new AreaMovement();
        }

        public Dictionary<(AreaNode Area, int Group), AreaMovement> ToDictionary() => _used.ToDictionary(place => place, place => _cells[place.Area.Index]![place.Group]!);
    }
}
