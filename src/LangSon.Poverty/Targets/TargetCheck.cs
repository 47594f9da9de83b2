using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Targets;

/// <summary>Judges targets against the results. Nothing is rounded unless the setting says so.</summary>
public sealed class TargetCheck(Results results, CompareAt compareAt)
{
    /// <summary>Judges all targets: one result for each area that a scope means, in the order of the table, then of codes.</summary>
    public IReadOnlyList<TargetResult> Judge(IEnumerable<Target> targets) => [.. targets.SelectMany(Judge)];

    private IEnumerable<TargetResult> Judge(Target target)
    {
        if (RoundOf(target.Year) is not { } now)
            return [Unmeasurable(target, null, 0, new Phrase($"không có kỳ số liệu của năm {target.Year}", $"there is no round of {target.Year}").With(Reckoned(target)))];
        var before = target.BaseYear is { } year ? RoundOf(year) : results.Base(now);
        var units = UnitsOf(target, now, before);
        var (areas, group) = TargetScope.Of(target, units);
        if (areas.Count == 0)
            return [Unmeasurable(target, null, group, new Phrase($"không có đơn vị nào thuộc phạm vi {target.Scope}", $"no unit is in the scope {target.Scope}").With(TargetScope.Near(target, units)))];
        return target.Where is null ? areas.Select(area => JudgeOne(target, area, group, now, before)) : JudgeWhere(target, target.Where, areas, group, now, before);
    }

    /// <summary>Where the level of a later year would be at the pace from the first round to the last; nothing where several areas are meant or none can tell.</summary>
    private Phrase Reckoned(Target target)
    {
        var last = results.Rounds.Count - 1;
        if (target.Year <= results.Rounds[last].Round.Year || target.Kind != TargetKind.Level || results.Span is not { } span) return "";
        if (TargetScope.Of(target, [.. results.Ground(span.From, last).Now.Areas]) is not ([var area], var group) || results.Change(span.From, last, area, group, target.Measure) is not { Annualised: { } pace } change) return "";
        var (from, to) = (results.Rounds[span.From].Round, results.Rounds[last].Round);
        var reached = change.AtThisPace(target.Year - to.Year)!.Value;
        string N(decimal number, Language language) => Numerals.Of(number, target.Decimals, language);
        string Pace(Language language) => Numerals.Signed(pace, 2, language);
        return new($"; ước tính nếu giữ nhịp độ {from.Id} → {to.Id} ({Pace(Language.Vietnamese)} mỗi năm): {N(reached, Language.Vietnamese)}, không phải kết quả",
            $"; at the pace {from.Id} → {to.Id} ({Pace(Language.English)} a year) it would be {N(reached, Language.English)}: a reckoning, no result");
    }

    /// <summary>
    /// The areas that a condition means. Where what it asks is not known the target can't be judged; where no area meets
    /// it there is nothing to reach, and one row says so.
    /// </summary>
    private TargetResult[] JudgeWhere(Target target, Condition where, IReadOnlyList<AreaNode> areas, int group, int now, int? before)
    {
        if (before is null) return [Unmeasurable(target, null, group, new($"điều kiện {where.Text} cần kỳ gốc", $"the condition {where.Text} needs a base round"))];
        var judged = areas.Select(area => BaseOf(target, area, now, before.Value) is not { } was
            ? Unmeasurable(target, area, group, new($"không rõ điều kiện {where.Text} ở kỳ gốc", $"the condition {where.Text} is not known in the base round"))
            : where.Holds(was) ? JudgeOne(target, area, group, now, before) : null).OfType<TargetResult>().ToArray();
        if (judged.Length > 0) return judged;
        var none = new Phrase($"không đơn vị nào thuộc điều kiện {where.Text}", $"no unit meets the condition {where.Text}");
        return [new TargetResult { Target = target, Group = group, Verdict = Targets.Verdict.Met, Because = none }];
    }

