using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Brief;

/// <summary>The sentences of the brief, each figure with its numerator, denominator and change.</summary>
internal static class BriefText
{
    /// <summary>So many targets that were not met are named one by one.</summary>
    private const int MostNamed = 10;

    private static readonly Phrase Points = new(" điểm phần trăm", " percentage points");

    /// <summary>The heading: the year of the last round.</summary>
    public static Phrase Heading(BookContent content)
    {
        var round = content.Results.Rounds[^1].Round;
        var nearPoor = content.Results.HasNearPoor ? ", hộ cận nghèo" : "";
        return new($"Kết quả rà soát hộ nghèo{nearPoor} năm {round.Year}", $"Results of the poverty review of {round.Year}");
    }

    /// <summary>What kind of figures the last round has.</summary>
    public static Phrase Standing(BookContent content)
    {
        var standing = Standing(content, content.Results.Rounds.Count - 1);
        return new($"({standing.Vi})", $"({standing.En})");
    }

    /// <summary>What kind of figures a round has: a what-if, approved, or still open to change; with the decision wherever one is named.</summary>
    private static Phrase Standing(BookContent content, int i)
    {
        var round = content.Results.Rounds[i].Round;
        if (round.IsWhatIf)
            return new($"tính thử theo {round.Law.Standard.Title.Vi}, không phải kết quả chính thức", $"what if the {round.Law.Standard.Title.En} held; no official result");
        var recognition = content.Recognitions.ElementAtOrDefault(i);
        var standing = recognition?.Status switch
        {
            "approved" => new Phrase("đã được phê duyệt", "approved"),
            "official" => new("kết quả chính thức, chưa được phê duyệt", "official result, not yet approved"),
            _ => new("số liệu sơ bộ, chưa được phê duyệt", "preliminary figures, not yet approved"),
        };
        if (recognition?.Decision is { } decision) standing = standing.With($": {decision}");
        return content.Results.Rounds[i].Summary.Lacking is null ? standing : standing.With("; ").With(PartialWords.Of(content.Results.Rounds[i]));
    }

    /// <summary>The paragraphs: for each unit at the top its classes, minorities and movements; then the targets.</summary>
    public static IEnumerable<Phrase> Paragraphs(BookContent content)
    {
        foreach (var area in content.Areas.Heads)
        {
            if (!content.Results.Rounds[^1].Summary.Has(area)) continue;
            yield return Classes(content.Results, area);
            if (Pace(content.Results, area) is { } pace) yield return pace;
            if (Minorities(content.Results, area) is { } minorities) yield return minorities;
            if (Movement(content.Results, area) is { } movement) yield return movement;
            foreach (var (own, further) in content.Results.Crossings.Where(crossing => crossing.Own == content.Results.Rounds.Count - 1))
                yield return new Phrase("Kỳ ", "Round ").With(StandardWords.Beside(content.Results, own, further, area, StandardWords.Title(content.Results.Readings[further].Round))).With(".");
        }
        if (content.Targets.Count > 0) yield return OfTargets(content);
    }

    /// <summary>Which rounds and how far each was recognised, by which standards, from which program, and where all figures are.</summary>
    public static Phrase Sources(BookContent content)
    {
        string Rounds(Language language) => string.Join("; ", content.Results.Rounds.Select((round, i) => $"{round.Round.Id} ({Standing(content, i).In(language)})"));
        string Law(Language language) => string.Join("; ", content.Results.Readings.Select(round => round.Round.Law.Standard).Distinct()
            .Select(standard => $"{standard.Title.In(language)} ({string.Join(", ", standard.Applies.Select(period => standard.Sources[period.Source].Title.In(language)).Distinct())})"));
        var map = MapWords.After(content.Results.Settings.Geography);
        return new($"Kỳ số liệu: {Rounds(Language.Vietnamese)}. Căn cứ: {Law(Language.Vietnamese)}.{map.Vi} Tính bằng poverty {content.Version}; mọi con số ở results.csv.",
            $"Rounds: {Rounds(Language.English)}. Law: {Law(Language.English)}.{map.En} Computed by poverty {content.Version}; every figure is in results.csv.");
    }

