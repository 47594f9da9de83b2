using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;

namespace LangSon.Poverty.Running;

/// <summary>What reading one file gave.</summary>
public sealed class FilePass
{
    /// <summary>The file.</summary>
    public required SourceFile File { get; init; }

    /// <summary>Its header; null when the file was refused before.</summary>
    public Header? Header { get; internal set; }

    /// <summary>Whether the points of form B1 decide in it.</summary>
    public bool ByPoints { get; internal set; }

    /// <summary>Rows read after the header.</summary>
    public long Read { get; internal set; }

    /// <summary>Rows that count.</summary>
    public long Accepted { get; internal set; }

    /// <summary>Rows that do not.</summary>
    public long RejectedCount { get; internal set; }

    /// <summary>Blank rows, totals and column numbers.</summary>
    public long Blank { get; internal set; }

    /// <summary>The rejected rows, by line.</summary>
    public IEnumerable<RejectedRow> Rejected => RejectedByLine.Values.OrderBy(row => row.Line);

    /// <summary>The rejected rows, found by line.</summary>
    internal Dictionary<long, RejectedRow> RejectedByLine { get; } = [];

    /// <summary>Accepted rows whose recognised or reported class differs from the computed one, in the order of lines.</summary>
    public IEnumerable<Disagreement> Disagreements => DisagreementsByLine.Values.OrderBy(row => row.Line);

    /// <summary>Those rows, found by line.</summary>
    internal Dictionary<long, Disagreement> DisagreementsByLine { get; } = [];

    /// <summary>What was found.</summary>
    public FindingLog Log { get; } = new();

    /// <summary>The findings that rejected a row.</summary>
    public IEnumerable<Finding> MessagesOf(RejectedRow row) => FindingsAt(row.Line).Where(finding => row.Codes.Contains(finding.Code));

    /// <summary>Everything found at a line, as soon as no more is added.</summary>
    internal IEnumerable<Finding> FindingsAt(long line) => (_byLine ??= Log.Findings.ToLookup(finding => finding.Place.Line))[line];

    private ILookup<long, Finding>? _byLine;

    /// <summary>Whether the file was refused; its rows then count in nothing.</summary>
    public bool IsRefused { get; internal set; }
}

/// <summary>A household that counts and whose form or commune tells another class than the rules give.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Commune">Its commune.</param>
/// <param name="Told">The class that stands in the file.</param>
/// <param name="Computed">The class that the rules give; never undetermined.</param>
public readonly record struct Disagreement(long Line, AreaNode Commune, PovertyClass Told, PovertyClass Computed);

/// <summary>A copy of a household whose id had been met before in the round, to be judged when all rows are read.</summary>
internal readonly record struct Copy(UInt128 Key, ushort File, uint Row);

/// <summary>
/// The one pass over the rows of a round's file: read, classify, count, enter in the ledger. What needs all rows (copies
/// of a household, sums of parts) comes afterwards, so that neither the order of rows nor that of files matters.
/// </summary>
internal sealed class Pass(Round round, int roundNumber, RunSettings settings, AreaTree tree, Ledger ledger)
{
    private readonly List<Copy> _copies = [];
    private readonly NearLine? _nearLine = settings.IsOn("PV5011") ? new NearLine(round.Law, settings.Threshold("PV5011")) : null;

    /// <summary>The sums of the rows read so far.</summary>
    public Tally Tally { get; } = new(round.Law.Indicators.Length);

    /// <summary>The copies met so far.</summary>
    public IReadOnlyList<Copy> Copies => _copies;

    /// <summary>What the households that count bear and no other should; null before the file was opened.</summary>
    public FileMarks? Marks { get; private set; }

    /// <summary>Opens a reader of the round for one of its files.</summary>
    public static HouseholdReader Open(Round round, SourceFile file, RunSettings settings, AreaTree tree, FindingLog log, out Tables.RowSource source)
    {
        source = file.Open();
        AreaResolver areas = settings.Areas is null ? new DataResolver(tree) : new RegisterResolver(new Gazetteer(settings.Areas, settings.Changes, round.Date), tree);
        return new HouseholdReader(source, file.Layout, round.Law, areas, settings.Official, settings.ClassifyBy, settings.MinorityBy, settings.Checks, round.Members, log);
    }

    /// <summary>Reads one file to its end. A file that cannot be used is marked as refused, with the reason in its log.</summary>
    public void Read(FilePass pass, ushort fileNumber, CancellationToken cancel)
    {
        Tables.RowSource? source = null;
        try
        {
            var reader = Open(round, pass.File, settings, tree, pass.Log, out source);
            pass.Header = reader.Header;
            Marks = new FileMarks(reader, settings);
            pass.ByPoints = reader.ByPoints || settings.Official == OfficialClass.Scores;
            ReadRows(reader, pass, fileNumber, cancel);
        }
        catch (FileRefusedException refusal)
        {
            pass.IsRefused = true;
            if (!pass.Log.Findings.Contains(refusal.Finding)) pass.Log.Add(refusal.Finding);
        }
        finally
        {
            source?.Dispose();
        }
    }

    /// <summary>The official class of a household.</summary>
    public static PovertyClass Official(in Household household, Law law, OfficialClass official) => official switch
    {
        OfficialClass.Computed => Computed(household, law),
        OfficialClass.Recognised => household.Recognised ?? PovertyClass.Undetermined,
        OfficialClass.Scores => Classifier.Classify(household.Scores, law),
    };

    /// <summary>How an accepted household stands in the round.</summary>
    public static Standing Standing(in Household household, Law law, OfficialClass official) =>
        household.Left != Because.None ? Aggregation.Standing.Left : LedgerEntry.Of(Official(household, law, official));