    /// <summary>
    /// What a condition asks, of the base round; null where it does not tell. A unit without households is known to have
    /// none. A level is asked of the units of the rounds as long as the base round has them.
    /// </summary>
    private AreaBefore? BaseOf(Target target, AreaNode area, int now, int before)
    {
        var (round, ground) = (results.Rounds[before], results.Ground(before, now));
        var summary = (!IsCompared(target) || ground.LackOf(area).IsAll) && round.Summary.Has(area) ? round.Summary : ground.Before;
        if (!summary.Has(area) || (summary == ground.Before && ground.Unplaced.GetValueOrDefault(area) is { Before: true })) return null;
        Figure? Of(string measure) => summary == round.Summary ? round.Find(area, Aggregation.Group.All, measure) : results.Change(before, now, area, Aggregation.Group.All, measure).Before;
        return Of("poor_rate") is { Missing: Missing.None or Missing.NoHouseholds } rate
            ? new AreaBefore(rate.Value, (long?)Of("poor")?.Value, (long?)Of("households")?.Value)
            : null;
    }

    /// <summary>Whether a target holds two rounds against each other, and so is judged on the map on which they are compared.</summary>
    private static bool IsCompared(Target target) => target.Kind != TargetKind.Level || Target.MovementMeasures.Contains(target.Measure);

    /// <summary>The units and tags that a scope may mean: those of the map where rounds are compared, else those of the round.</summary>
    private AreaNode[] UnitsOf(Target target, int now, int? before) =>
        [.. (IsCompared(target) && before is { } from ? results.Ground(from, now).Now : results.Rounds[now].Summary).Areas];

    /// <summary>The last round of a year: the yearly review where there are several.</summary>
    private int? RoundOf(int year)
    {
        for (var i = results.Rounds.Count - 1; i >= 0; i--)
            if (results.Rounds[i].Round.Year == year)
                return i;
        return null;
    }

    private TargetResult JudgeOne(Target target, AreaNode area, int group, int now, int? before)
    {
        var result = JudgeReceived(target, area, group, now, before);
        var lack = IsCompared(target) && before is { } from ? results.Ground(from, now).LackOf(area) : results.Rounds[now].Summary.LackOf(area);
        if (lack.IsNone) return result;
        var note = Missings.Phrase(lack);
        return result with { Lack = lack, Because = note.Vi.Length == 0 ? result.Because : result.Because.Vi.Length == 0 ? note : result.Because.Vi.Contains(note.Vi, StringComparison.Ordinal) ? result.Because : result.Because.With("; ").With(note) };
    }

    private TargetResult JudgeReceived(Target target, AreaNode area, int group, int now, int? before)
    {
        if (Target.MovementMeasures.Contains(target.Measure)) return JudgeMovement(target, area, group, now, before);
        if (target.Kind == TargetKind.Level) return JudgeLevel(target, area, group, now, before);
        if (before is not { } from)
            return Unmeasurable(target, area, group, new("không có kỳ gốc để so sánh", "there is no base round to compare with"));
        var pair = Measure.DependsOnStandard(target.Measure) ? results.Comparable(from, now) ?? (from, now) : (From: from, To: now);
        var result = JudgeChange(target, area, group, pair);
        return pair == (from, now) ? result : By(pair.From, result);
    }

    /// <summary>A level needs no round before; where there is one, its level is given if the standard of this round judges it.</summary>
    private TargetResult JudgeLevel(Target target, AreaNode area, int group, int now, int? before)
    {
        var figure = results.Rounds[now].Find(area, group, target.Measure) ?? Figure.NotStated;
        var from = before is not { } round ? null : Measure.DependsOnStandard(target.Measure) ? results.Alike(round, now) : round;
        var was = from is { } reading && results.Readings[reading].Summary.Has(area) ? results.Readings[reading].Find(area, group, target.Measure) : null;
        var result = figure.Value is { } level
            ? Verdict(target, area, group, level, was?.Value, figure.Bounds, figure)
            : Unmeasurable(target, area, group, Missings.Phrase(figure.Missing)) with { Before = was?.Value };
        return from is { } other && other != before ? By(other, result) : result;
    }