    private static Phrase Classes(Poverty.Comparison.Results results, AreaNode area)
    {
        var id = results.Rounds[^1].Round.Id;
        var name = BookAreas.Name(area);
        var poor = new Phrase($"{name.Vi}, kỳ {id}: ", $"{name.En}, round {id}: ")
            .With(Figure(results, area, Group.All, "poor", "poor_rate", new("hộ nghèo", "poor households")));
        if (!results.HasNearPoor) return poor.With(".");
        return poor.With("; ")
            .With(Figure(results, area, Group.All, "near_poor", "near_poor_rate", new("hộ cận nghèo", "near-poor households"))).With("; ")
            .With(Figure(results, area, Group.All, null, "mdp_rate", new("hộ nghèo đa chiều (hộ nghèo và hộ cận nghèo)", "poor and near-poor together"))).With(".");
    }

    /// <summary>With three rounds and more: how much the poor rate moved a year from the first to the last.</summary>
    private static Phrase? Pace(Poverty.Comparison.Results results, AreaNode area)
    {
        if (results.Span is not { } span || results.Steps.Contains(span) || results.Change(span.From, span.To, area, Group.All, "poor_rate") is not { Annualised: { } pace } change) return null;
        var (from, to, moved) = (results.Rounds[span.From].Round.Id, results.Rounds[span.To].Round.Id, Moved(pace, 2, Points));
        string Rates(Language language) => $"{N(change.Before.Value!.Value, 2, language)}% → {N(change.After.Value!.Value, 2, language)}%";
        return new($"Từ {from} đến {to}, bình quân mỗi năm tỷ lệ hộ nghèo {moved.Vi} ({Rates(Language.Vietnamese)}).", $"From {from} to {to} the poor-household rate went {moved.En} a year on average ({Rates(Language.English)}).");
    }

    private static Phrase? Minorities(Poverty.Comparison.Results results, AreaNode area)
    {
        var (last, group) = (results.Rounds[^1], Group.Parse("minority=yes")!.Value);
        if (!last.Summary.GroupsOf(area).Contains(group)) return null;
        var text = new Phrase("Trong các hộ dân tộc thiểu số: ", "Among ethnic-minority households: ")
            .With(Figure(results, area, group, "poor", "poor_rate", new("hộ nghèo", "poor households")));
        // The share of all poor is another measure than the rate among minorities.
        if (last.Find(area, group, "poor")?.Value is { } own && last.Find(area, Group.All, "poor")?.Value is > 0 and var all)
            text = text.With(new($"; chiếm {N(100 * own / all, 2, Language.Vietnamese)}% tổng số hộ nghèo", $"; they are {N(100 * own / all, 2, Language.English)}% of all poor households"));
        return text.With(".");
    }

    /// <summary>Numerator / denominator; rate; change since the round before in points and in households. What can't be given says why.</summary>
    private static Phrase Figure(Poverty.Comparison.Results results, AreaNode area, int group, string? count, string rate, Phrase words)
    {
        var last = results.Rounds[^1];
        var figure = last.Find(area, group, rate) ?? default;
        if (figure.Value is not { } percent)
        {
            var why = Missings.Phrase(figure.Missing);
            return count is not null && last.Find(area, group, count)?.Value is { } number
                ? new($"{N(number, 0, Language.Vietnamese)} {words.Vi}; không có tỷ lệ: {why.Vi}", $"{N(number, 0, Language.English)} {words.En}; no rate: {why.En}")
                : new($"{words.Vi}: không có số liệu ({why.Vi})", $"{words.En}: no figure ({why.En})");
        }
        var (part, whole) = (figure.Share!.Value.Part!.Value, figure.Share.Value.Whole!.Value);
        return new Phrase($"{N(part, 0, Language.Vietnamese)}/{N(whole, 0, Language.Vietnamese)} {words.Vi}; {N(percent, 2, Language.Vietnamese)}%",
            $"{N(part, 0, Language.English)}/{N(whole, 0, Language.English)} {words.En}; {N(percent, 2, Language.English)}%").With(Changed(results, area, group, rate));
    }

