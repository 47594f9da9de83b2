using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;

namespace LangSon.PovertyCli.Reporting.Workbook.Words;

/// <summary>What the standard of a round is called; one outside its days is marked wherever it stands.</summary>
internal static class StandardWords
{
    /// <summary>Its title.</summary>
    public static Phrase Title(Round round) => round.IsWhatIf
        ? round.Law.Standard.Title.With(new(" (tính thử, ngoài thời gian hiệu lực)", " (what if, outside its days)"))
        : round.Law.Standard.Title;

    /// <summary>Its id, where a title would be too long.</summary>
    public static Phrase Id(Round round)
    {
        var id = round.Law.Standard.Id;
        return round.IsWhatIf ? new($"{id} (tính thử)", $"{id} (what if)") : new(id, id);
    }

    /// <summary>What a round comes to in a unit under a further standard, beside its own: how many are poor, become so and cease to be.</summary>
    /// <param name="results">The results.</param>
    /// <param name="own">The round under its own standard.</param>
    /// <param name="further">The same under the other.</param>
    /// <param name="area">The unit.</param>
    /// <param name="name">What the other standard is called.</param>
    public static Phrase Beside(Poverty.Comparison.Results results, int own, int further, AreaNode area, Phrase name)
    {
        var (round, movement) = (results.Readings[further], results.Movements(own, further).GetValueOrDefault((area, Group.All)) ?? new AreaMovement());
        string Of(Language language)
        {
            string N(decimal number, int decimals = 0) => Numerals.Of(number, decimals, language);
            string Count(string measure) => round.Find(area, Group.All, measure)?.Value is { } number ? N(number) : Entry.Undefined;
            string Rate(string measure) => round.Find(area, Group.All, measure)?.Value is { } percent ? $" ({N(percent, 2)}%)" : "";
            var (become, cease) = (movement.Into(Standing.Poor).Households, movement.OutOf(Standing.Poor).Households);
            return new Phrase(
                $"{round.Round.Id} theo {name.Vi}: {Count("poor")} hộ nghèo{Rate("poor_rate")}, {Count("near_poor")} hộ cận nghèo{Rate("near_poor_rate")}; {N(become)} hộ thành hộ nghèo, {N(cease)} hộ không còn là hộ nghèo",
                $"{round.Round.Id} by {name.En}: {Count("poor")} poor{Rate("poor_rate")}, {Count("near_poor")} near-poor{Rate("near_poor_rate")}; {N(become)} {(become == 1 ? "becomes" : "become")} poor, {N(cease)} {(cease == 1 ? "ceases" : "cease")} to be").In(language);
        }
        var text = new Phrase(Of(Language.Vietnamese), Of(Language.English));
        return round.Round.Coverage == Coverage.All ? text : text.With(" (").With(Notes.ForAnotherStandard).With(")");
    }
}