    private TargetResult JudgeChange(Target target, AreaNode area, int group, (int From, int To) pair)
    {
        var change = results.Change(pair.From, pair.To, area, group, target.Measure);
        if (change.Value is not { } points) return Unmeasurable(target, area, group, Missings.Phrase(change)) with { Before = change.Before.Value };
        if (target.Kind == TargetKind.ChangePoints) return Verdict(target, area, group, points, change.Before.Value, change.Bounds, change.After);
        return change.RelativePercent is { } relative
            ? Verdict(target, area, group, relative, change.Before.Value, RelativeBounds(change), change.After)
            : Unmeasurable(target, area, group, new("giá trị kỳ gốc bằng 0", "the base is 0")) with { Before = change.Before.Value };
    }

    /// <summary>Says of a judgement that both rounds were taken by one standard, which is not that of each.</summary>
    private TargetResult By(int reading, TargetResult result)
    {
        var id = results.Readings[reading].Round.Law.Standard.Id;
        var by = new Phrase($"hai kỳ cùng tính theo {id}", $"both rounds by {id}");
        return result with { Because = result.Because.Vi.Length == 0 ? by : by.With("; ").With(result.Because) };
    }

    private TargetResult JudgeMovement(Target target, AreaNode area, int group, int now, int? before)
    {
        if (!Aggregation.Group.IsFollowed(group))
            return Unmeasurable(target, area, group, new("không theo dõi biến động theo nhóm này", "movements are not followed by this group"));
        if (before is not { } round || !results.HasHouseholds(round, now))
            return Unmeasurable(target, area, group, new("biến động cần hai kỳ có danh sách hộ", "movements need two rounds with households"));
        if (results.Comparable(round, now) is not { } pair)
            return Unmeasurable(target, area, group, new("hai kỳ theo hai chuẩn khác nhau", "the rounds are judged by different standards"));
        var result = JudgeMovement(target, area, group, pair.From, pair.To);
        return pair == (round, now) ? result : By(pair.From, result);
    }

    private TargetResult JudgeMovement(Target target, AreaNode area, int group, int from, int now)
    {
        if (target.Measure == "fell_back" && !results.HasHistory(from, now))
            return Unmeasurable(target, area, group, new("tái nghèo cần lịch sử: cột previous_status hoặc một kỳ trước nữa", "falling back needs history: a previous_status column or an earlier round"));
        if (Missings.OfMovement(results, from, now, area) is { } why) return Unmeasurable(target, area, group, why);
        var poor = results.Movements(from, now).GetValueOrDefault((area, group))?.Poor ?? new ClassMovement();
        var flow = target.Measure switch
        {
            "escaped" => poor.Escaped,
            "fell_back" => poor.FellBack,
            "newly_poor" => poor.New,
            "near_poor_to_poor" => poor.FromNeighbour,
            _ => poor.Became,
        };
        if (target.Kind != TargetKind.Level)
            return Unmeasurable(target, area, group, new("biến động chỉ so được với mức", "a movement can only be held against a level"));
        return Verdict(target, area, group, flow.Households, null, null, Figure.Count(flow.Households, FigureUnit.Households, Missing.None));
    }

    private TargetResult Verdict(Target target, AreaNode area, int group, decimal actual, decimal? before, Bounds? bounds, Figure figure)
    {
        var held = Held(target, actual, compareAt);
        var isMet = IsMet(target, actual, compareAt);
        var result = new TargetResult
        {
            Target = target,
            Area = area,
            Group = group,
            Actual = actual,
            Before = before,
            Margin = target.AtMost ? target.Value - held : held - target.Value,
            // Printed figures can meet a target that the exact ones miss by a household.
            HouseholdsShort = Short(target, figure, before, actual) is { } households ? isMet ? 0 : households : null,
            CompletionPercent = Completion(target, figure.Unit, actual, before),
            Verdict = isMet ? Targets.Verdict.Met : Targets.Verdict.Missed,
            Because = new("", ""),
        };
        if (bounds is { } open && IsMet(target, open.Min) != IsMet(target, open.Max))
            return result with { Verdict = Targets.Verdict.DependsOnUnresolved, Because = Open(open) };
        return IsMet(target, actual, CompareAt.Exact) != IsMet(target, actual, CompareAt.Printed) ? result with { Because = Rounding(target, actual) } : result;
    }

