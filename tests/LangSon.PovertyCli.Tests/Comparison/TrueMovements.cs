using System.Globalization;
using System.Text;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>
/// A generated province of which every movement is known, since each household is made from a story that says what it does
/// to the forms: nothing here looks at how the program reckons. Written as two censuses, or as the two review lists and
/// registers of the same households.
/// </summary>
internal sealed class TrueMovements
{
    private const string Header = "household_id,commune_code,household_size,income_per_capita,"
        + "employment,dependents,nutrition,health_insurance,adult_education,child_schooling,housing_quality,housing_area,water,toilet,telecom,information_means,"
        + "previous_status,left_because,entered_because\n";

    /// <summary>The columns of forms 2 and 3: start, to the neighbouring class (form 3: to poverty), above, other out, from the neighbour, fell back, newly arising, other in, end.</summary>
    public const int Columns = 9;

    private const int Start = 0, ToNeighbour = 1, Above = 2, OtherOut = 3, FromNeighbour = 4, FellBack = 5, Newly = 6, OtherIn = 7, End = 8;

    private readonly Random _chance = new(2023);
    private readonly Dictionary<(string Commune, bool NearPoor), (long Households, long Persons)[]> _forms = [];
    private readonly Dictionary<(int Year, string Commune), (long Households, long Persons)> _residents = [];
    private readonly StringBuilder[] _census = [new(Header), new(Header)];
    private readonly StringBuilder[] _lists = [new(Header), new(Header)];
    private readonly string[] _communes;
    private int _number;

    /// <summary>The year before and the year of the movements; both on the map of 200 communes.</summary>
    public const int Before = 2022, Now = 2023;

    /// <summary>Makes the province: in each commune every story once, and as many more as chance gives.</summary>
    public TrueMovements()
    {
        _communes = [.. AreaLists.BuiltIn.On(new DateOnly(Now, 12, 14)).Where(area => area.Level == AreaLevel.Commune).Select(area => area.Code)];
        foreach (var commune in _communes)
            foreach (var story in Enum.GetValues<Story>())
                for (var times = 1 + _chance.Next(3); times > 0; times--)
                    Tell(story, commune);
    }

    /// <summary>What may happen to a household between the two years.</summary>
    private enum Story
    {
        StaysPoor, StaysNearPoor, StaysAverage, StaysNonPoor,
        PoorToNearPoor, PoorToAverage, PoorToNonPoor, NearPoorToPoor, NearPoorToNonPoor,
        FallsBack, FallsBackToNearPoor, NewlyPoor, NewlyNearPoor,
        PoorMovesWithin, PoorLeavesProvince, NearPoorDies, PoorArrives, NearPoorArrives,
        PoorSplits, PoorMergesIntoPoor,
    }

    /// <summary>The communes.</summary>
    public IReadOnlyList<string> Communes => _communes;

    /// <summary>All households of a year (0 before, 1 now).</summary>
    public string Census(int year) => _census[year].ToString();

    /// <summary>The review list of a year: who is poor or near-poor, who was a year before, and why others came or left.</summary>
    public string List(int year) => _lists[year].ToString();

    /// <summary>Resident households and persons.</summary>
    public string Register => "year,area_code,households,persons\n" + string.Concat(_residents.OrderBy(entry => entry.Key)
        .Select(entry => $"{entry.Key.Year},{entry.Key.Commune},{entry.Value.Households},{entry.Value.Persons}\n"));

    /// <summary>Form 2 (poor) or 3 (near-poor) of a commune, or of all: households and persons by column.</summary>
    public (long Households, long Persons)[] Form(string commune, bool nearPoor) =>
        _forms.GetValueOrDefault((commune, nearPoor)) ?? new (long, long)[Columns];