    private static Phrase Changed(Poverty.Comparison.Results results, AreaNode area, int group, string rate)
    {
        var last = results.Rounds.Count - 1;
        if (results.Base(last) is not { } earlier) return "";
        var from = results.Alike(earlier, last) ?? earlier;
        var before = Before(results, from);
        var change = results.Change(from, last, area, group, rate);
        if (change.Value is not { } points)
        {
            var why = Missings.Phrase(change);
            return new($"; không so được với {before.Vi}: {why.Vi}", $"; not compared with {before.En}: {why.En}");
        }
        var households = change.After.Share!.Value.Part!.Value - change.Before.Share!.Value.Part!.Value;
        var moved = Moved(points, 2, Points);
        return new Phrase($"; {moved.Vi} so với {before.Vi} ({N(change.Before.Value!.Value, 2, Language.Vietnamese)}%)",
            $"; {moved.En} from {before.En} ({N(change.Before.Value.Value, 2, Language.English)}%)").With(InHouseholds(points, households));
    }

    /// <summary>The round before; where its own standard is another one, by which it is taken.</summary>
    private static Phrase Before(Poverty.Comparison.Results results, int reading)
    {
        var round = results.Readings[reading].Round;
        return round.IsFurther ? new($"{round.Id} tính theo {round.Law.Standard.Id}", $"{round.Id} taken by {round.Law.Standard.Id}") : new(round.Id, round.Id);
    }

    /// <summary>The same change in households. Where the whole changed too, a rate may fall while its households rise: then neither stands for the other.</summary>
    private static Phrase InHouseholds(decimal points, long households)
    {
        var (way, number) = (Math.Sign(Math.Round(points, 2, MidpointRounding.AwayFromZero)), Math.Sign(households));
        if (way == 0 && number == 0) return "";
        var moved = Moved(households, 0, new(" hộ", Math.Abs(households) == 1 ? " household" : " households"));
        return way == number ? new($", tương đương {moved.Vi}", $", that is {moved.En}") : new($", còn số hộ {moved.Vi}", $", while their number is {moved.En}");
    }

