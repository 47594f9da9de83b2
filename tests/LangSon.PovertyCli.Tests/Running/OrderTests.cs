using System.Globalization;
using System.Text;
using CsCheck;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Results;
using LangSon.PovertyCli.Tests.Households;

namespace LangSon.PovertyCli.Tests.Running;

/// <summary>Neither the order of rows, nor how they are spread over files, nor the number of files read at once changes a digit.</summary>
public sealed class OrderTests
{
    private const string Targets = "id,scope,measure,kind,is,value,year,base_year,source\na,province,poor_rate,level,<=,20,2023,,\nb,each-commune,poor_rate,change_points,<=,-1,2023,2022,\n";

    private const string Areas = "code,name,kind,settlement,parent,from\n20,Tỉnh,province,,,2016-01-01\n178,Huyện,district,,20,2016-01-01\n"
        + "05971,Phường A,ward,urban,178,2016-01-01\n05980,Phường B,ward,urban,178,2016-01-01\n06040,Xã C,commune,rural,20,2016-01-01\n";

    private static readonly string[] Columns =
        ["commune_name", "settlement", "ethnicity", "spouse_ethnicity", "head_sex", "disabled", "previous_status", "reported_class", "left_because", "entered_because", "village", "waste"];

    /// <summary>Rows with what makes a row remarkable, few ids, so that many have copies, and few values, so that some copies are equal.</summary>
    private static readonly Gen<string[]> Row = Gen.Select(Gen.Int[1, 12], One("06040", "6040", "05971", "05980", "99999"),
        One("4", "1", "x", ""), One("1000000", "1500001", "9000000", ""), Gen.Int[0, 4], Gen.Int[0, 11], Gen.Int[0, 20],
        (id, commune, size, income, lacking, column, oddity) => new[]
        {
            $"household_id=H{id}", $"commune_code={commune}", $"household_size={size}", $"income_per_capita={income}",
        }.Concat(Form.Lacking(lacking)).Concat(Odd(Columns[column], oddity)).ToArray());

    private static readonly Gen<string[][]> Rows = Row.Array[5, 25];

    [Fact]
    public void The_order_of_rows_and_files_changes_nothing_but_the_places() =>
        Gen.Select(Rows, Rows, Gen.Int[0, int.MaxValue], One("areas.csv", "data"), One("", "\"vn-2027\"")).Sample((before, now, seed, areas, also) =>
        {
            var plain = Run([before], [now], areas, also, 1);
            var random = new Random(seed);
            var shuffled = Run(Spread(before, random), Spread(now, random), areas, also, 3);
            Assert.Equal(Tables(plain), Tables(shuffled));
            Assert.Equal(Doubts(plain), Doubts(shuffled));
            Assert.Equal(Rejected(plain), Rejected(shuffled));
        }, iter: 100, threads: 1);

    private static Gen<string> One(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<string> Odd(string column, int oddity) => oddity switch
    {
        0 => [$"{column}=?"],
        1 => [$"{column}="],
        2 => ["ethnicity=Tày", "previous_status=escaped"],
        3 => ["left_because=moved"],
        4 => ["head_sex=nữ", "disabled=x", "water="],
        5 => ["settlement=urban", "village=b\u0001"],
        6 => ["reported_class=poor", "entered_because=split"],
        7 => ["village=b", "commune_name=Phường B"],
        8 => ["commune_name=Xã C"],
        _ => [],
    };

    private static MemoryRun Run(string[][][] before, string[][][] now, string areas, string also, int threads)
    {
        var files = new List<(string Name, byte[] Content)> { ("targets.csv", Encoding.UTF8.GetBytes(Targets)), ("areas.csv", Encoding.UTF8.GetBytes(Areas)) };
        Add("2022", before);
        Add("2023", now);
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in files) File.WriteAllBytes(folder[name], content);
        folder.Write("poverty.json", $$"""{ "areas": "{{areas}}", "also": [{{also}}], "targets": "targets.csv", "rounds": [{ "year": 2022, "households": ["2022*"] }, { "year": 2023, "households": ["2023*"] }] }""");
        return MemoryRun.Of(folder.Path, threads, "poverty.json");

        void Add(string year, string[][][] parts)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var form = new Form(Columns);
                foreach (var row in parts[i]) form.Row(row.DistinctBy(value => value.Split('=')[0]).ToArray());
                files.Add(($"{year}-{i}.csv", Encoding.UTF8.GetBytes(form.Text())));
            }
        }
    }

    private static string[][][] Spread(string[][] rows, Random random)
    {
        var shuffled = (string[][])rows.Clone();
        random.Shuffle(shuffled);
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new List<string[]>()).ToArray();
        foreach (var row in shuffled) parts[random.Next(parts.Length)].Add(row);
        return [.. parts.Where(part => part.Count > 0).Select(part => part.ToArray())];
    }

    private static string Tables(MemoryRun run)
    {
        var results = run.Report!.Outcome.Results!;
        return string.Concat(Text(stream => ResultsCsv.Write(stream, results, Language.English)), Text(stream => ChangesCsv.Write(stream, results, Language.English)),
            Text(stream => TransitionsCsv.Write(stream, results)), Text(stream => TargetsCsv.Write(stream, run.Report.Targets, Language.English)));
    }

    private static string Text(Func<Stream, long> write)
    {
        using var text = new MemoryStream();
        write(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>All findings without their places, but for those that say something of a file as a whole.</summary>
    private static string[] Doubts(MemoryRun run) =>
    [
        .. run.Findings.Where(finding => finding.Code is not ("PV1011" or "PV1052" or "PV3007")).Select(finding => string.Create(CultureInfo.InvariantCulture,
                $"{finding.Code} {finding.Column} {finding.Value} {finding.HouseholdId} {finding.CommuneCode} {finding.Expected}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rejected rows without their places.</summary>
    private static string[] Rejected(MemoryRun run) => [.. run.Report!.Files.SelectMany(file => file.Rejected)
        .Select(row => $"{string.Join(' ', row.Codes.Order(StringComparer.Ordinal))} {string.Join('|', row.Cells)}").Order(StringComparer.Ordinal)];
}
