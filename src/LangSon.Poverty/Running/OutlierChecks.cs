using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Households;
using LangSon.Poverty.Quality;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Running;

/// <summary>
/// Numbers of households that lie far from those of their unit (PV6001 to PV6003), and incomes that pile up where they
/// should not (PV6004, PV6005). All are off unless the run file asks for them: they read every file once or twice more and
/// hold eight bytes a number.
/// </summary>
internal sealed class OutlierChecks(CountedRows rows)
{
    /// <summary>Below so many values the next larger unit says what is usual.</summary>
    private const int FewestValues = 30;

    private static readonly SurveyColumn FloorArea = SurveyColumns.Households.Named("floor_area")!;

    /// <summary>The numbers that are looked at, by the column in which they stand.</summary>
    private static readonly (string Column, Func<HouseholdReader, Household, decimal?> Value)[] Numbers =
    [
        ("income_per_capita", (_, household) => household.Income?.PerPerson(1)),
        ("household_size", (_, household) => household.Size),
        ("floor_area", (reader, _) => reader.Answers.TryNumber(FloorArea, out var area, out var most) && area == most ? area : null),
        ("b1_score", (_, household) => household.Points),
    ];

    private readonly RunSettings _settings = rows.Settings;
    private readonly bool _namesRows = new[] { "PV6001", "PV6002", "PV6003" }.Any(rows.Settings.IsOn);

    /// <summary>What is usual of a number in a commune.</summary>
    /// <param name="Unit">The unit whose households say so.</param>
    /// <param name="Households">How many they are.</param>
    /// <param name="Fence">The fence of their values; null where half of them are one.</param>
    /// <param name="Spread">Their mean and deviation.</param>
    private sealed record Usual(AreaNode Unit, int Households, Fence? Fence, Spread Spread);

    /// <summary>What the files hold.</summary>
    private sealed record Gathered(UnitValues[] Values, Dictionary<AreaNode, Bunching> Bands);

    /// <summary>Runs all checks that are on and gives what was found of communes; what was found of rows is in the logs of their files.</summary>
    public IEnumerable<Finding> Run()
    {
        if (!_namesRows && !_settings.IsOn("PV6004") && !_settings.IsOn("PV6005")) return [];
        int[] files = [.. Enumerable.Range(0, rows.Files.Count)];
        var all = new Gathered([.. Numbers.Select(_ => new UnitValues())], []);
        foreach (var read in rows.Gather(files, Read))
        {
            foreach (var (i, values) in read.Values.Index()) all.Values[i].Merge(values);
            foreach (var (commune, band) in read.Bands) all.Bands[commune] = all.Bands.GetValueOrDefault(commune) + band;
        }
        if (_namesRows && Judge(all.Values) is { Count: > 0 } usual) rows.Gather(files, file => Name(file, usual));
        return Heaps(all.Values[0]).Concat(Bunches(all.Bands)).OrderBy(finding => finding.CommuneCode, StringComparer.Ordinal);
    }

    private Gathered Read(int file)
    {
        var gathered = new Gathered([.. Numbers.Select(_ => new UnitValues())], []);
        rows.ForEach(file, (row, commune) =>
        {
            foreach (var (i, (_, value)) in Numbers.Index())
                if (value(row.Reader, row.Household) is { } number)
                    gathered.Values[i].Add(commune, (double)number);
            if (Bunching.Of(row.Household, rows.Round.Law) is var band && band != default) gathered.Bands[commune] = gathered.Bands.GetValueOrDefault(commune) + band;
        });
        return gathered;
    }

    /// <summary>What is usual of each number in each commune that has an unusual one.</summary>
    private Dictionary<(int Number, AreaNode Commune), Usual> Judge(UnitValues[] all)
    {
        var judged = new Dictionary<(int, AreaNode), Usual>();
        foreach (var (i, values) in all.Index())
            foreach (var commune in values.Communes)
            {
                if (values.Enough(commune, FewestValues) is not { } unit) continue;
                var ordered = values.Of(unit);
                var usual = new Usual(unit, ordered.Length, Fence.Of(ordered, Limit("PV6001")), Spread.Of(ordered));
                if (values.Of(commune).Any(value => CodeOf(value, usual, out _) is not null)) judged.Add((i, commune), usual);
            }
        return judged;
    }

