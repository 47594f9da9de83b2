using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Households;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook.Words;

namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>What the data cannot say, a sentence each: whoever uses a figure should know these first.</summary>
internal static class Limits
{
    /// <summary>The sentences that hold for the content; one that says so when none does.</summary>
    public static IReadOnlyList<Phrase> Of(BookContent content)
    {
        var results = content.Results;
        Phrase[] all =
        [
            .. results.Rounds.SelectMany(round => OfRound(results, round, content.Areas)),
            .. results.Pairs.SelectMany(pair => OfPair(results, pair.From, pair.To, content.Areas.Whole)),
            .. OfClasses(content),
            .. OfLaw(results),
        ];
        return all.Length > 0 ? all : [new("Không có điểm nào phải lưu ý.", "Nothing of note.")];
    }

    /// <summary>For each round with unresolved rows: how many, and between which values the poor rate lies, of the whole or of each unit side by side.</summary>
    public static IEnumerable<Phrase> Unresolved(Poverty.Comparison.Results results)
    {
        var areas = new BookAreas(results);
        return results.Rounds.SelectMany(round => Unresolved(round, areas));
    }

    private static IEnumerable<Phrase> Unresolved(RoundResult round, BookAreas areas) => areas.Whole is { } whole
        ? Unresolved(round, whole, "")
        : areas.Tops.SelectMany(area => Unresolved(round, area, BookAreas.Name(area).With(", ")));

    private static IEnumerable<Phrase> Unresolved(RoundResult round, AreaNode area, Phrase name)
    {
        if (!round.Summary.Has(area) || round.Summary.Of(area, Group.All) is not { } counts || counts.Undetermined + counts.Rejected == 0) yield break;
        var range = round.Find(area, Group.All, "poor_rate")?.Bounds is { } bounds ? Range(bounds) : "";
        yield return name.With($"{round.Round.Id}: ").With(Unresolved(counts)).With(range);
    }

    private static IEnumerable<Phrase> OfRound(Poverty.Comparison.Results results, RoundResult round, BookAreas areas)
    {
        var id = round.Round.Id;
        if (round.Summary.Lacking is not null) yield return PartialWords.Sentence(round);
        foreach (var open in Unresolved(round, areas)) yield return open.With(".");
        if (areas.Whole is { } whole && round.Summary.Has(whole))
        {
            var counts = round.Summary.Of(whole, Group.All);
            if (counts.FromRegister && counts.Households is null)
                yield return new($"{id}: danh sách rà soát không phải toàn bộ hộ và chưa có sổ tổng số hộ, nên không có tỷ lệ.",
                    $"{id}: the review list does not hold all households and no register was given, so there are no rates.");
            if (counts is { HasRows: false, Lack.IsAll: false })
                yield return new($"{id}: chỉ có số tổng hợp, không có danh sách hộ, nên không theo dõi được hộ ra vào.",
                    $"{id}: only counts exist, no households, so nobody can be followed in or out.");
        }
        if (round.Round.IsWhatIf)
            yield return new($"{id}: tính thử theo {round.Round.Law.Standard.Title.Vi}, ngoài thời gian hiệu lực của chuẩn.",
                $"{id}: what if the {round.Round.Law.Standard.Title.En} held, outside its days in force.");
        var few = areas.Tree().Count(unit => round.Summary.Has(unit.Area) && results.IsSmallBase(round.Summary.Of(unit.Area, Group.All).Households));
        if (few > 0) yield return new Phrase($"{id}: {N(few, 0, Language.Vietnamese)} đơn vị có quá ít hộ. ", $"{id}: {N(few, 0, Language.English)} {(few == 1 ? "unit has" : "units have")} too few households. ").With(InParentheses(results));
        var empty = areas.Of(AreaLevel.Commune).Count(area => round.Summary.Has(area) && round.Summary.Of(area, Group.All) is { HasRows: true, Rows: 0, Households: 0 });
        if (empty > 0)
            yield return new($"{id}: {empty} xã không có hộ nào trong số liệu.", $"{id}: {empty} communes have no households in the data.");
    }

