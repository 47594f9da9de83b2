using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Brief;

/// <summary>The table of the brief: the units that the whole consists of, and the whole below them.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Header">The words above its columns; the first column is text, the last may be.</param>
/// <param name="Rows">Its rows as they are printed; the last is the whole when there is one.</param>
/// <param name="HasTotal">Whether the last row is the whole.</param>
/// <param name="Reasons">Why figures in it can't be given; null when all are.</param>
internal sealed record BriefTable(Phrase Title, IReadOnlyList<Phrase> Header, IReadOnlyList<IReadOnlyList<Phrase>> Rows, bool HasTotal, Phrase? Reasons)
{
    /// <summary>The table of a content; null where nothing has parts.</summary>
    public static BriefTable? Of(BookContent content)
    {
        var results = content.Results;
        var last = results.Rounds.Count - 1;
        var from = results.Base(last);
        var isCompared = from is not null;
        var ground = from is { } earliest ? results.Ground(earliest, last) : null;
        var areas = ground is null ? content.Areas : BookAreas.On(ground);
        var parts = areas.Parts.Where((ground?.Now ?? results.Rounds[last].Summary).Has).ToArray();
        if (parts.Length < 2) return null;
        var hasTargets = parts.Any(area => content.FallTarget(area) is not null);
        var (before, now) = (from is { } first ? results.Rounds[first].Round.Id : "", results.Rounds[last].Round.Id);
        Phrase[] header =
        [
            new("Đơn vị", "Unit"), new($"Tổng số hộ {now}", $"Total {now}"),
            .. isCompared ? [new($"Hộ nghèo {before}", $"Poor {before}"), new($"Tỷ lệ {before} (%)", $"Rate {before} (%)")] : Array.Empty<Phrase>(),
            new($"Hộ nghèo {now}", $"Poor {now}"), new($"Tỷ lệ {now} (%)", $"Rate {now} (%)"),
            .. isCompared ? [new("Tăng, giảm (điểm)", "Change (points)")] : Array.Empty<Phrase>(),
            .. hasTargets ? [new("Chỉ tiêu", "Target")] : Array.Empty<Phrase>(),
        ];
        var reasons = new List<Phrase>();
        Phrase Undefined(Phrase why)
        {
            if (!reasons.Contains(why)) reasons.Add(why);
            return Entry.Undefined;
        }
        Phrase Number(Figure figure, int decimals) => figure.Value is { } value
            ? Marked(figure, new(Numerals.Of(value, decimals, Language.Vietnamese), Numerals.Of(value, decimals, Language.English)))
            : Undefined(Missings.Phrase(figure.Missing));
        Phrase Marked(Figure figure, Phrase number) => results.IsSmallBase(figure.Share?.Whole) ? new($"({number.Vi})", $"({number.En})") : number;
        Phrase Figure(int i, AreaNode area, string measure, int decimals)
        {
            if (ground is null) return Number(results.Rounds[i].Find(area, Group.All, measure) ?? Poverty.Aggregation.Figure.NotStated, decimals);
            if (!(i == last ? ground.Now : ground.Before).Has(area)) return Undefined(new("đơn vị không có trong kỳ này", "the unit is not in the round"));
            var change = results.Change(from!.Value, last, area, Group.All, measure);
            var figure = i == last ? change.After : change.Before;
            return figure.Value is null && change.Incomparable == Incomparable.Unplaced ? Undefined(Missings.UnplacedHouseholds) : Number(figure, decimals);
        }
        Phrase Changed(AreaNode area)
        {
            var change = results.Change(from!.Value, last, area, Group.All, "poor_rate");
            return change.Value is { } points ? new(Numerals.Signed(points, 2, Language.Vietnamese), Numerals.Signed(points, 2, Language.English))
                // One reason for all: how many households they are differs from unit to unit.
                : Undefined(change.Incomparable == Incomparable.Unplaced ? Missings.UnplacedHouseholds : Missings.Phrase(change));
        }
        IReadOnlyList<Phrase> Row(AreaNode area)
        {
            return
            [
                BookAreas.Name(area), Figure(last, area, "households", 0),
                .. from is { } earlier ? [Figure(earlier, area, "poor", 0), Figure(earlier, area, "poor_rate", 2)] : Array.Empty<Phrase>(),
                Figure(last, area, "poor", 0), Figure(last, area, "poor_rate", 2),
                .. isCompared ? [Changed(area)] : Array.Empty<Phrase>(),
                .. hasTargets ? [content.FallTarget(area) is { } target ? VerdictWords.Phrase(target.Verdict) : ""] : Array.Empty<Phrase>(),
            ];
        }
        var rows = parts.Select(Row).ToList();
        if (areas.Whole is { } whole) rows.Add(Row(whole));
        var title = parts[0].Level switch
        {
            AreaLevel.District => new Phrase("Hộ nghèo theo huyện, thành phố", "Poor households by district"),
            AreaLevel.Commune => new Phrase("Hộ nghèo theo xã, phường", "Poor households by commune"),
            AreaLevel.Nation or AreaLevel.Region or AreaLevel.Province or AreaLevel.Tag => new Phrase("Hộ nghèo theo đơn vị", "Poor households by unit"),
        };
        return new BriefTable(title, header, rows, areas.Whole is not null, Why(reasons));
    }

    private static Phrase? Why(List<Phrase> reasons) => reasons.Count == 0 ? null
        : new($"{Entry.Undefined}: {string.Join("; ", reasons.Select(reason => reason.Vi))}.", $"{Entry.Undefined}: {string.Join("; ", reasons.Select(reason => reason.En))}.");
}
