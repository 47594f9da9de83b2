using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Sampling;

/// <summary>Shares of all households, as fractions of 1.</summary>
/// <param name="Poor">Poor households.</param>
/// <param name="NearPoor">Near-poor households.</param>
/// <param name="Average">Households of average living standard, where the standard has such a band.</param>
internal readonly record struct ClassShares(double Poor, double NearPoor, double Average);

/// <summary>What the samples follow in one district.</summary>
/// <param name="Code">The district's code.</param>
/// <param name="Share">Its weight among all households.</param>
/// <param name="PoorAtFirst">Its poverty relative to other districts up to <see cref="ProvinceModel.DistrictsChangeAfter"/>.</param>
/// <param name="PoorLater">The same in later years.</param>
/// <param name="NearPoor">Its near-poverty relative to other districts.</param>
/// <param name="Ethnicity">The weights of the ethnic groups of heads, in the order of <see cref="ProvinceModel.EthnicGroups"/>.</param>
internal sealed record DistrictModel(string Code, double Share, double PoorAtFirst, double PoorLater, double NearPoor, double[] Ethnicity);

/// <summary>How often a service is lacking.</summary>
/// <param name="Weight">Relative to other services.</param>
/// <param name="FromSize">Only households of at least so many persons lack it.</param>
internal readonly record struct IndicatorModel(int Weight, int FromSize);

/// <summary>The picture of the province that samples follow: <c>province.json</c>.</summary>
internal sealed class ProvinceModel
{
    private readonly Dictionary<string, List<(int Year, ClassShares Shares)>> _rates = [];
    private readonly Dictionary<string, IndicatorModel> _indicators = [];
    private readonly IndicatorModel _other;

    /// <summary>Reads the picture that is part of the program.</summary>
    public ProvinceModel()
    {
        var root = JsonPart.Read(Resource.Bytes("sampling/province.json"));
        Province = root.Require("province")!.AsText();
        foreach (var row in root.Require("rates")!.AsList())
        {
            var standard = row.Require("standard")!.AsText();
            if (!_rates.TryGetValue(standard, out var rates)) _rates.Add(standard, rates = []);
            rates.Add((row.Require("year")!.AsWhole(1900, 2100),
                new(Number(row, "poor") / 100, Number(row, "nearPoor") / 100, Number(row, "average") / 100)));
        }
        var growth = root.Require("growth")!;
        (GrowsAfter, GrowthPerThousand) = (growth.Require("after")!.AsWhole(1900, 2100), growth.Require("perThousand")!.AsWhole(0, 1000));
        TurnoverPerThousand = root.Require("turnoverPerThousand")!.AsWhole(1, 1000);
        DisagreementPerThousand = root.Require("disagreementPerThousand")!.AsWhole(0, 1000);
        AskedForReviewPerThousand = root.Require("askedForReviewPerThousand")!.AsWhole(0, 1000);
        DistrictsChangeAfter = root.Require("districtsChangeAfter")!.AsWhole(1900, 2100);
        var districts = root.Require("districts")!.AsList();
        EthnicGroups = [.. districts.SelectMany(district => district.Require("ethnicity")!.Members).Select(group => group.Name).Distinct()];
        Districts = [.. districts.Select(District)];
        foreach (var row in root.Require("indicators")!.AsList())
            _indicators.Add(row.Require("id")!.AsText(), new(row.Require("weight")!.AsWhole(1, 100), row.Find("fromSize")?.AsWhole(1, 12) ?? 1));
        _other = new(root.Require("otherIndicatorWeight")!.AsWhole(1, 100), 1);
        if (root.Faults is [var fault, ..]) throw new InvalidDataException($"province.json:{fault.Line} {fault.Path}: {fault.Reason.En}");
    }

    /// <summary>The province's code.</summary>
    public string Province { get; }

    /// <summary>The last year without growth.</summary>
    public int GrowsAfter { get; }

    /// <summary>New households a year on 1,000, after <see cref="GrowsAfter"/>.</summary>
    public int GrowthPerThousand { get; }

    /// <summary>Dwellings a year whose household is followed by another.</summary>
    public int TurnoverPerThousand { get; }

    /// <summary>Households a year that the commune puts in another class than the rules.</summary>
    public int DisagreementPerThousand { get; }

    /// <summary>Households a year that ask for a review without being poor or near-poor.</summary>
    public int AskedForReviewPerThousand { get; }

    /// <summary>The last year of the districts' first relative rates.</summary>
    public int DistrictsChangeAfter { get; }

    /// <summary>The ethnic groups of the province; the majority of the nation first.</summary>
    public IReadOnlyList<string> EthnicGroups { get; }

    /// <summary>The districts, by code.</summary>
    public IReadOnlyList<DistrictModel> Districts { get; }

    /// <summary>How often the indicator of that id is lacking.</summary>
    public IndicatorModel Indicator(string id) => _indicators.GetValueOrDefault(id, _other);

    /// <summary>The first year whose review was made under a standard.</summary>
    public int FirstYear(string standard) => Rates(standard)[0].Year;

    /// <summary>The shares of the classes at the end of a year, counted under a standard.</summary>
    public ClassShares Shares(string standard, int year)
    {
        var rates = Rates(standard);
        if (year <= rates[0].Year) return rates[0].Shares;
        for (var i = 1; i < rates.Count; i++)
        {
            if (year > rates[i].Year) continue;
            var (before, after) = (rates[i - 1], rates[i]);
            var part = (double)(year - before.Year) / (after.Year - before.Year);
            double Between(double from, double to) => from + (to - from) * part;
            return new(Between(before.Shares.Poor, after.Shares.Poor), Between(before.Shares.NearPoor, after.Shares.NearPoor),
                Between(before.Shares.Average, after.Shares.Average));
        }
        return rates[^1].Shares;
    }

    private List<(int Year, ClassShares Shares)> Rates(string standard) =>
        _rates.GetValueOrDefault(standard) ?? throw new InvalidDataException($"province.json has no rates under {standard}.");

    private static double Number(JsonPart part, string name) => (double)part.Require(name)!.AsNumber();

    private DistrictModel District(JsonPart row)
    {
        var poor = row.Require("poor")!.AsList();
        var ethnicity = row.Require("ethnicity")!;
        return new(row.Require("code")!.AsText(), Number(row, "share"), (double)poor[0].AsNumber(), (double)poor[1].AsNumber(), Number(row, "nearPoor"),
            [.. EthnicGroups.Select(group => (double)(ethnicity.Find(group)?.AsNumber() ?? 0))]);
    }
}
