using LangSon.Poverty.Areas;
using LangSon.Poverty.Quality;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Whether enumerators differ from their colleagues, and whether interviews were too short to have been held (PV7001 to
/// PV7006). Nothing is read where no file says who asked or when.
/// </summary>
internal sealed class EnumeratorChecks(CountedRows rows)
{
    private const string TooShort = "PV7004";

    private static readonly string[] OfTeams = ["PV7001", "PV7002", "PV7003", "PV7005", "PV7006"];

    private readonly bool _asksWho = OfTeams.Any(rows.Settings.IsOn);
    private readonly bool _asksTime = rows.Settings.IsOn(TooShort);

    /// <summary>Runs all checks that are on.</summary>
    public void Run()
    {
        int[] files = [.. (_asksWho ? rows.FilesWith("enumerator") : []).Union(_asksTime ? rows.FilesWith("interview_start", "interview_end") : []).Order()];
        if (files.Length == 0) return;
        var all = new Interviews(rows.Round.Law.Indicators.Length);
        foreach (var read in rows.Gather(files, Read)) all.Merge(read);
        var check = new TeamCheck(rows.Round.Law, rows.Settings.Checks);
        foreach (var (commune, team) in all.Teams)
            foreach (var (sums, finding) in check.Check(commune, team))
                rows.Files[sums.First.File].Log.Add(finding);
        if (_asksTime) NameShort(all);
    }

    private Interviews Read(int file)
    {
        var interviews = new Interviews(rows.Round.Law.Indicators.Length);
        rows.ForEach(file, (row, commune) =>
        {
            var (reader, household) = (row.Reader, row.Household);
            if (_asksTime && reader.InterviewMinutes is { } minutes) interviews.AddMinutes(commune, InterviewSums.IsSettled(household), minutes);
            if (_asksWho && reader.EnumeratorKey is { Length: > 0 } enumerator)
                interviews.Add(commune, enumerator, household, Pass.Official(household, rows.Round.Law, rows.Settings.Official), reader.InterviewDay)
                    .Show(file, reader.Place, reader.EnumeratorCode);
        });
        return interviews;
    }

    /// <summary>Names each interview that took less than its part of the median of its commune and kind; the files are read again only where there is one.</summary>
    private void NameShort(Interviews all)
    {
        var times = (double)rows.Settings.Threshold(TooShort);
        var medians = all.Medians(TeamCheck.FewestHouseholds, times);
        if (medians.Count == 0) return;
        rows.Gather(rows.FilesWith("interview_start", "interview_end"), file =>
        {
            rows.ForEach(file, (row, commune) =>
            {
                if (row.Reader.InterviewMinutes is not { } minutes || !medians.TryGetValue((commune, InterviewSums.IsSettled(row.Household)), out var median) || minutes * times >= median) return;
                row.File.Log.Add(row.Reader.Describe(TooShort, "interview_end") with { Details = [("n", $"{minutes}"), ("m", Minutes(median)), ("unit", Unit(commune))] });
            });
            return file;
        });
    }

    private static Phrase Minutes(double median) => new(Numerals.Of((decimal)median, 0, Language.Vietnamese), Numerals.Of((decimal)median, 0, Language.English));

    private static string Unit(AreaNode commune) => $"{commune.Code} {commune.Name}".Trim();
}