    /// <summary>What the parentheses around a rate mean.</summary>
    public static Phrase InParentheses(Poverty.Comparison.Results results)
    {
        var limit = results.Settings.Threshold("PV8009");
        return new($"Tỷ lệ trong ngoặc được tính từ ít hơn {N(limit, 0, Language.Vietnamese)} hộ, nên dùng số hộ thay cho tỷ lệ.",
            $"Rates in parentheses are those of fewer than {N(limit, 0, Language.English)} households: use counts in their place.");
    }

    /// <summary>Between which values the poor rate of a unit lies, and what leaves it open.</summary>
    public static Phrase Open(AreaCounts counts, Bounds bounds)
    {
        var why = Unresolved(counts);
        return new($"{N(bounds.Min, 2, Language.Vietnamese)}–{N(bounds.Max, 2, Language.Vietnamese)}% ({why.Vi})",
            $"{N(bounds.Min, 2, Language.English)}–{N(bounds.Max, 2, Language.English)}% ({why.En})");
    }

    private static Phrase Unresolved(AreaCounts counts)
    {
        var parts = new List<Phrase>();
        if (counts.Undetermined > 0)
            parts.Add(new($"{N(counts.Undetermined, 0, Language.Vietnamese)} hộ chưa xác định", $"{N(counts.Undetermined, 0, Language.English)} undetermined"));
        if (counts.Rejected > 0)
            parts.Add(new($"{N(counts.Rejected, 0, Language.Vietnamese)} hộ bị loại vì lỗi số liệu", $"{N(counts.Rejected, 0, Language.English)} rejected for faulty data"));
        return new(string.Join(", ", parts.Select(part => part.Vi)), string.Join(", ", parts.Select(part => part.En)));
    }

    private static Phrase Range(Bounds bounds) => new(
        $"; tỷ lệ hộ nghèo nằm trong khoảng {N(bounds.Min, 2, Language.Vietnamese)}–{N(bounds.Max, 2, Language.Vietnamese)}%",
        $"; the poor rate lies between {N(bounds.Min, 2, Language.English)}% and {N(bounds.Max, 2, Language.English)}%");

    private static string N(decimal number, int decimals, Language language) => Numerals.Of(number, decimals, language);

    private static IEnumerable<Phrase> OfPair(Poverty.Comparison.Results results, int from, int to, AreaNode? whole)
    {
        var pair = $"{results.Rounds[from].Round.Id} → {results.Rounds[to].Round.Id}";
        if (!results.SameStandard(from, to))
        {
            yield return new Phrase($"{pair}: hai kỳ theo hai chuẩn khác nhau, tỷ lệ không so sánh được", $"{pair}: two different standards, the rates are not comparable")
                .With(UnderOne(results, from, to, whole)).With(".");
            yield break;
        }
        var lost = results.AreasOf(from, to).Count(area => area.Level is AreaLevel.District or AreaLevel.Commune
            && results.Change(from, to, area, Group.All, "poor_rate").Incomparable == Incomparable.Units);
        if (results.Settings.Geography is { } map) yield return new Phrase($"{pair}: ", $"{pair}: ").With(MapWords.Of(map).Within()).With(Open(results, from, to)).With(".");
        if (lost > 0)
            yield return new Phrase($"{pair}: {lost} huyện, xã không có ở cả hai kỳ hoặc đã đổi nghĩa mã, không so sánh được", $"{pair}: {lost} districts and communes are not in both rounds, or their code means another unit; they are not compared")
                .With(OneMap(results, from, to)).With(".");
        if (results.HasHouseholds(from, to) && !results.HasHistory(from, to))
            yield return new($"{pair}: không có lịch sử của hộ nên không tách được tái nghèo khỏi phát sinh.",
                $"{pair}: without the households' history, falling back cannot be told from newly poor.");
    }