    private static Phrase Moved(decimal value, int decimals, Phrase unit)
    {
        var size = Math.Abs(value);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero) switch
        {
            0 => new("không đổi", "unchanged"),
            < 0 => new($"giảm {N(size, decimals, Language.Vietnamese)}{unit.Vi}", $"down {N(size, decimals, Language.English)}{unit.En}"),
            _ => new($"tăng {N(size, decimals, Language.Vietnamese)}{unit.Vi}", $"up {N(size, decimals, Language.English)}{unit.En}"),
        };
    }

    private static Phrase? Movement(Poverty.Comparison.Results results, AreaNode area)
    {
        var to = results.Rounds.Count - 1;
        if (results.Base(to) is not { } earlier || !results.HasHouseholds(earlier, to) || results.Alike(earlier, to) is not { } from) return null;
        var before = Before(results, from);
        var moves = results.Movements(from, to).GetValueOrDefault((area, Group.All))?.Poor ?? new ClassMovement();
        string H(Flow flow, Language language) => N(flow.Households, 0, language);
        var (vi, en) = (Language.Vietnamese, Language.English);
        // Without history a household that fell back can't be told from a new one.
        var became = results.HasHistory(from, to)
            ? new Phrase($"{H(moves.FellBack, vi)} hộ tái nghèo, {H(moves.New, vi)} hộ nghèo phát sinh", $"{H(moves.FellBack, en)} fell back, {H(moves.New, en)} are newly poor")
            : new Phrase($"{H(moves.New, vi)} hộ tái nghèo hoặc phát sinh", $"{H(moves.New, en)} fell back or are newly poor");
        if (results.HasNearPoor)
            became = new($"{H(moves.FromNeighbour, vi)} hộ cận nghèo thành hộ nghèo, {became.Vi}", $"{H(moves.FromNeighbour, en)} near-poor households became poor, {became.En}");
        return new($"Từ {before.Vi} đến {results.Rounds[to].Round.Id}: {H(moves.Escaped, vi)} hộ thoát nghèo; {became.Vi}; lý do khác: giảm {H(moves.OtherOut, vi)} hộ, tăng {H(moves.OtherIn, vi)} hộ.",
            $"From {before.En} to {results.Rounds[to].Round.Id}: {H(moves.Escaped, en)} households escaped poverty; {became.En}; for other reasons {H(moves.OtherOut, en)} left and {H(moves.OtherIn, en)} came.");
    }

    private static Phrase OfTargets(BookContent content)
    {
        var met = content.Targets.Count(result => result.Verdict == Verdict.Met);
        var open = content.Targets.Where(result => result.Verdict != Verdict.Met).ToArray();
        var text = new Phrase($"Chỉ tiêu của kế hoạch: đạt {met}/{content.Targets.Count}.", $"Targets of the plan: {met} of {content.Targets.Count} met.");
        foreach (var verdict in open.GroupBy(result => result.Verdict).OrderBy(group => group.Key))
        {
            var word = VerdictWords.Phrase(verdict.Key).Beginning();
            string In(Language language) => string.Join("; ", verdict.Take(MostNamed).Select(result => Missed(result, content.Results).In(language)))
                + (verdict.Count() > MostNamed ? $"; … (+{verdict.Count() - MostNamed})" : "");
            text = text.With(new($" {word.Vi}: {In(Language.Vietnamese)}.", $" {word.En}: {In(Language.English)}."));
        }
        return text;
    }

    private static Phrase Missed(TargetResult result, Poverty.Comparison.Results results)
    {
        var (where, demand) = (TargetWords.Where(result, results), TargetWords.Demand(result.Target, results).Within());
        var text = new Phrase($"{where.Vi}: {demand.Vi}", $"{where.En}: {demand.En}");
        if (result.Actual is { } actual)
            text = text.With(new(" (thực hiện: ", " (actual: ")).With(Reached(result.Target.Kind, TargetWords.Counted(result.Target, results), actual))
                .With(result.HouseholdsShort is > 0 and var households
                    ? new($"; còn thiếu {N(households, 0, Language.Vietnamese)} hộ)", $"; {N(households, 0, Language.English)} {(households == 1 ? "household" : "households")} short)")
                    : new Phrase(")", ")"));
        else if (result.Because.Vi.Length > 0) text = text.With(" (").With(result.Because).With(")");
        return text;
    }

    /// <summary>A level with its unit; a change with its direction, as "down by 3 points (actual 22.56)" would read as a fall.</summary>
    private static Phrase Reached(TargetKind kind, FigureUnit counted, decimal actual)
    {
        Phrase unit = counted switch
        {
            FigureUnit.Percent => "%",
            FigureUnit.Households => new Phrase(" hộ", Math.Abs(actual) == 1 ? " household" : " households"),
            FigureUnit.Persons => new Phrase(" người", Math.Abs(actual) == 1 ? " person" : " persons"),
        };
        var decimals = counted == FigureUnit.Percent ? 2 : 0;
        return kind switch
        {
            TargetKind.Level => new($"{N(actual, decimals, Language.Vietnamese)}{unit.Vi}", $"{N(actual, decimals, Language.English)}{unit.En}"),
            TargetKind.ChangeRelative => Moved(actual, 2, "%"),
            TargetKind.ChangePoints => Moved(actual, decimals, counted == FigureUnit.Percent ? Points : unit),
        };
    }

    private static string N(decimal number, int decimals, Language language) => Numerals.Of(number, decimals, language);
}
