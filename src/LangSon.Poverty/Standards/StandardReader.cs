using System.Text.Json;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>Reads a standard from JSON with comments and says all that is wrong with it, each with its line and path.</summary>
public static class StandardReader
{
    /// <summary>As many indicators as a household's deprivations have bits.</summary>
    public const int MostIndicators = 32;

    /// <summary>
    /// Reads a standard. Either it is whole, every value cited, dated and in order, and there are no faults; or the standard
    /// is null and the faults, by line, say why.
    /// </summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="file">The file as the user named it; it becomes <see cref="Standard.File"/>.</param>
    public static (Standard? Standard, IReadOnlyList<JsonFault> Faults) Read(ReadOnlySpan<byte> utf8, string file)
    {
        var root = JsonPart.Read(utf8);
        // A document that is not JSON has nothing in it to be missed.
        if (root.Faults.Count > 0 && root.Members.Count == 0) return (null, root.Faults);
        var standard = Build(root, file);
        IReadOnlyList<JsonFault> faults = [.. root.Faults.Distinct().OrderBy(fault => fault.Line)];
        return faults.Count == 0 ? (standard, faults) : (null, faults);
    }

    private static Standard? Build(JsonPart root, string file)
    {
        if (!root.AsObject()) return null;
        root.OnlyKeys("id", "title", "sources", "checkedOn", "applies", "income", "points", "poorAtDeprivations", "cutoff", "values", "dimensions", "children");
        var id = StandardTexts.Name(root.Require("id"), "-._");
        var title = StandardTexts.Phrase(root.Require("title"));
        var sources = new StandardSources(root.Require("sources"));
        var checkedOn = root.Require("checkedOn")?.AsDay() ?? default;
        var applies = Applies(root.Require("applies"), sources);
        var values = new StandardValues(sources, applies.Count == 0 ? null : (applies[0].From, applies[^1].Until ?? DateOnly.MaxValue));

        var income = root.Find("income");
        income?.OnlyKeys("unit", "poorAlone", "poor", "average");
        var months = income?.Require("unit")?.AsOneOf("VND/person/month", "VND/person/year") == "VND/person/year" ? 12 : 1;
        var poorAlone = values.Line(income?.Find("poorAlone"));
        var poor = values.Line(income?.Require("poor"));
        var average = values.Line(income?.Find("average"));
        StandardValues.CheckOrder("poorAlone", poorAlone, "poor", poor);
        StandardValues.CheckOrder("poor", poor, "average", average);

        var points = Points(root.Find("points"), values);
        var named = Named(root.Find("values"), values);
        var read = Indicators(root.Find("dimensions"), sources, new RuleReader(named));
        var poorAt = PoorAt(root, values, read.Count);
        var cutoff = StandardValues.Plain(values.List(root.Find("cutoff"), StandardWeights.Share));
        CheckWhatDecides(root, income is not null, read.Count > 0);
        var indicators = root.Find("cutoff") is null ? StandardWeights.Counted(read) : StandardWeights.Weighed(read, root.Find("dimensions"));
        CheckRoom(root.Find("dimensions"), indicators);
        var children = Children(root.Find("children"), named, indicators);
        sources.ReportUnused();
        return new Standard(id, file, title, sources.Declared, checkedOn, applies, months, poorAlone?.Line(), poor?.Line(), average?.Line(),
            poorAt, cutoff, indicators)
        {
            Points = points,
            Values = named,
            Children = children,
        };
    }

    /// <summary>A household is poor by an income line, by its deprivations counted or weighed, or by both; without a line they are weighed.</summary>
    private static void CheckWhatDecides(JsonPart root, bool hasIncome, bool hasIndicators)
    {
        var (count, cutoff) = (root.Find("poorAtDeprivations"), root.Find("cutoff"));
        if (count is not null && cutoff is not null)
            cutoff.Fault(new("\"cutoff\" và \"poorAtDeprivations\" loại trừ nhau; chỉ ghi một trong hai", "\"cutoff\" and \"poorAtDeprivations\" exclude each other; give one of them"));
        else if (count is null && cutoff is null && hasIndicators)
            root.Fault(new("thiếu \"poorAtDeprivations\" hoặc \"cutoff\": từ bao nhiêu thiếu hụt thì hộ là hộ nghèo", "\"poorAtDeprivations\" or \"cutoff\" is missing: from how many deprivations a household is poor"));
        else if (cutoff is null && !hasIncome)
            (count ?? root).Fault(new("thiếu \"income\"; chuẩn không có mức thu nhập phải có \"cutoff\" và \"dimensions\"", "\"income\" is missing; a standard without income lines has \"cutoff\" and \"dimensions\""));
        if (root.Find("points") is { } points && (cutoff is not null || !hasIncome))
            points.Fault(new("\"points\" cần có \"income\" và \"poorAtDeprivations\": điểm thay cho thu nhập và cho số thiếu hụt", "\"points\" goes with \"income\" and \"poorAtDeprivations\": points stand for the income and for a number of deprivations"));
        if (cutoff is not null && !hasIndicators)
            cutoff.Fault(new("không có chỉ số nào để tính điểm thiếu hụt", "there are no indicators to weigh"));
    }

