using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>Who issues and signs the forms of a level from a day on, as offices.json says.</summary>
/// <param name="Level">The level of the unit that a form is about.</param>
/// <param name="From">The first day.</param>
/// <param name="Body">The body that issues official results; <c>{unit}</c> is the unit's name.</param>
/// <param name="Agency">The agency of it that reports preliminary ones.</param>
/// <param name="Chair">Who signs official results.</param>
/// <param name="Head">Who signs preliminary ones.</param>
internal sealed record FormOffice(AreaLevel Level, DateOnly From, Phrase Body, Phrase Agency, Phrase Chair, Phrase Head)
{
    private const string Resource = "templates/offices.json";

    /// <summary>All of them, as the program knows them.</summary>
    public static IReadOnlyList<FormOffice> All { get; } = Read();

    /// <summary>The office for a unit on a day; null for what no office is known for, such as a region.</summary>
    public static FormOffice? Of(AreaNode area, DateOnly day)
    {
        var name = area.Name.Length > 0 ? Workbook.BookAreas.Name(area) : "……………";
        return All.LastOrDefault(office => office.Level == area.Level && office.From <= day) is { } office ? office with { Body = Named(office.Body, name) } : null;
    }

    private static Phrase Named(Phrase body, Phrase name) =>
        new(body.Vi.Replace("{unit}", name.Vi.ToUpperInvariant(), StringComparison.Ordinal), body.En.Replace("{unit}", name.En.ToUpperInvariant(), StringComparison.Ordinal));

    private static FormOffice[] Read()
    {
        var document = FormReader.Document(Resource);
        document.OnlyKeys("offices");
        var offices = document.Require("offices")?.AsList().Select(Read).OrderBy(office => office.From).ToArray() ?? [];
        FormReader.Refuse(Resource, document);
        return offices;
    }

    private static FormOffice Read(JsonPart part)
    {
        part.OnlyKeys("level", "from", "body", "agency", "chair", "head", "source", "checked");
        part.Require("source")?.AsText();
        part.Require("checked")?.AsFlag();
        var level = part.Require("level")?.AsOneOf("nation", "province", "district", "commune") switch
        {
            "nation" => AreaLevel.Nation,
            "province" => AreaLevel.Province,
            "district" => AreaLevel.District,
            _ => AreaLevel.Commune,
        };
        return new(level, part.Require("from")?.AsDay() ?? default, FormReader.PhraseOf(part.Require("body")), FormReader.PhraseOf(part.Require("agency")),
            FormReader.PhraseOf(part.Require("chair")), FormReader.PhraseOf(part.Require("head")));
    }
}