    /// <summary>The check that a value fails, the one that says most of the cause before others; null where it is usual.</summary>
    private string? CodeOf(double value, Usual usual, out string? divisor)
    {
        divisor = _settings.IsOn("PV6003") ? usual.Fence?.Slip(value) : null;
        return divisor is not null ? "PV6003"
            : _settings.IsOn("PV6001") && usual.Fence?.IsOutside(value) == true ? "PV6001"
            : _settings.IsOn("PV6002") && usual.Spread.IsBeyond(value, Limit("PV6002")) ? "PV6002"
            : null;
    }

    private int Name(int file, Dictionary<(int Number, AreaNode Commune), Usual> judged)
    {
        rows.ForEach(file, (row, commune) =>
        {
            foreach (var (i, (column, value)) in Numbers.Index())
                if (judged.TryGetValue((i, commune), out var usual) && value(row.Reader, row.Household) is { } number && CodeOf((double)number, usual, out var divisor) is { } code)
                    row.File.Log.Add(Found(code, row.Reader, column, number, usual, divisor));
        });
        return file;
    }

    private Finding Found(string code, HouseholdReader reader, string column, decimal number, Usual usual, string? divisor)
    {
        // An income of twelve months stands in a column of its own.
        var at = column == "income_per_capita" && string.IsNullOrEmpty(reader.Raw(column)?.Text) ? "income_12_months" : column;
        var (low, high) = code == "PV6002"
            ? (usual.Spread.Mean - (Limit(code) * usual.Spread.Deviation), usual.Spread.Mean + (Limit(code) * usual.Spread.Deviation))
            : (usual.Fence!.Value.Low, usual.Fence.Value.High);
        return reader.Describe(code, at) with
        {
            Details =
            [
                ("x", Shown(number)), ("lo", Shown((decimal)Math.Max(0, low))), ("hi", Shown((decimal)high)), ("k", divisor ?? ""),
                ("unit", $"{usual.Unit.Code} {usual.Unit.Name}".Trim()), ("n", $"{usual.Households}"),
            ],
        };
    }

    /// <summary>Communes in which one income above nothing is told by many households (PV6004).</summary>
    private IEnumerable<Finding> Heaps(UnitValues incomes)
    {
        if (!_settings.IsOn("PV6004")) yield break;
        foreach (var commune in incomes.Communes)
        {
            double[] told = [.. incomes.Of(commune).Where(income => income > 0)];
            if (told.Length < FewestValues) continue;
            // Of several as frequent ones the smallest.
            var (income, households) = told.CountBy(income => income).MaxBy(entry => (entry.Value, -entry.Key));
            if (households > told.Length * Limit("PV6004"))
                yield return OfCommune("PV6004", commune, ("v", Shown((decimal)income)), ("p", Shown(100m * households / told.Length)), ("n", $"{told.Length}"));
        }
    }

    private IEnumerable<Finding> Bunches(Dictionary<AreaNode, Bunching> bands)
    {
        if (!_settings.IsOn("PV6005")) yield break;
        foreach (var (commune, band) in bands)
            if (band.IsUnlikely(Limit("PV6005")))
                yield return OfCommune("PV6005", commune, ("n", $"{band.Under}"), ("m", $"{band.Over}"));
    }

    private Finding OfCommune(string code, AreaNode commune, params ReadOnlySpan<(string, Phrase)> details) => new(code, new Place(""))
    {
        CommuneCode = commune.Code,
        Details = [("unit", $"{rows.Round.Id}: {commune.Code} {commune.Name}".Trim()), .. details],
    };

    private double Limit(string code) => (double)_settings.Threshold(code);

    /// <summary>A whole number from a thousand on; smaller ones with a decimal where they have one.</summary>
    private static Phrase Shown(decimal number)
    {
        var decimals = Math.Abs(number) >= 1000 || number == decimal.Truncate(number) ? 0 : 1;
        return new(Numerals.Of(number, decimals, Language.Vietnamese), Numerals.Of(number, decimals, Language.English));
    }
}
