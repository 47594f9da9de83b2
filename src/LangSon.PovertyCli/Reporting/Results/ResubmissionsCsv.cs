using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Running;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary><c>resubmissions.csv</c>: what changed between a superseded file and those in its place, a row a household.</summary>
internal static class ResubmissionsCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, IEnumerable<Resubmission> pairs)
    {
        using var csv = new CsvTable(stream, "round", "area_code", "file_old", "file_new", "household_id", "change", "class_old", "class_new");
        foreach (var pair in pairs)
        {
            var (round, old, now) = (pair.Round.Id, pair.Old, string.Join("; ", pair.New));
            if (pair.Households is null) csv.Text(round).Text("").Text(old).Text(now).Text("").Text("unreadable").Blank(2).End();
            foreach (var household in pair.Households ?? [])
                csv.Text(round).Text(household.CommuneCode).Text(old).Text(now).Text(household.ShownId).Text(Word(household.Change)).Text(Word(household.Old)).Text(Word(household.New)).End();
        }
        return csv.Rows;
    }

    private static string Word(HouseholdChange change) => change switch
    {
        HouseholdChange.Added => "added",
        HouseholdChange.Removed => "removed",
        HouseholdChange.ClassChanged => "class_changed",
        HouseholdChange.Left => "left",
        HouseholdChange.Rejected => "rejected",
        HouseholdChange.Counted => "counted",
    };

    private static string Word(Standing standing) => standing switch
    {
        Standing.Absent => "",
        Standing.Poor => "poor",
        Standing.NearPoor => "near_poor",
        Standing.Average => "average",
        Standing.NonPoor => "non_poor",
        Standing.Undetermined => "undetermined",
        Standing.Rejected => "rejected",
        Standing.Left => "left",
    };
}