    private static List<Period> Applies(JsonPart? part, StandardSources sources)
    {
        var periods = new List<Period>();
        if (part is null) return periods;
        var items = part.AsList();
        if (part.Kind == JsonValueKind.Array && items.Count == 0) part.Fault(new("danh sách trống; cần ít nhất một thời kỳ", "the list is empty; expected at least one period"));
        foreach (var item in items)
        {
            item.OnlyKeys("from", "until", "source");
            var period = new Period(item.Require("from")?.AsDay() ?? default, item.Find("until")?.AsDay(), sources.Of(item));
            if (period.Until < period.From)
                item.Fault(new($"ngày cuối {period.Until:o} trước ngày đầu {period.From:o}", $"the last day {period.Until:o} is before the first {period.From:o}"));
            if (periods.Count > 0) CheckFollows(periods[^1], period, item);
            periods.Add(period);
        }
        return periods;
    }

    private static void CheckFollows(Period before, Period period, JsonPart item)
    {
        if (before.Until is not { } end)
            item.Fault(new("đứng sau một thời kỳ không có ngày cuối; chỉ thời kỳ cuối cùng được để trống ngày cuối", "follows a period without a last day; only the last period may have none"));
        else if (period.From <= end)
            item.Fault(new($"bắt đầu ngày {period.From:o}, trước khi thời kỳ ngay trên kết thúc ngày {end:o}: hai thời kỳ chồng lên nhau", $"begins on {period.From:o}, before the period above it ends on {end:o}: they overlap"));
        else if (period.From.DayNumber - end.DayNumber > 1)
            item.Fault(new($"bắt đầu ngày {period.From:o}, nhưng thời kỳ ngay trên kết thúc ngày {end:o}: các ngày ở giữa bị bỏ trống", $"begins on {period.From:o}, but the period above it ends on {end:o}: the days between are a gap"));
    }

    private static ScorePoints? Points(JsonPart? part, StandardValues values)
    {
        if (part is null || !part.AsObject()) return null;
        part.OnlyKeys("atMost", "perDeprivation");
        var (line, each) = (values.Line(part.Require("atMost")), values.List(part.Require("perDeprivation"), value => value.AsWhole(1, 1000)));
        return line is null ? null : new ScorePoints(line.Line(), StandardValues.Plain(each));
    }

    private static Dictionary<string, NamedValue> Named(JsonPart? part, StandardValues values)
    {
        var named = new Dictionary<string, NamedValue>(StringComparer.Ordinal);
        if (part is null || !part.AsObject()) return named;
        foreach (var (name, value) in part.Members)
        {
            value.OnlyKeys("title", "unit", "values");
            var list = value.Require("values");
            named.Add(name, new NamedValue(StandardTexts.Phrase(value.Require("title")), value.Require("unit")?.AsText() ?? "",
                list is null ? [] : StandardValues.Plain(values.List(list, Bounded))));
        }
        return named;
    }

    private static ChildrenProfile? Children(JsonPart? part, Dictionary<string, NamedValue> values, IReadOnlyList<Indicator> indicators)
    {
        if (part is null || !part.AsObject()) return null;
        part.OnlyKeys("below", "indicators");
        var (below, list) = (part.Require("below"), part.Require("indicators"));
        var name = below?.AsText() ?? "";
        if (below is not null && !values.ContainsKey(name)) below.Fault(new($"\"values\" không có giá trị \"{name}\"", $"\"values\" has no \"{name}\""));
        var told = new List<string>();
        foreach (var item in list?.AsList() ?? [])
        {
            var id = item.AsText();
            if (!indicators.Any(indicator => indicator.Id == id && indicator.DeprivedWhen?.Conditions().Any(rule => rule.IsOfMembers) == true))
                item.Fault(new($"\"{id}\" không phải chỉ số hỏi về thành viên", $"\"{id}\" is not an indicator that asks about members"));
            else if (told.Contains(id)) item.Fault(new($"chỉ số \"{id}\" xuất hiện hai lần", $"the indicator \"{id}\" stands twice"));
            told.Add(id);
        }
        if (told.Count > MemberRoom.ChildIndicators)
            list!.Fault(new($"nhiều hơn {MemberRoom.ChildIndicators} chỉ số", $"more than {MemberRoom.ChildIndicators} indicators"));
        return new ChildrenProfile(name, told);
    }

