using System.Buffers.Text;
using System.Text;
using LangSon.Poverty.Standards;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Sampling;

/// <summary>The columns of a generated household file.</summary>
internal sealed class HouseholdTable
{
    private static readonly byte[][] Classes = Words<PovertyClass>(poverty => poverty.Word());
    private static readonly byte[][] Statuses = Words<PastStatus>(status => status switch
    {
        PastStatus.None => "",
        PastStatus.Poor => "poor",
        PastStatus.NearPoor => "near_poor",
        PastStatus.Escaped => "escaped",
        PastStatus.EscapedNearPoor => "escaped_near_poor",
    });
    private static readonly byte[][] Passages = Words<Passage>(passage => passage switch
    {
        Passage.None => "",
        Passage.Moved => "moved",
        Passage.Merged => "merged",
        Passage.Split => "split",
        Passage.Died => "died",
        Passage.Other => "other",
    });

    private readonly byte[][] _groups;
    private readonly byte[][] _prefixes;
    private readonly byte[][] _villages;
    private readonly Homes _homes;
    private readonly int _indicators;
    private readonly bool _passages;

    /// <summary>Prepares the columns for one law; <paramref name="passages"/>: with those that only lists need.</summary>
    public HouseholdTable(ProvinceModel model, Homes homes, Law law, bool passages)
    {
        (_homes, _indicators, _passages) = (homes, law.Indicators.Length, passages);
        _groups = [.. model.EthnicGroups.Select(Encoding.UTF8.GetBytes)];
        // The commune's old name stays with the village, so that villages of merged communes are still told apart.
        _villages = [.. homes.All.Select(home => Encoding.UTF8.GetBytes(" " + ShortName(home.Area.Name)))];
        _prefixes = [.. homes.All.Select(home => Encoding.UTF8.GetBytes($"{model.Province}-{home.Area.Code}-"))];
        List<string> names =
        [
            "household_id", "commune_code", "district_code", "village", "settlement", "household_size", "income_per_capita",
            "ethnicity", "spouse_ethnicity", "head_sex", "head_birth_year", "disabled", "merit", "no_labour_capacity", "farming",
        ];
        foreach (var indicator in law.Indicators) names.Add(indicator.Id);
        names.AddRange(["previous_status", "recognised_class"]);
        if (passages) names.AddRange(["left_because", "entered_because"]);
        Names = names;
    }

    /// <summary>The header.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Writes one household.</summary>
    public void Write(in SampleHousehold household, RowWriter to)
    {
        Span<byte> text = stackalloc byte[128];
        to.Text(text[..Id(household, text)]);
        to.Text(household.Unit.Code);
        to.Text(household.Unit.DistrictCode);
        to.Text(text[..Village(household, text)]);
        to.Text(household.Unit.Urban ? "urban"u8 : "rural"u8);
        to.Number(household.Size);
        to.Number(household.Income);
        to.Text(_groups[household.Ethnicity]);
        if (household.SpouseEthnicity < 0) to.Blank();
        else to.Text(_groups[household.SpouseEthnicity]);
        to.Text(household.FemaleHead ? "female"u8 : "male"u8);
        to.Number(household.HeadBirthYear);
        to.Number(household.Disabled ? 1 : 0);
        to.Number(household.Merit ? 1 : 0);
        to.Number(household.NoLabourCapacity ? 1 : 0);
        to.Number(household.Farming ? 1 : 0);
        for (var i = 0; i < _indicators; i++) to.Number((household.Lacking >> i) & 1);
        Word(Statuses[(int)household.Before], to);
        to.Text(Classes[(int)household.Recognised]);
        if (_passages)
        {
            Word(Passages[(int)household.Left], to);
            Word(Passages[(int)household.Entered], to);
        }
        to.EndRow();
    }

    private static byte[][] Words<T>(Func<T, string> word) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Encoding.UTF8.GetBytes(word(value)))];

    private static string ShortName(string name)
    {
        foreach (var kind in (ReadOnlySpan<string>)["Phường ", "Thị trấn ", "Xã "])
            if (name.StartsWith(kind, StringComparison.Ordinal))
                return name[kind.Length..];
        return name;
    }

    private static void Word(byte[] word, RowWriter to)
    {
        if (word.Length == 0) to.Blank();
        else to.Text(word);
    }

    /// <summary>Province, first commune and dwelling; the household that followed another in it has a mark.</summary>
    private int Id(in SampleHousehold household, Span<byte> text)
    {
        var prefix = _prefixes[household.Home];
        prefix.CopyTo(text);
        Utf8Formatter.TryFormat(household.Dwelling + 1, text[prefix.Length..], out var digits, new('D', 6));
        var length = prefix.Length + digits;
        if (household.Occupant == 0) return length;
        "-2"u8.CopyTo(text[length..]);
        return length + 2;
    }

    private int Village(in SampleHousehold household, Span<byte> text)
    {
        var kind = household.Unit.Urban ? "Khối "u8 : "Thôn "u8;
        kind.CopyTo(text);
        Utf8Formatter.TryFormat(_homes.All[household.Home].Village(household.Dwelling), text[kind.Length..], out var digits);
        var name = _villages[household.Home];
        name.CopyTo(text[(kind.Length + digits)..]);
        return kind.Length + digits + name.Length;
    }
}