    /// <summary>What the ledger keeps of a household; what a rejected row says of the past is not believed.</summary>
    public static LedgerEntry Entry(in Household household, Standing standing, AreaNode? area, ushort file, uint row)
    {
        var (previous, because) = standing == Aggregation.Standing.Rejected ? (PreviousStatus.None, Because.None)
            : (household.Previous, standing == Aggregation.Standing.Left ? household.Left : household.Entered);
        var groups = GroupSet.Of(household);
        return new LedgerEntry(area?.Index ?? -1, row, file, groups.Followed, groups.Ethnicity, household.Size, standing, previous, because);
    }

    /// <summary>The class that the rules give.</summary>
    public static PovertyClass Computed(in Household household, Law law) =>
        Classifier.Classify(household.Facts, law);

    private void ReadRows(HouseholdReader reader, FilePass pass, ushort fileNumber, CancellationToken cancel)
    {
        var household = default(Household);
        var (toldRows, toldBytes) = (0L, 0L);
        for (uint row = 0; reader.Read(ref household, out var fate); row++)
        {
            pass.Read++;
            if ((row & 0xFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                Tell();
            }
            switch (fate)
            {
                case RowFate.Blank:
                    pass.Blank++;
                    break;
                case RowFate.Rejected:
                    pass.RejectedCount++;
                    pass.RejectedByLine.Add(reader.Line, new RejectedRow(reader.Line, reader.OriginalCells(), [.. reader.Rejections]));
                    Reject(household, fileNumber, row);
                    break;
                case RowFate.Accepted:
                    pass.Accepted++;
                    Accept(household, reader, pass, fileNumber, row);
                    break;
            }
        }
        Tell();

        void Tell()
        {
            if (settings.OnRead is not { } tell) return;
            tell(pass.Read - toldRows, reader.BytesRead - toldBytes);
            (toldRows, toldBytes) = (pass.Read, reader.BytesRead);
        }
    }

    private void Accept(in Household household, HouseholdReader reader, FilePass pass, ushort file, uint row)
    {
        CompareClasses(household, reader, pass);
        CompareMeasures(household, reader);
        if (household.Left == Because.None)
        {
            reader.CheckLikelihood(household, round.Date);
            _nearLine?.Check(household, reader);
            Marks!.Add(reader, row);
        }
        var entry = Entry(household, Standing(household, round.Law, settings.Official), household.Commune, file, row);
        if (!ledger.TryEnter(household.Key, roundNumber, entry)) _copies.Add(new Copy(household.Key, file, row));
        else if (entry.IsPresent) Tally.Add(household.Commune!, household, Official(household, round.Law, settings.Official), 1);
    }

    private void Reject(in Household household, ushort file, uint row)
    {
        var area = AreaOf(household, settings, tree, round.Date);
        if (household.HasKey)
        {
            if (!ledger.TryEnter(household.Key, roundNumber, Entry(household, Aggregation.Standing.Rejected, area, file, row)))
            {
                _copies.Add(new Copy(household.Key, file, row));
                return;
            }
        }
        if (area is not null) Tally.AddRejected(area, household, 1);
    }

    /// <summary>The lowest unit that the codes of a rejected row resolve to, else the province of the run, else none.</summary>
    public static AreaNode? AreaOf(in Household household, RunSettings settings, AreaTree tree, DateOnly day)
    {
        if ((household.Commune ?? household.Above) is { } known) return known;
        return settings is { Areas: { } areas, Province: { } province } && areas.Find(province, day) is { } unit ? tree.Of(unit, areas) : null;
    }

    /// <summary>Where the form or the commune says one class and the rules another, somebody has to look again (PV5009).</summary>
    private void CompareClasses(in Household household, HouseholdReader reader, FilePass pass)
    {
        if (DisagreesIn(household, round.Law) is not { } column) return;
        var told = (column == "recognised_class" ? household.Recognised : household.Reported)!.Value;
        var computed = Computed(household, round.Law);
        reader.ReportClass(column, told, computed, Explanation.Of(household.Facts, round.Law));
        // Who left in the year is in no class of it.
        if (household.Left == Because.None) pass.DisagreementsByLine.Add(reader.Line, new Disagreement(reader.Line, household.Commune!, told, computed));
    }

    /// <summary>Where income and points are both there and give different classes, somebody has to look again (PV5018).</summary>
    private void CompareMeasures(in Household household, HouseholdReader reader)
    {
        if (household.Income is null || household.Points is null) return;
        var facts = household.Facts;
        var (byIncome, byPoints) = (Classifier.Classify(facts with { ByPoints = false }, round.Law), Classifier.Classify(facts with { ByPoints = true }, round.Law));
        if (byIncome != PovertyClass.Undetermined && byPoints != PovertyClass.Undetermined && Differs(byPoints, byIncome, byPoints: false)) reader.ReportMeasures(byIncome, byPoints);
    }

    /// <summary>The column whose class is not the computed one; null where none differs or the computed one is open.</summary>
    public static string? DisagreesIn(in Household household, Law law)
    {
        if (household.Recognised is null && household.Reported is null) return null;
        var computed = Computed(household, law);
        if (computed == PovertyClass.Undetermined) return null;
        return Differs(household.Recognised, computed, household.ByPoints) ? "recognised_class" : Differs(household.Reported, computed, household.ByPoints) ? "reported_class" : null;
    }

    /// <summary>"Not poor" covers the average band where a form, or the points, do not tell the two apart.</summary>
    private static bool Differs(PovertyClass? told, PovertyClass computed, bool byPoints) =>
        told is { } word && word != computed && !(word == PovertyClass.NonPoor && computed == PovertyClass.Average)
        && !(byPoints && word == PovertyClass.Average && computed == PovertyClass.NonPoor);
}