    /// <summary>How many units of the map can't be compared, for households of divided units that could not be placed.</summary>
    private static Phrase Open(Poverty.Comparison.Results results, int from, int to)
    {
        var ground = results.Ground(from, to);
        var units = ground.Unplaced.Keys.Count(area => area.Level is AreaLevel.District or AreaLevel.Commune);
        var households = ground.Divided.Sum(unit => unit.Open);
        return units == 0 ? "" : new Phrase($"; {N(units, 0, Language.Vietnamese)} đơn vị không so sánh được vì {N(households, 0, Language.Vietnamese)} hộ của đơn vị bị chia tách không rõ thuộc đơn vị nào",
            $"; {N(units, 0, Language.English)} {(units == 1 ? "unit is" : "units are")} not compared, as it is not known where {N(households, 0, Language.English)} {(households == 1 ? "household" : "households")} of divided units belong");
    }

    /// <summary>How units that the reform of the map keeps apart can be compared after all.</summary>
    private static Phrase OneMap(Poverty.Comparison.Results results, int from, int to)
    {
        var (before, now) = (results.Readings[from].Round.Date, results.Readings[to].Round.Date);
        if (results.Settings.Geography is not null || !results.Settings.Changes.All.Any(change => change.Day > before && change.Day <= now)) return "";
        return new($"; muốn so trên cùng một địa giới thì đặt \"geography\": \"at:{now:yyyy-MM-dd}\" trong tệp cấu hình", $"; \"geography\": \"at:{now:yyyy-MM-dd}\" in the run file compares them on one map");
    }

    /// <summary>How the poor rate moved where one standard judges both rounds.</summary>
    private static Phrase UnderOne(Poverty.Comparison.Results results, int from, int to, AreaNode? whole)
    {
        if (whole is null || results.Comparable(from, to) is not { } pair || results.Change(pair.From, pair.To, whole, Group.All, "poor_rate") is not { Value: not null } change) return "";
        var id = results.Readings[pair.To].Round.Law.Standard.Id;
        string Moved(Language language) => $"{N(change.Before.Value!.Value, 2, language)}% → {N(change.After.Value!.Value, 2, language)}%";
        return new($"; cùng theo {id}, tỷ lệ hộ nghèo {Moved(Language.Vietnamese)}", $"; both by {id}, the poor rate went {Moved(Language.English)}");
    }

    private static IEnumerable<Phrase> OfClasses(BookContent content)
    {
        var differ = content.Files.SelectMany(round => round).Sum(file => file.Disagreements.Count());
        if (differ == 0) yield break;
        yield return content.Results.Settings.Official == OfficialClass.Recognised
            ? new($"{Numerals.Of(differ, 0, Language.Vietnamese)} hộ được công nhận khác với kết quả tính từ phiếu; số liệu này theo kết quả công nhận.",
                $"{Numerals.Of(differ, 0, Language.English)} {(differ == 1 ? "household was" : "households were")} recognised otherwise than the forms give; these figures follow the recognition.")
            : new($"{Numerals.Of(differ, 0, Language.Vietnamese)} hộ có loại ghi trên danh sách khác với kết quả tính từ phiếu; số liệu này theo kết quả tính.",
                $"{Numerals.Of(differ, 0, Language.English)} {(differ == 1 ? "household is" : "households are")} listed otherwise than the forms give; these figures follow the forms.");
    }

    private static IEnumerable<Phrase> OfLaw(Poverty.Comparison.Results results) =>
        from standard in results.Readings.Select(round => round.Round.Law.Standard).Distinct()
        let count = StandardTables.UncheckedCount(standard)
        where count > 0
        select new Phrase($"{standard.Title.Vi}: {count} giá trị chưa kiểm chứng với văn bản (summary.xlsx, trang Phương pháp).",
            $"{standard.Title.En}: {count} values not checked against the law (summary.xlsx, sheet Method).");
}
