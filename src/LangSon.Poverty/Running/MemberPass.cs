using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;

namespace LangSon.Poverty.Running;

/// <summary>The pass over one member file of a round: each row is added to its household's summary and forgotten.</summary>
internal static class MemberPass
{
    private const int BetweenStops = 0x1000;

    /// <summary>Reads one file to its end. A file that cannot be used is marked as refused, with the reason in its log.</summary>
    public static MemberTable Read(Round round, FilePass pass, ushort fileNumber, RunSettings settings, CancellationToken cancel)
    {
        var table = new MemberTable();
        try
        {
            using var source = pass.File.Open();
            var reader = new MemberReader(source, pass.File.Layout, round.Law, round.Date, pass.Log);
            pass.Header = reader.Header;
            table.Know(reader);
            ReadRows(reader, table, round, pass, fileNumber, settings, cancel);
        }
        catch (FileRefusedException refusal)
        {
            pass.IsRefused = table.IsIncomplete = true;
            if (!pass.Log.Findings.Contains(refusal.Finding)) pass.Log.Add(refusal.Finding);
        }
        return table;
    }

    /// <summary>Names the households that only member files have (PV5016), each at its first row.</summary>
    public static void ReportOrphans(Round round, IReadOnlyList<FilePass> files)
    {
        foreach (var file in round.Members!.Orphans().GroupBy(place => place.File))
        {
            var pass = files[file.Key];
            var lines = file.Select(place => (long)place.Line).ToHashSet();
            using var source = pass.File.Open();
            // What the rows say of themselves was reported in the pass.
            var reader = new MemberReader(source, pass.File.Layout, round.Law, round.Date, new FindingLog());
            var member = new Member();
            while (lines.Count > 0 && reader.Read(member, out _, out _))
                if (lines.Remove(reader.Line))
                    pass.Log.Add(reader.Describe("PV5016"));
        }
    }

    private static void ReadRows(MemberReader reader, MemberTable table, Round round, FilePass pass, ushort fileNumber, RunSettings settings, CancellationToken cancel)
    {
        var member = new Member();
        var toldBytes = 0L;
        while (reader.Read(member, out var household, out var fate))
        {
            if ((pass.Read++ % BetweenStops) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                Tell();
            }
            if (fate == RowFate.Blank)
            {
                pass.Blank++;
                continue;
            }
            if (household is { } key) table.Add(key, member, round.Law, (fileNumber, (uint)reader.Line));
            if (fate == RowFate.Accepted)
            {
                pass.Accepted++;
                continue;
            }
            pass.RejectedCount++;
            pass.RejectedByLine.Add(reader.Line, new RejectedRow(reader.Line, reader.OriginalCells(), [.. reader.Rejections]));
        }
        Tell();

        void Tell()
        {
            // Households are told by their own files; of the members only the bytes are work done.
            settings.OnRead?.Invoke(0, reader.BytesRead - toldBytes);
            toldBytes = reader.BytesRead;
        }
    }
}
