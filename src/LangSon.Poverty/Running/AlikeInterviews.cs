using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Interviews of one enumerator that answer alike (PV4006): one may have been copied from the other. The measure is the share
/// of equal answers. Most households give the common answer to most questions, so a question that both answer like most of the
/// enumerator's households is left out, and so is one that either left blank; of what remains there must be enough. The answers
/// are all columns of words and numbers but those of area, status and class. An interview is held against those before it in
/// its file, and told of the most alike. The check is off unless the run file turns it on: it reads the files once more and
/// holds the answers of one.
/// </summary>
internal sealed class AlikeInterviews(Round round, IReadOnlyList<FilePass> files, RunSettings settings)
{
    /// <summary>With fewer answers to compare, chance is enough.</summary>
    private const int FewestAnswers = 6;

    /// <summary>How many of an enumerator's interviews an interview is held against: some weeks of work.</summary>
    private const int Back = 500;

    private readonly decimal _alike = settings.Threshold("PV4006");

    /// <summary>The answers of an interview, each as the number of its value; 0: none.</summary>
    private sealed record Interview(uint Row, int[] Answers);

    private readonly record struct Pair(uint First, uint Second, int Equal, int Compared);

    /// <summary>Reports them, when it is known which rows count.</summary>
    public void Report()
    {
        foreach (var (number, file) in files.Index())
            if (file.Header?["enumerator"] >= 0)
                Report(file, (ushort)number);
    }

    private void Report(FilePass file, ushort number)
    {
        Pair[] pairs = [.. Interviews(file, number).Values.SelectMany(Alike).OrderBy(pair => pair.Second)];
        if (pairs.Length == 0) return;
        var wanted = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Select(row => (number, row)).ToHashSet();
        var found = new Dictionary<uint, (string Shown, Finding Finding)>();
        ReadAgain.Only(round, files, wanted, settings, row =>
            found.Add(row.Number, ($"{row.Reader.ShownId} ({file.File.Name}:{row.Reader.Line})", row.Reader.DescribeInterview("PV4006"))));
        foreach (var pair in pairs)
            file.Log.Add(found[pair.Second].Finding with
            {
                Details =
                [
                    ("a", found[pair.First].Shown), ("b", found[pair.Second].Shown), ("n", $"{pair.Compared}"),
                    ("p", Numerals.Of(100m * pair.Equal / pair.Compared, 0, Language.English)),
                ],
            });
    }

    /// <summary>The interviews of a file by enumerator, who is known by his folded name and never told.</summary>
    private Dictionary<string, List<Interview>> Interviews(FilePass file, ushort number)
    {
        string[] asked = [.. file.Header!.Columns.Where(name => SurveyColumns.Households.Named(name) is not { } column || IsAnswer(column)).Order(StringComparer.Ordinal)];
        var values = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var interviews = new Dictionary<string, List<Interview>>(StringComparer.Ordinal);
        ReadAgain.ForEach(round, file, number, settings, new Areas.AreaTree(), new FindingLog(), row =>
        {
            if (row.Rejected is not null || row.Household.Left != Because.None || row.Reader.EnumeratorKey is not { Length: > 0 } enumerator) return;
            var said = row.Reader.CanonicalValues();
            if (!interviews.TryGetValue(enumerator, out var own)) interviews.Add(enumerator, own = []);
            own.Add(new Interview(row.Number, [.. asked.Select(name => Number(said[name]))]));
        });
        return interviews;

        int Number(string value)
        {
            if (!values.TryGetValue(value, out var known)) values.Add(value, known = values.Count);
            return known;
        }
    }

    private static bool IsAnswer(SurveyColumn column) =>
        !column.IsPersonal && column.Kind is not (ValueKind.Text or ValueKind.Day) && column.Words is not ("settlement" or "status" or "class" or "because");

    private IEnumerable<Pair> Alike(List<Interview> interviews)
    {
        var common = Common(interviews);
        for (var later = 1; later < interviews.Count; later++)
        {
            var most = default(Pair);
            for (var earlier = Math.Max(0, later - Back); earlier < later; earlier++)
            {
                var pair = Compare(interviews[earlier], interviews[later], common);
                if (pair.Compared >= FewestAnswers && pair.Equal > _alike * pair.Compared && (most.Compared == 0 || pair.Equal * most.Compared > most.Equal * pair.Compared)) most = pair;
            }
            if (most.Compared > 0) yield return most;
        }
    }

    private static Pair Compare(Interview first, Interview second, int[] common)
    {
        var (equal, compared) = (0, 0);
        for (var i = 0; i < common.Length; i++)
        {
            var (one, other) = (first.Answers[i], second.Answers[i]);
            if (one == 0 || other == 0 || (one == common[i] && other == common[i])) continue;
            compared++;
            if (one == other) equal++;
        }
        return new Pair(first.Row, second.Row, equal, compared);
    }

    /// <summary>What more than half of the enumerator's households answer, by column; -1 where they differ.</summary>
    private static int[] Common(List<Interview> interviews) =>
    [
        .. Enumerable.Range(0, interviews[0].Answers.Length).Select(i => interviews.GroupBy(interview => interview.Answers[i])
            .Where(group => group.Count() * 2 > interviews.Count).Select(group => group.Key).FirstOrDefault(-1)),
    ];
}
