using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Targets;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>Targets as a plan would say them.</summary>
internal static class TargetWords
{
    /// <summary>So many units of a mark are named one by one.</summary>
    private const int MostNamed = 3;

    /// <summary>The measure and what it must reach, such as "Tỷ lệ hộ nghèo giảm từ 3 điểm phần trăm trở lên so với 2022".</summary>
    public static Phrase Demand(Target target, Poverty.Comparison.Results results)
    {
        var measure = Measured(target, results);
        var counted = Counted(target, results);
        var (vi, en) = target.Kind == TargetKind.Level ? Level(target, counted) : Change(target, counted);
        var since = target.Kind == TargetKind.Level ? default : Since(target);
        return new($"{measure.Vi} {vi}{since.Vi}", $"{measure.En} {en}{since.En}");
    }

    /// <summary>The same in few words, such as "tỷ lệ hộ nghèo giảm ≥ 3 điểm".</summary>
    public static Phrase Short(Target target, Poverty.Comparison.Results results)
    {
        var measure = Measured(target, results).Within();
        var counted = Counted(target, results);
        Phrase unit = target.Kind switch
        {
            TargetKind.ChangeRelative => new Phrase("%", "%"),
            TargetKind.ChangePoints => counted == FigureUnit.Percent ? new Phrase(" điểm", " points") : new Phrase("", ""),
            TargetKind.Level => counted == FigureUnit.Percent ? new Phrase("%", "%") : new Phrase("", ""),
        };
        Phrase way = target switch
        {
            { Kind: TargetKind.Level } => new Phrase("", ""),
            { Value: 0 } => target.AtMost ? new Phrase("không tăng", "no rise") : new("không giảm", "no fall"),
            { Value: < 0 } => new Phrase("giảm ", "down "),
            _ => new Phrase("tăng ", "up "),
        };
        // A change to stay below is, as a fall, one of at least so much.
        var sign = target.AtMost == (target.Kind == TargetKind.Level || target.Value > 0) ? "≤" : "≥";
        string In(Language language) => target.Kind != TargetKind.Level && target.Value == 0
            ? $"{measure.In(language)} {way.In(language)}"
            : $"{measure.In(language)} {way.In(language)}{sign} {Number(target, language)}{unit.In(language)}";
        return new(In(Language.Vietnamese), In(Language.English));
    }

    /// <summary>The name of what is measured.</summary>
    public static Phrase Measured(Target target, Poverty.Comparison.Results results) => target.Measure switch
    {
        "escaped" => new("Số hộ thoát nghèo", "Households that escaped poverty"),
        "fell_back" => new("Số hộ tái nghèo", "Households that fell back into poverty"),
        "newly_poor" => new("Số hộ nghèo phát sinh", "Newly poor households"),
        "became_poor" => new("Số hộ trở thành hộ nghèo", "Households that became poor"),
        "near_poor_to_poor" => new("Số hộ cận nghèo thành hộ nghèo", "Near-poor households that became poor"),
        var name => Named(name, results)! switch
        {
            { Name: var deprived } measure when deprived.StartsWith("deprived:", StringComparison.Ordinal) =>
                new($"Tỷ lệ hộ nghèo thiếu hụt “{measure.Title.Vi}”", $"Share of the poor lacking “{measure.Title.En}”"),
            { Name: var deprived } measure when deprived.StartsWith("deprived_near_poor:", StringComparison.Ordinal) =>
                new($"Tỷ lệ hộ cận nghèo thiếu hụt “{measure.Title.Vi}”", $"Share of the near-poor lacking “{measure.Title.En}”"),
            { Name: var cause } measure when cause.StartsWith("cause:", StringComparison.Ordinal) =>
                new($"Tỷ lệ hộ nghèo nêu nguyên nhân “{measure.Title.Vi}”", $"Share of the poor naming the cause “{measure.Title.En}”"),
            { Name: var cause } measure when cause.StartsWith("cause_near_poor:", StringComparison.Ordinal) =>
                new($"Tỷ lệ hộ cận nghèo nêu nguyên nhân “{measure.Title.Vi}”", $"Share of the near-poor naming the cause “{measure.Title.En}”"),
            { Unit: FigureUnit.Households } measure => new($"Số {measure.Title.Within().Vi}", measure.Title.En),
            { } measure => measure.Title,
        },
    };

    /// <summary>Which households of which unit, such as "Tỉnh Lạng Sơn, hộ dân tộc thiểu số".</summary>
    public static Phrase Where(TargetResult result, Poverty.Comparison.Results results)
    {
        var unit = result.Area switch
        {
            null => Scope(result.Target.Scope),
            { Level: AreaLevel.Tag } tag => Tag(tag, result.Target, results),
            var area => BookAreas.Name(area),
        };
        if (result.Group == Group.All) return unit;
        var group = GroupWords.Of(result.Group);
        return new($"{unit.Vi}, {group.Vi}", $"{unit.En}, {group.En}");
    }

    /// <summary>The units of a target that is for each of many, with the condition on them.</summary>
    public static Phrase Each(Target target)
    {
        var unit = target.Scope == "each-district" ? new Phrase("Từng huyện", "Each district") : new Phrase("Từng xã", "Each commune");
        if (target.Where is not { } condition) return unit;
        return new($"{unit.Vi} có {In(condition.Text, Language.Vietnamese)}", $"{unit.En} with {In(condition.Text, Language.English)}");
    }

    /// <summary>Whether a target is for each unit of a level.</summary>
    public static bool IsForEach(Target target) => target.Scope is "each-district" or "each-commune";

