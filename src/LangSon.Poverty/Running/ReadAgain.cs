using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>A row that is read once more after the pass, when it is known which rows count.</summary>
/// <param name="File">Its file as the pass left it.</param>
/// <param name="FileNumber">The number of the file in the round.</param>
/// <param name="Number">The number of the row in the file, from 0.</param>
/// <param name="Reader">The reader, standing at the row.</param>
/// <param name="Household">What the row says.</param>
internal readonly record struct RowAgain(FilePass File, ushort FileNumber, uint Number, HouseholdReader Reader, Household Household)
{
    /// <summary>Why the row does not count, copies included; null where it was accepted.</summary>
    public RejectedRow? Rejected => File.RejectedByLine.GetValueOrDefault(Reader.Line);
}

/// <summary>
/// Reads the files of a round once more, since no row outlives its turn and only the end of the pass tells which copies
/// count. What the rows say of themselves was reported in the pass.
/// </summary>
internal static class ReadAgain
{
    /// <summary>Shows every row that is not blank, in the order of files and lines.</summary>
    public static void ForEach(Round round, IReadOnlyList<FilePass> files, RunSettings settings, Action<RowAgain> visit)
    {
        var tree = new AreaTree();
        for (var number = 0; number < files.Count; number++) ForEach(round, files[number], (ushort)number, settings, tree, new FindingLog(), visit);
    }

    /// <summary>Shows some rows, in the order of files and lines; a file is read no further than its last one.</summary>
    public static void Only(Round round, IReadOnlyList<FilePass> files, IReadOnlySet<(ushort File, uint Row)> wanted, RunSettings settings, Action<RowAgain> visit)
    {
        var tree = new AreaTree();
        foreach (var group in wanted.GroupBy(place => place.File).OrderBy(group => group.Key))
        {
            var (file, last) = (files[group.Key], group.Max(place => place.Row));
            var reader = Pass.Open(round, file.File, settings.For(round), tree, new FindingLog(), out var source);
            using (source)
            {
                var household = default(Household);
                for (uint row = 0; row <= last && reader.Read(ref household, out _); row++)
                    if (wanted.Contains((group.Key, row)))
                        visit(new RowAgain(file, group.Key, row, reader, household));
            }
        }
    }

    /// <summary>Shows the rows of one file that are not blank; what this reading of them finds goes to <paramref name="log"/>.</summary>
    public static void ForEach(Round round, FilePass file, ushort number, RunSettings settings, AreaTree tree, FindingLog log, Action<RowAgain> visit)
    {
        var reader = Pass.Open(round, file.File, settings.For(round), tree, log, out var source);
        using (source)
        {
            var household = default(Household);
            for (uint row = 0; reader.Read(ref household, out var fate); row++)
                if (fate != RowFate.Blank)
                    visit(new RowAgain(file, number, row, reader, household));
        }
    }
}
