using BenchmarkDotNet.Attributes;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Classification;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Benchmarks;

/// <summary>
/// The hot path: a CSV file read, classified and counted. What is allocated must not grow with the rows, so the figure for
/// 200,000 is to be that for 20,000: buffers, the header, the words and the tallies.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class HouseholdPass
{
    private static readonly DateOnly Day = new(2022, 12, 14);

    private string _folder = "";

    /// <summary>Households in the file.</summary>
    [Params(20_000, 200_000)]
    public int Households { get; set; }

    /// <summary>Generates the file.</summary>
    [GlobalSetup]
    public void Generate()
    {
        _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var request = new SampleRequest(Households, [(2022, SampleFileKind.Csv)], 1, SampleForm.Census);
        SampleFolder.Write(request, _folder, CancellationToken.None);
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    /// <summary>Reads, classifies and counts every household; returns the number of poor ones.</summary>
    [Benchmark]
    public long ReadClassifyCount()
    {
        var law = StandardLibrary.InForceOn(Day)!.On(Day);
        var tree = new AreaTree();
        using var rows = HouseholdFile.Open(Path.Combine(_folder, "households-2022.csv"), "households-2022.csv", ReadingOptions.Default);
        var reader = new HouseholdReader(rows, new HouseholdLayout(), law, new RegisterResolver(new Gazetteer(AreaLists.BuiltIn, AreaChanges.None, Day), tree), OfficialClass.Computed, ClassifyBy.Income,
            MinorityBy.HeadOrSpouse, CheckSettings.Usual, null, new FindingLog());
        var tally = new Tally(law.Indicators.Length);
        var household = default(Household);
        var poor = 0L;
        while (reader.Read(ref household, out var fate))
        {
            if (fate != RowFate.Accepted) continue;
            var poverty = Classifier.Classify(household.Facts, law);
            tally.Add(household.Commune!, household, poverty, 1);
            if (poverty == PovertyClass.Poor) poor++;
        }
        return poor;
    }
}
