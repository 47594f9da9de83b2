using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Sampling;

/// <summary>A folder of generated data that appears whole or not at all.</summary>
internal static class SampleFolder
{
    /// <summary>
    /// Writes everything beside <paramref name="target"/> and puts it in place at the end; what stood there is replaced.
    /// Returns the rows of each household file.
    /// </summary>
    public static IReadOnlyList<(string File, int Rows)> Write(SampleRequest request, string target, CancellationToken stop)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        var partial = $"{target}.partial-{Environment.ProcessId}";
        Directory.CreateDirectory(partial);
        try
        {
            var files = WriteFiles(request, partial, Path.GetFileName(target), stop);
            Replace(partial, target);
            return files;
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, true);
        }
    }

    /// <summary>Whether a folder holds nothing but what samples are made of, so that it may be replaced.</summary>
    public static bool IsSample(string folder) => !Directory.EnumerateDirectories(folder).Any()
        && Directory.EnumerateFiles(folder).Select(Path.GetFileName).All(name => name is "poverty.json" or "targets.csv" or "README.md"
            || name!.StartsWith("households-", StringComparison.Ordinal) || name.StartsWith("register-", StringComparison.Ordinal));

    private static List<(string File, int Rows)> WriteFiles(SampleRequest request, string folder, string name, CancellationToken stop)
    {
        var model = new ProvinceModel();
        var homes = new Homes(model, request.Households);
        List<(string, int)> written = [];
        foreach (var (year, kind) in request.Years)
        {
            var day = SampleRound.DayOf(year);
            var round = new SampleRound(request.Seed, model, homes, year, StandardLibrary.InForceOn(day)!.On(day));
            var lists = request.Form != SampleForm.Census;
            var table = new HouseholdTable(model, homes, round.Law, passages: lists);
            var register = lists ? new RegisterTally() : null;
            var file = SampleDocuments.HouseholdFile(year, kind);
            using (var rows = Open(Path.Combine(folder, file), kind))
                written.Add((file, SampleWriter.Write(round, table, request.Form, rows, register, stop)));
            if (register is null) continue;
            using var stream = File.Create(Path.Combine(folder, SampleDocuments.RegisterFile(year)));
            register.Write(model.Province, year, stream);
        }
        if (SampleDocuments.HasTargets(request)) File.WriteAllBytes(Path.Combine(folder, "targets.csv"), SampleDocuments.Targets(request.Households));
        File.WriteAllBytes(Path.Combine(folder, "poverty.json"), SampleDocuments.RunFile(request, model, homes.FirstDay));
        File.WriteAllBytes(Path.Combine(folder, "README.md"), SampleDocuments.Readme(request, name));
        return written;
    }

    private static RowWriter Open(string path, SampleFileKind kind)
    {
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        return kind switch
        {
            SampleFileKind.Csv => new CsvRowWriter(stream),
            SampleFileKind.Xlsx => new StreamedSheet(stream, "households"),
        };
    }

    private static void Replace(string partial, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(partial, target);
            return;
        }
        var old = $"{target}.old-{Environment.ProcessId}";
        Directory.Move(target, old);
        try
        {
            Directory.Move(partial, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }
        Directory.Delete(old, true);
    }
}