    private static Phrase Open(Bounds open)
    {
        string Between(Language language, string and) => $"{Numerals.Of(open.Min, 2, language)} {and} {Numerals.Of(open.Max, 2, language)}";
        return new($"giá trị nằm giữa {Between(Language.Vietnamese, "và")}, tùy các hộ chưa xác định hoặc bị loại",
            $"the value lies between {Between(Language.English, "and")}, depending on undetermined or rejected households");
    }

    private Phrase Rounding(Target target, decimal actual) => compareAt == CompareAt.Exact
        ? new($"so theo số chưa làm tròn; làm tròn thành {Numerals.Of(actual, target.Decimals, Language.Vietnamese)} thì kết quả ngược lại",
            $"compared unrounded; rounded to {Numerals.Of(actual, target.Decimals, Language.English)} the verdict would be the opposite")
        : new($"so theo số làm tròn {Numerals.Of(actual, target.Decimals, Language.Vietnamese)}; theo số chưa làm tròn thì kết quả ngược lại",
            $"compared as printed, {Numerals.Of(actual, target.Decimals, Language.English)}; unrounded the verdict would be the opposite");

    private bool IsMet(Target target, decimal actual) => IsMet(target, actual, compareAt);

    private static bool IsMet(Target target, decimal actual, CompareAt compareAt)
    {
        var value = Held(target, actual, compareAt);
        return target.AtMost ? value <= target.Value : value >= target.Value;
    }

    /// <summary>The figure that is held against the target.</summary>
    private static decimal Held(Target target, decimal actual, CompareAt compareAt) =>
        compareAt == CompareAt.Exact ? actual : Math.Round(actual, target.Decimals, MidpointRounding.AwayFromZero);

    /// <summary>max(0, N − floor(L · D / 100)) for household rates, L being the level that would do; the excess for counts.</summary>
    private static long? Short(Target target, Figure figure, decimal? before, decimal actual)
    {
        if (!target.AtMost) return null;
        if (figure.Unit == FigureUnit.Households && target.Kind != TargetKind.ChangeRelative) return (long)Math.Max(0, Math.Ceiling(actual - target.Value));
        if (figure.Unit == FigureUnit.Households) return (long)Math.Max(0, Math.Ceiling((figure.Value ?? 0) - ((before ?? 0) * (1 + (target.Value / 100)))));
        if (target.Measure is not ("poor_rate" or "near_poor_rate" or "mdp_rate") || figure.Share is not { Part: { } part, Whole: { } whole }) return null;
        var level = target.Kind switch
        {
            TargetKind.Level => target.Value,
            TargetKind.ChangePoints => before + target.Value,
            TargetKind.ChangeRelative => before * (1 + (target.Value / 100)),
        };
        return level is { } reach ? Math.Max(0, part - (long)Math.Floor(Math.Max(0, reach) * whole / 100)) : null;
    }

    private static decimal? Completion(Target target, FigureUnit unit, decimal actual, decimal? before) => target.Kind switch
    {
        TargetKind.ChangePoints or TargetKind.ChangeRelative => target.Value == 0 ? null : 100 * actual / target.Value,
        TargetKind.Level when unit == FigureUnit.Percent =>
            before > target.Value ? 100 * (before - actual) / (before - target.Value) : null,
        TargetKind.Level => !target.AtMost && target.Value != 0 ? 100 * actual / target.Value : null,
    };

    private static Bounds? RelativeBounds(Change change) =>
        change.Before.Bounds is { Min: > 0 } before && change.After.Bounds is { } after
            ? new Bounds((100 * after.Min / before.Max) - 100, (100 * after.Max / before.Min) - 100)
            : null;

    private static TargetResult Unmeasurable(Target target, AreaNode? area, int group, Phrase because) => new()
    {
        Target = target,
        Area = area,
        Group = group,
        Verdict = Targets.Verdict.NotMeasurable,
        Because = because,
    };
}
