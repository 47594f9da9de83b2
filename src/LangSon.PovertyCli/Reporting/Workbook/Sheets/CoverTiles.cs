using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Workbook.Sheets;

/// <summary>Large figures of the last round, each with its change.</summary>
internal static class CoverTiles
{
    private const int Span = 3;

    private static readonly (string Measure, Phrase Label, Format Format)[] Tiles =
    [
        ("poor_rate", new("Tỷ lệ hộ nghèo", "Poor-household rate"), Format.TileRate),
        ("near_poor_rate", new("Tỷ lệ hộ cận nghèo", "Near-poor-household rate"), Format.TileRate),
        ("mdp_rate", new("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate"), Format.TileRate),
        ("poor", new("Số hộ nghèo", "Poor households"), Format.Count),
    ];

    /// <summary>Writes them; nothing where several units stand side by side.</summary>
    public static void Write(Sheet sheet, BookContent content)
    {
        var results = content.Results;
        if (content.Areas.Whole is not { } whole) return;
        var last = results.Rounds.Count - 1;
        var top = sheet.Next;
        var name = BookAreas.Name(whole);
        foreach (var (i, (measure, label, format)) in Tiles.Where(tile => content.Shows(tile.Measure)).Index())
        {
            var column = 1 + (i * Span);
            var round = results.Rounds[last].Round.Id;
            var figure = results.Rounds[last].Find(whole, Group.All, measure) ?? default;
            sheet.Put(top, column, Entry.Of(name.With(": ").With(label.Within()).With($" {round}")), Look.TileLabel, Format.Text, Span);
            var entry = Entry.Of(figure.Value, format);
            sheet.Put(top + 1, column, entry, Look.TileFigure, format, Span);
            sheet.Put(top + 2, column, Entry.Of(figure.Value is null ? Missings.Phrase(figure.Missing) : Moved(results, last, whole, measure)), Look.TileChange, Format.Text, Span);
            sheet.Edge(top, top + 2, column);
        }
        sheet.Height(top, 20);
        sheet.Height(top + 1, 34);
        sheet.Height(top + 2, 30);
        sheet.Next = top + 3;
    }

    /// <summary>How the figure moved since the round before, in words.</summary>
    private static Phrase Moved(Poverty.Comparison.Results results, int last, AreaNode whole, string measure)
    {
        if (results.Base(last) is not { } from) return new("chưa có kỳ trước để so sánh", "no earlier round to compare with");
        var before = results.Rounds[from].Round.Id;
        var change = results.Change(from, last, whole, Group.All, measure);
        if (change.Value is not { } value)
        {
            var why = Missings.Phrase(change);
            return new($"không so với {before}: {why.Vi}", $"not compared with {before}: {why.En}");
        }
        var (decimals, unitVi, unitEn, percent) = measure == "poor" ? (0, "hộ", "households", "") : (2, "điểm phần trăm", "points", "%");
        string N(decimal number, Language language) => Numerals.Of(Math.Abs(number), decimals, language);
        var (was, wasEn) = (N(change.Before.Value!.Value, Language.Vietnamese), N(change.Before.Value.Value, Language.English));
        if (Math.Round(value, decimals, MidpointRounding.AwayFromZero) == 0)
            return new($"không đổi so với {before} ({was}{percent})", $"unchanged from {before} ({wasEn}{percent})");
        return value < 0
            ? new($"giảm {N(value, Language.Vietnamese)} {unitVi} so với {before} ({was}{percent})", $"down {N(value, Language.English)} {unitEn} from {before} ({wasEn}{percent})")
            : new($"tăng {N(value, Language.Vietnamese)} {unitVi} so với {before} ({was}{percent})", $"up {N(value, Language.English)} {unitEn} from {before} ({wasEn}{percent})");
    }
}
