using LangSon.Poverty.Text;

namespace LangSon.Poverty.Standards;

/// <summary>A dated value and where it stands in its file.</summary>
internal readonly record struct Located<T>(Dated<T> Dated, JsonPart Part);

/// <summary>An income line with the places of its values.</summary>
internal sealed record LocatedLine(IReadOnlyList<Located<decimal>> Rural, IReadOnlyList<Located<decimal>> Urban)
{
    /// <summary>The line without the places.</summary>
    public IncomeLine Line()
    {
        var rural = StandardValues.Plain(Rural);
        return new IncomeLine(rural, ReferenceEquals(Rural, Urban) ? rural : StandardValues.Plain(Urban));
    }
}

/// <summary>Reads the lists of dated values of a standard's file and compares the lines with each other.</summary>
/// <param name="sources">The sources that the values cite.</param>
/// <param name="days">The standard's first and last day; null when they could not be read, and then values are not held against them.</param>
internal sealed class StandardValues(StandardSources sources, (DateOnly First, DateOnly Last)? days)
{
    // Income.AtMost multiplies a line by months and persons: within these bounds the product is exact and cannot overflow.
    private const decimal LargestLine = 1e12m;
    private const int LineDecimals = 6;

    /// <summary>The values without the places.</summary>
    public static IReadOnlyList<Dated<T>> Plain<T>(IReadOnlyList<Located<T>> values) => [.. values.Select(value => value.Dated)];

    /// <summary>A line given once for all, or for rural and urban areas.</summary>
    public LocatedLine? Line(JsonPart? part)
    {
        if (part is null || !part.AsObject()) return null;
        part.OnlyKeys("all", "rural", "urban");
        if (part.Find("all") is { } all)
        {
            if (part.Find("rural") is not null || part.Find("urban") is not null)
                part.Fault(new("\"all\" phải đứng một mình; hãy ghi \"all\", hoặc \"rural\" và \"urban\"", "\"all\" stands alone; give either \"all\" or \"rural\" and \"urban\""));
            var one = List(all, Amount);
            return new LocatedLine(one, one);
        }
        return new LocatedLine(List(part.Require("rural"), Amount), List(part.Require("urban"), Amount));
    }

    /// <summary>A list of dated values: it covers the standard's days, in ascending order.</summary>
    public IReadOnlyList<Located<T>> List<T>(JsonPart? part, Func<JsonPart, T> read)
    {
        var values = new List<Located<T>>();
        if (part is null) return values;
        foreach (var item in part.AsList())
        {
            item.OnlyKeys("from", "value", "source", "checked", "note");
            var value = item.Require("value");
            values.Add(new(new Dated<T>(item.Require("from")?.AsDay() ?? default, value is null ? default! : read(value), sources.Of(item),
                item.Find("checked")?.AsFlag() ?? true, item.Find("note") is { } note ? StandardTexts.Phrase(note) : (Phrase?)null), item));
        }
        CheckDays(part, values);
        return values;
    }

    /// <summary>Reports every day on which <paramref name="lower"/> is above <paramref name="upper"/>, at the value that brings it about.</summary>
    public static void CheckOrder(string lowerName, LocatedLine? lower, string upperName, LocatedLine? upper)
    {
        if (lower is null || upper is null) return;
        CheckOrder(lowerName, lower.Rural, upperName, upper.Rural);
        CheckOrder(lowerName, lower.Urban, upperName, upper.Urban);
    }

    private static void CheckOrder(string lowerName, IReadOnlyList<Located<decimal>> lower, string upperName, IReadOnlyList<Located<decimal>> upper)
    {
        foreach (var day in lower.Concat(upper).Select(value => value.Dated.From).Distinct().Order())
        {
            var low = lower.LastOrDefault(value => value.Dated.From <= day);
            var high = upper.LastOrDefault(value => value.Dated.From <= day);
            if (low.Part is null || high.Part is null || low.Dated.Value <= high.Dated.Value) continue;
            var culprit = high.Dated.From > low.Dated.From ? high.Part : low.Part;
            var (least, most) = (Text(low.Dated.Value), Text(high.Dated.Value));
            culprit.Fault(new($"vào ngày {day:o}, {lowerName} ({least}) cao hơn {upperName} ({most}); phải bằng hoặc thấp hơn", $"on {day:o} {lowerName} ({least}) is above {upperName} ({most}); expected it at or below"));
        }
    }

    private static decimal Amount(JsonPart part)
    {
        var amount = part.AsNumber();
        if (part.Kind == System.Text.Json.JsonValueKind.Number
            && (amount <= 0 || amount > LargestLine || decimal.Round(amount, LineDecimals) != amount))
            part.Fault(new($"phải là số tiền trên 0 và đến {Text(LargestLine)}, nhiều nhất {LineDecimals} chữ số thập phân, nhưng lại là {Text(amount)}", $"expected an amount above 0 and up to {Text(LargestLine)} with at most {LineDecimals} decimals, found {Text(amount)}"));
        return amount;
    }

    private void CheckDays<T>(JsonPart part, List<Located<T>> values)
    {
        if (values.Count == 0)
        {
            if (part.Kind == System.Text.Json.JsonValueKind.Array) part.Fault(new("danh sách trống; cần ít nhất một giá trị", "the list is empty; expected at least one value"));
            return;
        }
        for (var i = 1; i < values.Count; i++)
        {
            var (before, from) = (values[i - 1].Dated.From, values[i].Dated.From);
            if (from == before) values[i].Part.Fault(new($"hai giá trị cùng bắt đầu ngày {from:o}", $"two values begin on {from:o}"));
            else if (from < before) values[i].Part.Fault(new($"bắt đầu ngày {from:o}, trước giá trị ngay trên; các ngày phải tăng dần", $"begins on {from:o}, before the value above it; expected ascending days"));
        }
        if (days is not var (first, last)) return;
        if (values[0].Dated.From > first)
            values[0].Part.Fault(new($"bắt đầu ngày {values[0].Dated.From:o}, nhưng chuẩn áp dụng từ {first:o}: trước đó chưa có giá trị nào", $"begins on {values[0].Dated.From:o}, but the standard applies from {first:o}: no value holds until then"));
        foreach (var value in values)
            if (value.Dated.From > last)
                value.Part.Fault(new($"bắt đầu ngày {value.Dated.From:o}, sau ngày áp dụng cuối cùng của chuẩn là {last:o}", $"begins on {value.Dated.From:o}, after the standard's last day {last:o}"));
    }

    private static string Text(decimal amount) => amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