    private void Tell(Story story, string commune)
    {
        var (size, grown) = (1 + _chance.Next(7), 1 + _chance.Next(8));
        var id = NewId();
        switch (story)
        {
            case Story.StaysPoor: Stay("poor", false); break;
            case Story.StaysNearPoor: Stay("near", true); break;
            case Story.StaysAverage: Both("average", "average", grown); break;
            case Story.StaysNonPoor: Both("non", "non", grown); break;
            case Story.PoorToNearPoor:
                Both("poor", "near", grown);
                Add(commune, false, size, Start, ToNeighbour);
                Add(commune, true, grown, FromNeighbour, End);
                break;
            case Story.PoorToAverage:
                Both("poor", "average", grown);
                Add(commune, false, size, Start, Above);
                break;
            case Story.PoorToNonPoor:
                Both("poor", "non", grown);
                Add(commune, false, size, Start, Above);
                break;
            case Story.NearPoorToPoor:
                Both("near", "poor", grown);
                Add(commune, true, size, Start, ToNeighbour);
                Add(commune, false, grown, FromNeighbour, End);
                break;
            case Story.NearPoorToNonPoor:
                Both("near", "non", grown);
                Add(commune, true, size, Start, Above);
                break;
            case Story.FallsBack:
                Both("average", "poor", grown, "escaped");
                Add(commune, false, grown, FellBack, End);
                break;
            case Story.FallsBackToNearPoor:
                Both("non", "near", grown, "escaped_near_poor");
                Add(commune, true, grown, FellBack, End);
                break;
            case Story.NewlyPoor:
                Both("average", "poor", grown);
                Add(commune, false, grown, Newly, End);
                break;
            case Story.NewlyNearPoor:
                Both("non", "near", grown);
                Add(commune, true, grown, Newly, End);
                break;
            case Story.PoorMovesWithin:
                var other = _communes[_chance.Next(_communes.Length)];
                while (other == commune) other = _communes[_chance.Next(_communes.Length)];
                Row(0, id, commune, size, "poor");
                Row(1, id, other, grown, "poor");
                Add(commune, false, size, Start, OtherOut);
                Add(other, false, grown, OtherIn, End);
                break;
            case Story.PoorLeavesProvince:
                Row(0, id, commune, size, "poor");
                Left(id, commune, size, "moved");
                Add(commune, false, size, Start, OtherOut);
                break;
            case Story.NearPoorDies:
                Row(0, id, commune, 1, "near");
                Left(id, commune, 1, "died");
                Add(commune, true, 1, Start, OtherOut);
                break;
            case Story.PoorArrives:
                Row(1, id, commune, grown, "poor", entered: "moved");
                Add(commune, false, grown, OtherIn, End);
                break;
            case Story.NearPoorArrives:
                Row(1, id, commune, grown, "near", entered: "moved");
                Add(commune, true, grown, OtherIn, End);
                break;
            case Story.PoorSplits:
                // Two members set up a household of their own, and both stay poor.
                Row(0, id, commune, size + 2, "poor");
                Row(1, id, commune, size, "poor");
                Row(1, NewId(), commune, 2, "poor", entered: "split");
                Add(commune, false, size + 2, Start);
                Add(commune, false, size, End);
                AddPersons(commune, false, 2, OtherOut);
                Add(commune, false, 2, OtherIn, End);
                break;
            case Story.PoorMergesIntoPoor:
                var host = NewId();
                Row(0, id, commune, size, "poor");
                Row(0, host, commune, 3, "poor");
                Row(1, host, commune, 3 + size, "poor");
                Left(id, commune, size, "merged");
                Add(commune, false, size, Start, OtherOut);
                Add(commune, false, 3, Start);
                Add(commune, false, 3 + size, End);
                AddPersons(commune, false, size, OtherIn);
                break;
        }

        void Both(string before, string now, int sizeNow, string previous = "")
        {
            Row(0, id, commune, size, before);
            Row(1, id, commune, sizeNow, now, previous, wasListed: before is "poor" or "near");
        }

        void Stay(string poverty, bool nearPoor)
        {
            Both(poverty, poverty, grown);
            Add(commune, nearPoor, size, Start);
            Add(commune, nearPoor, grown, End);
            if (grown != size) AddPersons(commune, nearPoor, Math.Abs(grown - size), grown > size ? OtherIn : OtherOut);
        }
    }

    private string NewId() => (++_number).ToString("D6", CultureInfo.InvariantCulture);

    private void Add(string commune, bool nearPoor, int persons, params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns) Count(commune, nearPoor, column, 1, persons);
    }

    private void AddPersons(string commune, bool nearPoor, int persons, int column) => Count(commune, nearPoor, column, 0, persons);

    private void Count(string commune, bool nearPoor, int column, int households, int persons)
    {
        if (!_forms.TryGetValue((commune, nearPoor), out var form)) _forms[(commune, nearPoor)] = form = new (long, long)[Columns];
        form[column] = (form[column].Households + households, form[column].Persons + persons);
    }

    private void Row(int year, string id, string commune, int size, string poverty, string previous = "", bool wasListed = false, string entered = "")
    {
        var residents = _residents.GetValueOrDefault((Before + year, commune));
        _residents[(Before + year, commune)] = (residents.Households + 1, residents.Persons + size);
        var (income, lacking) = poverty switch
        {
            "poor" => (1_000_000, "1,0,0,1,0,0,0,1,0,0,0,0"),
            "near" => (1_000_000, "0,0,0,0,0,0,0,0,0,1,0,0"),
            // Between the lines of towns and villages alike.
            "average" => (2_100_000, "0,0,0,0,0,0,0,0,0,0,0,0"),
            _ => (5_000_000, "0,0,0,0,0,0,0,0,0,0,0,0"),
        };
        var row = $"{id},{commune},{size},{income},{lacking},{previous},,{entered}\n";
        _census[year].Append(row);
        if (wasListed || poverty is "poor" or "near") _lists[year].Append(row);
    }

    /// <summary>A household that is gone now: a census does not know it, a list says why.</summary>
    private void Left(string id, string commune, int size, string because) =>
        _lists[1].Append(CultureInfo.InvariantCulture, $"{id},{commune},{size},,,,,,,,,,,,,,,{because},\n");
}
