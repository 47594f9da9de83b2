using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>
/// The rows of a round that count, read once more for checks that need all of them to know what is usual. Only files that
/// such a check asks for are read again.
/// </summary>
internal sealed class CountedRows(Round round, int number, IReadOnlyList<FilePass> files, RunSettings settings, IReadOnlyList<AreaNode> units, Ledger ledger, CancellationToken cancel)
{
    private const int BetweenStops = 0x1000;

    /// <summary>The round.</summary>
    public Round Round => round;

    /// <summary>Its files.</summary>
    public IReadOnlyList<FilePass> Files => files;

    /// <summary>The settings of the run.</summary>
    public RunSettings Settings => settings;

    /// <summary>The numbers of the files that have all of some columns.</summary>
    public int[] FilesWith(params string[] columns) => [.. Enumerable.Range(0, files.Count).Where(file => Array.TrueForAll(columns, column => files[file].Header?[column] >= 0))];

    /// <summary>Shows the rows of a file that count, each with its unit.</summary>
    public void ForEach(int file, Action<RowAgain, AreaNode> visit) =>
        ReadAgain.ForEach(round, files[file], (ushort)file, settings, new AreaTree(), new FindingLog(), row =>
        {
            if (row.Number % BetweenStops == 0) cancel.ThrowIfCancellationRequested();
            if (row.Rejected is null && row.Household.Left == Because.None) visit(row, units[ledger.Find(row.Household.Key, number).Area]);
        });

    /// <summary>Reads several files at a time; what each gives comes in the order of the files.</summary>
    public T[] Gather<T>(int[] numbers, Func<int, T> read)
    {
        var gathered = new T[numbers.Length];
        Parallel.For(0, numbers.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancel }, i => gathered[i] = read(numbers[i]));
        return gathered;
    }
}