    private static decimal Bounded(JsonPart part)
    {
        var number = part.AsNumber();
        if (Math.Abs(number) <= RuleReader.LargestBound) return number;
        part.Fault(new($"giá trị phải trong khoảng ±{RuleReader.LargestBound}", $"a value lies within ±{RuleReader.LargestBound}"));
        return 0;
    }

    /// <summary>What is kept of a household's members has room for so many conditions (see <see cref="MemberRoom"/>).</summary>
    private static void CheckRoom(JsonPart? dimensions, IEnumerable<Indicator> indicators)
    {
        var conditions = indicators.SelectMany(indicator => indicator.DeprivedWhen?.Conditions() ?? []).Where(rule => rule.IsOfMembers).ToArray();
        if (conditions.Length > MemberRoom.Rules)
            dimensions!.Fault(new($"nhiều hơn {MemberRoom.Rules} điều kiện về thành viên", $"more than {MemberRoom.Rules} conditions on members"));
        if (conditions.Count(rule => rule.Kind == RuleKind.MoreMembersThan) > MemberRoom.Shares)
            dimensions!.Fault(new($"nhiều hơn {MemberRoom.Shares} điều kiện về tỷ lệ thành viên", $"more than {MemberRoom.Shares} conditions on shares of members"));
    }

    private static List<(Indicator Indicator, JsonPart Part)> Indicators(JsonPart? part, StandardSources sources, RuleReader rules)
    {
        var indicators = new List<(Indicator Indicator, JsonPart Part)>();
        if (part is null) return indicators;
        var dimensions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.AsList())
        {
            item.OnlyKeys("id", "title", "indicators");
            var dimension = new Dimension(StandardTexts.Name(item.Require("id"), "_"), StandardTexts.Phrase(item.Require("title")));
            if (!dimensions.Add(dimension.Id)) item.Find("id")?.Fault(new($"chiều \"{dimension.Id}\" xuất hiện hai lần", $"the dimension \"{dimension.Id}\" stands twice"));
            var list = item.Require("indicators");
            if (list is { Kind: JsonValueKind.Array, Items.Count: 0 }) list.Fault(new("danh sách trống; cần ít nhất một chỉ số", "the list is empty; expected at least one indicator"));
            foreach (var entry in list?.AsList() ?? [])
            {
                var indicator = ReadIndicator(entry, dimension, sources, rules);
                if (SurveyColumns.Households.Named(indicator.Id) is { IsIndicator: false, IsAnswer: false } or { Name: "household_size" })
                    entry.Find("id")?.Fault(new($"\"{indicator.Id}\" là một cột khác của bảng hộ; hãy đặt mã khác", $"\"{indicator.Id}\" is another column of the household table; choose another id"));
                if (indicators.Exists(other => other.Indicator.Id == indicator.Id)) entry.Find("id")?.Fault(new($"chỉ số \"{indicator.Id}\" xuất hiện hai lần", $"the indicator \"{indicator.Id}\" stands twice"));
                indicators.Add((indicator, entry));
                if (indicators.Count == MostIndicators + 1) entry.Fault(new($"nhiều hơn {MostIndicators} chỉ số", $"more than {MostIndicators} indicators"));
            }
        }
        return indicators;
    }

    private static Indicator ReadIndicator(JsonPart part, Dimension dimension, StandardSources sources, RuleReader rules)
    {
        part.OnlyKeys("id", "title", "rule", "source", "checked", "note", "deprivedWhen", StandardWeights.Key);
        return new Indicator(StandardTexts.Name(part.Require("id"), "_"), StandardTexts.Phrase(part.Require("title")), dimension,
            StandardTexts.Phrase(part.Require("rule")), sources.Of(part), part.Find("checked")?.AsFlag() ?? true,
            part.Find("note") is { } note ? StandardTexts.Phrase(note) : (Phrase?)null)
        {
            DeprivedWhen = part.Find("deprivedWhen") is { } rule ? rules.Read(rule) : null,
        };
    }

    private static IReadOnlyList<Dated<int>> PoorAt(JsonPart root, StandardValues values, int indicators)
    {
        var part = root.Find("poorAtDeprivations");
        var counts = values.List(part, value => value.AsWhole(0, int.MaxValue));
        foreach (var count in counts)
            if (count.Dated.Value > indicators)
                count.Part.Fault(new($"với {indicators} chỉ số thì không bao giờ thiếu hụt đủ {count.Dated.Value}", $"{count.Dated.Value} deprivations are never reached with {indicators} indicators"));
        return StandardValues.Plain(counts);
    }
}