    /// <summary>The format of the target's value.</summary>
    public static Format Value(Target target, FigureUnit unit) => target.Kind switch
    {
        TargetKind.Level => unit == FigureUnit.Percent ? Format.Rate : Format.Count,
        TargetKind.ChangePoints => unit == FigureUnit.Percent ? Format.Points : Format.SignedCount,
        TargetKind.ChangeRelative => Format.Points,
    };

    /// <summary>The unit of the target's value, in words.</summary>
    public static Phrase Unit(Target target, FigureUnit unit) => target.Kind switch
    {
        TargetKind.ChangeRelative => new("% so kỳ gốc", "% of the base"),
        TargetKind.ChangePoints when unit == FigureUnit.Percent => new("điểm %", "points"),
        _ => unit switch
        {
            FigureUnit.Percent => new("%", "%"),
            FigureUnit.Households => new("hộ", "households"),
            FigureUnit.Persons => new("người", "persons"),
        },
    };

    /// <summary>What the measure itself is counted in; movements are of households.</summary>
    public static FigureUnit Counted(Target target, Poverty.Comparison.Results results) =>
        Named(target.Measure, results)?.Unit ?? FigureUnit.Households;

    /// <summary>The measure of a name, whether the data of any round have it or not; null for movements.</summary>
    private static Measure? Named(string name, Poverty.Comparison.Results results) => results.Rounds
        .SelectMany(round => Measure.All(round.Round.Law, hasMembers: true, hasCauses: true)).FirstOrDefault(measure => measure.Name == name);

    /// <summary>What a scope meant that found no unit.</summary>
    private static Phrase Scope(string scope) => scope switch
    {
        "province" => new("Toàn tỉnh", "The province"),
        "each-district" => new("Từng huyện", "Each district"),
        "each-commune" => new("Từng xã", "Each commune"),
        _ when scope.StartsWith("group:", StringComparison.Ordinal) && Group.Parse(scope["group:".Length..]) is { } group => GroupWords.Of(group),
        _ => new($"phạm vi {scope}", $"scope {scope}"),
    };

    /// <summary>The units that bear a mark by their names; the mark itself where there are many.</summary>
    private static Phrase Tag(AreaNode tag, Target target, Poverty.Comparison.Results results)
    {
        var round = results.Rounds.LastOrDefault(round => round.Round.Year == target.Year) ?? results.Rounds[^1];
        // A tag of the map of a comparison may be one that no unit of the round bears any more.
        var bearers = round.Summary.Bearers(tag).Concat(results.Pairs.SelectMany(pair => results.Ground(pair.From, pair.To).Now.Bearers(tag))).Distinct().OrderBy(area => area.Code, StringComparer.Ordinal).Select(BookAreas.Name).ToArray();
        return bearers.Length is 0 or > MostNamed
            ? new($"các đơn vị mang nhãn {tag.Code}, tính chung", $"units marked {tag.Code}, together")
            : new($"{string.Join(", ", bearers.Select(name => name.Vi))}, tính chung", $"{string.Join(", ", bearers.Select(name => name.En))}, together");
    }

    private static (string Vi, string En) Level(Target target, FigureUnit counted)
    {
        var (vi, en) = (Number(target, Language.Vietnamese), Number(target, Language.English));
        (vi, en) = counted switch
        {
            FigureUnit.Percent => ($"{vi}%", $"{en}%"),
            FigureUnit.Households => ($"{vi} hộ", $"{en} households"),
            FigureUnit.Persons => ($"{vi} người", $"{en} persons"),
        };
        return target.AtMost ? ($"không quá {vi}", $"at most {en}") : ($"từ {vi} trở lên", $"at least {en}");
    }

    /// <summary>A change to stay below is a fall of at least so much, or a rise of at most so much; the other way round above.</summary>
    private static (string Vi, string En) Change(Target target, FigureUnit counted)
    {
        if (target.Value == 0) return target.AtMost ? ("không tăng", "does not rise") : ("không giảm", "does not fall");
        var unit = target.Kind == TargetKind.ChangeRelative ? new Phrase("%", "%") : counted switch
        {
            FigureUnit.Percent => new(" điểm phần trăm", " percentage points"),
            FigureUnit.Households => new(" hộ", " households"),
            FigureUnit.Persons => new(" người", " persons"),
        };
        var (vi, en) = ($"{Number(target, Language.Vietnamese)}{unit.Vi}", $"{Number(target, Language.English)}{unit.En}");
        return (target.Value < 0, target.AtMost) switch
        {
            (true, true) => ($"giảm từ {vi} trở lên", $"down by {en} or more"),
            (true, false) => ($"giảm không quá {vi}", $"down by no more than {en}"),
            (false, true) => ($"tăng không quá {vi}", $"up by no more than {en}"),
            (false, false) => ($"tăng từ {vi} trở lên", $"up by {en} or more"),
        };
    }

    private static Phrase Since(Target target) => target.BaseYear is { } year
        ? new($" so với năm {year}", $" from {year}")
        : new(" so với kỳ trước", " from the round before");

    private static string Number(Target target, Language language) => Numerals.Of(Math.Abs(target.Value), target.Decimals, language);

    private static string In(string condition, Language language) => condition
        .Replace("rate_before", new Phrase("tỷ lệ hộ nghèo kỳ trước (%)", "a poor rate before (%)").In(language), StringComparison.Ordinal)
        .Replace("poor_before", new Phrase("số hộ nghèo kỳ trước", "poor households before").In(language), StringComparison.Ordinal)
        .Replace("households", new Phrase("tổng số hộ", "households").In(language), StringComparison.Ordinal)
        .Replace(" and ", new Phrase(" và ", " and ").In(language), StringComparison.Ordinal)
        .Replace(" or ", new Phrase(" hoặc ", " or ").In(language), StringComparison.Ordinal)
        .Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal);
}
