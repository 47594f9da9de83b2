using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The ten things to fix first, by commune: a table for the screen, and its words for the workbook.</summary>
internal static class WorklistTable
{
    /// <summary>Up to so many findings are a list of what to fix themselves.</summary>
    public const int Few = 10;

    /// <summary>What stands above it.</summary>
    public static Phrase Title(int shown, int all) => all > shown
        ? new($"{shown} việc cần sửa trước, trong {all} việc", $"The {shown} things to fix first, of {all}")
        : new("Việc cần sửa", "What to fix");

    /// <summary>The table of <paramref name="items"/>.</summary>
    public static TextTable Of(IEnumerable<WorkItem> items, RunInputs inputs)
    {
        var table = new TextTable(
            new TextColumn("where", new("Xã hoặc tệp", "Commune or file")) { Wraps = true },
            new TextColumn("rows", new("Dòng", "Rows")) { Kind = ColumnKind.Number },
            new TextColumn("effect", new("Hệ quả", "Effect")),
            new TextColumn("what", new("Việc cần sửa", "What to fix")));
        foreach (var item in items)
            table.Add(Cell.Of(Where(item, inputs.Settings, inputs.Rounds)), Cell.Of(item.Rows), FindingTables.Of(item.Kind.Effect), Cell.Of(Phrase.FromString($"{item.Kind.Code} ").With(What(item))));
        return table;
    }

    /// <summary>The commune with its name where a list of units has it, else the file.</summary>
    public static string Where(WorkItem item, RunSettings settings, IEnumerable<Round> rounds)
    {
        if (!item.IsCommune || settings.Areas is not { } areas) return item.Where;
        // A code may be used again: the unit of the round whose file it is, else of the last round that knows it.
        var unit = rounds.OrderBy(round => round.Files.Concat(round.MemberFiles).Any(file => file.Name == item.Example.Place.File))
            .Select(round => areas.Find(item.Where, round.Date)).LastOrDefault(found => found is not null);
        return unit is null ? item.Where : $"{item.Where} {unit.Name}";
    }

    /// <summary>What was found in the first row and where that is; no household is named.</summary>
    public static Phrase What(WorkItem item)
    {
        var place = item.Example.Place;
        var at = place.File.Length == 0 ? "" : place.Line > 0 ? $"{place.File}:{place.Line}" : place.File;
        Phrase example = at.Length == 0 || at == item.Where ? "" : new Phrase($" (như {at})", $" (as {at})");
        var nameless = item.Example with { HouseholdId = "…" };
        return new Phrase(Problem(nameless, Language.Vietnamese), Problem(nameless, Language.English)).With(example);
    }

    /// <summary>The part of a message that says what is wrong; what to do comes after it.</summary>
    private static string Problem(Finding finding, Language language)
    {
        var message = FindingCatalogue.BuiltIn.Message(finding, language);
        var end = message.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }
}
