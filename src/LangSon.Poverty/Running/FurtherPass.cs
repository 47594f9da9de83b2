using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>
/// The pass over one file of a round under a further standard, when it is known which rows count. The rows are accepted,
/// rejected and placed as the round's own standard has them, so that nothing differs but the classes; an answer that only
/// the further standard asks for and that can't be read is unknown to it.
/// </summary>
/// <param name="further">The round under the further standard.</param>
/// <param name="number">Its number in the ledger, which has the households as the round itself does.</param>
/// <param name="file">The file as the pass of the round left it.</param>
/// <param name="fileNumber">The number of the file in the round.</param>
internal sealed class FurtherPass(Round further, int number, FilePass file, ushort fileNumber)
{
    private const int BetweenStops = 0x1000;
    private const string UnusedColumn = "PV1033";

    private readonly List<Finding> _unread = [];

    /// <summary>The sums of the rows that count.</summary>
    public Tally Tally { get; } = new(further.Law.Indicators.Length);

    /// <summary>Whether the points of form B1 decide in the file under this standard.</summary>
    public bool ByPoints { get; private set; }

    /// <summary>The answers that can't be read, by line (PV2010).</summary>
    public IReadOnlyList<Finding> Unread => _unread;

    /// <summary>
    /// Looks at the header alone: a column that the further standard needs and the file lacks refuses the file like any
    /// other, and one that only this standard reads is of use.
    /// </summary>
    public static void CheckHeader(Round further, FilePass file, RunSettings settings)
    {
        var log = new FindingLog();
        try
        {
            Pass.Open(further, file.File, settings.For(further), new AreaTree(), log, out var source);
            source.Dispose();
        }
        catch (FileRefusedException)
        {
            // What the round's own standard needs as well has been said by the pass.
            var told = file.Log.Findings.Select(finding => (finding.Code, finding.Column)).ToHashSet();
            file.Log.AddRange(log.Findings.Where(finding => !told.Contains((finding.Code, finding.Column))));
            file.IsRefused = true;
            return;
        }
        var useless = log.Findings.Where(finding => finding.Code == UnusedColumn).Select(finding => finding.Column).ToHashSet(StringComparer.Ordinal);
        file.Log.Remove(finding => finding.Code == UnusedColumn && !useless.Contains(finding.Column));
    }

    /// <summary>Reads the file.</summary>
    public void Read(RunSettings settings, IReadOnlyList<AreaNode> units, Ledger ledger, CancellationToken cancel)
    {
        var log = new FindingLog();
        ReadAgain.ForEach(further, file, fileNumber, settings, new AreaTree(), log, row =>
        {
            if (row.Number % BetweenStops == 0) cancel.ThrowIfCancellationRequested();
            ByPoints |= row.Reader.ByPoints;
            if (row.Rejected is not null || row.Household.Left != Because.None) return;
            var entry = ledger.Find(row.Household.Key, number);
            var poverty = Pass.Computed(row.Household, further.Law);
            Tally.Add(units[entry.Area], row.Household, poverty, 1);
            ledger.Set(row.Household.Key, number, entry with { Standing = LedgerEntry.Of(poverty) });
        });
        _unread.AddRange(UnreadIn(log, file, further));
    }

    /// <summary>What only a further standard found unreadable in rows that count.</summary>
    public static IEnumerable<Finding> UnreadIn(FindingLog log, FilePass file, Round further) => log.Findings
        .Where(finding => FindingCatalogue.BuiltIn[finding.Code].Effect == Effect.RejectsRow && !file.RejectedByLine.ContainsKey(finding.Place.Line))
        .Select(finding => finding with { Code = "PV2010", Details = [("s", further.Law.Standard.Id)] });
}
