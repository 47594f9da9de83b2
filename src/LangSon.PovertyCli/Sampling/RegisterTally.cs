using System.Text;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Sampling;

/// <summary>Counts resident households and persons by area and group: the denominators of a list.</summary>
internal sealed class RegisterTally
{
    private static readonly string[] Groups =
        ["all", "settlement=urban", "settlement=rural", "minority=yes", "minority=no", "head_sex=female", "head_sex=male", "disabled=yes", "disabled=no"];

    private readonly Dictionary<SampleUnit, (long Households, long Persons)[]> _units = [];

    /// <summary>Counts one resident household.</summary>
    public void Add(in SampleHousehold household)
    {
        if (!_units.TryGetValue(household.Unit, out var counts)) _units.Add(household.Unit, counts = new (long, long)[Groups.Length]);
        Count(counts, 0, household.Size);
        Count(counts, household.Unit.Urban ? 1 : 2, household.Size);
        Count(counts, household.Minority ? 3 : 4, household.Size);
        Count(counts, household.FemaleHead ? 5 : 6, household.Size);
        Count(counts, household.Disabled ? 7 : 8, household.Size);
    }

    /// <summary>Writes every area from the province down, by code; groups without households have no row.</summary>
    public void Write(string province, int round, Stream stream)
    {
        using var csv = new CsvRowWriter(stream);
        csv.Header(["round", "area_code", "group", "households", "persons"]);
        WriteArea(csv, round, province, _units.Values);
        foreach (var district in _units.Keys.Where(unit => unit.District is not null).GroupBy(unit => unit.District!).OrderBy(group => group.Key, StringComparer.Ordinal))
            WriteArea(csv, round, district.Key, district.Select(unit => _units[unit]));
        foreach (var unit in _units.Keys.OrderBy(unit => unit.Area.Code, StringComparer.Ordinal))
            WriteArea(csv, round, unit.Area.Code, [_units[unit]]);
    }

    private static void Count((long Households, long Persons)[] counts, int group, int size)
    {
        counts[group].Households++;
        counts[group].Persons += size;
    }

    private static void WriteArea(CsvRowWriter csv, int round, string code, IEnumerable<(long Households, long Persons)[]> units)
    {
        var parts = units.ToList();
        for (var group = 0; group < Groups.Length; group++)
        {
            var households = parts.Sum(counts => counts[group].Households);
            if (households == 0) continue;
            csv.Number(round);
            csv.Text(Encoding.UTF8.GetBytes(code));
            csv.Text(Encoding.UTF8.GetBytes(Groups[group]));
            csv.Number(households);
            csv.Number(parts.Sum(counts => counts[group].Persons));
            csv.EndRow();
        }
    }
}
