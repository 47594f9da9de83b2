using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;

namespace LangSon.Poverty.Households;

/// <summary>
/// Reads the rows of one file as households under one law. Every fault of a row is reported, not only the first; nothing
/// is allocated for a row without one.
/// </summary>
public sealed partial class HouseholdReader : RowReader
{
    private readonly Law _law;
    private readonly AreaResolver _areas;
    private readonly KindWords _kindWords = new();
    private readonly MinorityBy _minorityBy;
    private readonly AreaReport _onArea;
    private readonly Places _at;
    private readonly int[] _indicators;
    private readonly byte[]? _communeOfFile;
    private readonly bool _fileNamesCode;
    private readonly byte[]? _formVersion;
    private readonly bool _headsAreTold;
    private readonly bool _asksArea;
    private readonly decimal _unusualTimes, _mostTimes, _mostFloor, _mostDays;

    private AreaNode? _commune;

    /// <summary>
    /// Opens a file for reading and finds its header. A header that lacks a required column refuses the file with every
    /// missing column reported.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">How it lays its households out.</param>
    /// <param name="law">The law whose questions it answers.</param>
    /// <param name="areas">Tells the communes.</param>
    /// <param name="official">Which class is the official one.</param>
    /// <param name="classifyBy">What decides where the file has income and points.</param>
    /// <param name="minorityBy">Who makes an ethnic-minority household.</param>
    /// <param name="checks">Which checks are made, and at which limits.</param>
    /// <param name="members">The members of the round's households; null where there is no member table.</param>
    /// <param name="log">Takes what is found.</param>
    public HouseholdReader(
        RowSource source, HouseholdLayout layout, Law law, AreaResolver areas, OfficialClass official, ClassifyBy classifyBy, MinorityBy minorityBy, CheckSettings checks, MemberTable? members, FindingLog log)
        : base(source, layout, SurveyColumns.Households, Header.Read(source, layout, SurveyColumns.Households, law, has => Missing(has, layout, law, official, members)), log)
    {
        (_law, _areas, _minorityBy, _members) = (law, areas, minorityBy, members);
        _at = new Places(Header);
        (_unusualTimes, _mostTimes, _mostFloor, _mostDays) = (checks.Threshold("PV2007"), checks.Threshold("PV5013"), checks.Threshold("PV5014"), checks.Threshold("PV5015"));
        _headsAreTold = members?.Has(Relation) == true;
        var hasIncome = _at.IncomePerCapita >= 0 || _at.Income12 >= 0;
        ByPoints = law.HasPoints && _at.Points >= 0 && (classifyBy == ClassifyBy.Points || !hasIncome);
        _indicators = [.. law.Indicators.ToArray().Select(indicator => Header[indicator.Id])];
        _asked = [.. Asked(law).Select(column => (column, Header[column.Name])).Where(entry => entry.Item2 >= 0)];
        _asksArea = _asked.Any(entry => entry.Column == FloorArea);
        // A rule that finds nothing to ask in these tables needs no asking, row after row.
        _isAsked = [.. law.Indicators.ToArray().Select(indicator => indicator.DeprivedWhen is { } rule
            && (rule.Columns(ofMembers: false).Any(column => column != SizeColumn && Header[column.Name] >= 0) || (members is not null && rule.Conditions().Any(one => one.IsOfMembers))))];
        _communeOfFile = layout.Commune is null ? null : Encoding.UTF8.GetBytes(layout.Commune);
        _formVersion = layout.FormVersion is null ? null : Encoding.UTF8.GetBytes(layout.FormVersion);
        _fileNamesCode = layout.Commune?.All(char.IsAsciiDigit) ?? false;
        _onArea = OnArea;
    }

    /// <summary>Whether the points of form B1 decide in this file.</summary>
    public bool ByPoints { get; }

    /// <summary>What told the settlement of the current row.</summary>
    public SettlementOrigin SettlementFrom { get; private set; }

    /// <summary>Reads the next row into <paramref name="household"/>; false after the last.</summary>
    public bool Read(ref Household household, out RowFate fate)
    {
        fate = RowFate.Blank;
        if (!Next())
        {
            Finish();
            return false;
        }
        household = default;
        _commune = null;
        SettlementFrom = SettlementOrigin.None;
        if (SaysNothing() || IsEmptyForm()) return true;
        if (_formVersion is not null) CheckVersion(_formVersion);
        ReadArea(ref household);
        household.HasKey = TryReadKey(_commune?.Code, out var key);
        household.Key = key;
        MeetMembers(household);
        ReadClasses(ref household);
        ReadSize(ref household);
        CountChildren(ref household);
        ReadIncome(ref household);
        ReadPoints(ref household);
        ReadAnswers(household);
        ReadDeprivations(ref household);
        ReadGroups(ref household);
        CheckCitizenId();
        CheckLogic(household);
        CountRow(household);
        fate = Fate;
        return true;
    }

    /// <summary>The columns that must stand in a file and that this one lacks; of several that would do, the first.</summary>
    private static IEnumerable<string> Missing(Predicate<string> has, HouseholdLayout layout, Law law, OfficialClass official, MemberTable? members)
    {
        foreach (var name in layout.IdFrom.Count == 0 ? ["household_id"] : layout.IdFrom.Where(name => name != "commune_code"))
            if (!has(name))
                yield return name;
        if (layout.Commune is null && !has("commune_code") && !has("commune_name")) yield return "commune_code";
        if (members is null && !has("household_size")) yield return "household_size";
        if (official == OfficialClass.Recognised)
        {
            if (!has("recognised_class")) yield return "recognised_class";
            yield break;
        }
        var hasPoints = law.HasPoints && has("b1_score");
        if (official == OfficialClass.Scores && !hasPoints) yield return "b1_score";
        if (law.HasIncomeLine && !has("income_per_capita") && !has("income_12_months") && !hasPoints && !(law.HasPoints && has("quick_review"))) yield return "income_per_capita";
        if (law.HasPoints && (has("b2_score") || (has("quick_review") && !hasPoints))) yield break;
        foreach (var indicator in law.Indicators.ToArray())
            foreach (var name in Missing(has, indicator, members))
                yield return name;
    }

    /// <summary>What an indicator lacks: its flag, unless answers of its rule are there; then those that the rule asks for beside them.</summary>
    private static IEnumerable<string> Missing(Predicate<string> has, Indicator indicator, MemberTable? members)
    {
        if (has(indicator.Id)) return [];
        if (indicator.DeprivedWhen is not { } rule) return [indicator.Id];
        if (rule.IsAnswerable(Own, Theirs)) return [];
        var lacking = rule.Columns(ofMembers: false).Where(column => !Own(column)).ToArray();
        if (lacking.Length > 0 && lacking.Length < rule.Columns(ofMembers: false).Count()) return lacking.Select(column => column.Name);
        // Where members answer a part of the rule it is the rest of it that is missing from their table.
        var theirs = rule.Columns(ofMembers: true).ToArray();
        var missing = theirs.Where(column => !Theirs(column)).ToArray();
        return members is not null && missing.Length < theirs.Length && theirs.Length > 0 ? missing.Select(column => $"members.{column.Name}") : [indicator.Id];

        bool Own(SurveyColumn column) => has(column.Name) || (column.Name == "household_size" && members is not null);
        bool Theirs(SurveyColumn column) => members?.Has(column) == true;
    }

    private void MeetMembers(in Household household)
    {
        _ofMembers = household.HasKey && _members is not null ? _members.Meet(household.Key) : default;
        if (_members?.IsOpen(household.Key) == true)
        {
            _cases = _members.Cases(household.Key, _ofMembers);
            return;
        }
        _oneCase[0] = _ofMembers;
        _cases = _oneCase;
    }

    /// <summary>Members who are not listed, or cannot be told apart, may be children or not.</summary>
    private void CountChildren(ref Household household)
    {
        if (_members is null || _law.ChildrenBelow is null) return;
        household.Children = _ofMembers.IsUnclear ? ChildCounts.Unknown(household.Size)
            : _ofMembers.Children + ChildCounts.Unknown(Math.Max(0, household.Size - _ofMembers.Listed));
    }

    private void ReadSize(ref Household household)
    {
        var cell = Cell(_at.Size);
        if (cell.IsEmpty)
        {
            if (_ofMembers.Listed > LargestSize)
                Report("PV2003", _at.Size, Encoding.UTF8.GetBytes($"{_ofMembers.Listed}"), $"1–{LargestSize}", ("col", SizeColumn.Name), ("min", "1"), ("max", $"{LargestSize}"));
            else if (_ofMembers.Listed > 0) household.Size = _ofMembers.Listed;
            // A household that left has nobody to count; where a member file was refused, nobody could.
            else if (household.Left == Because.None && _members is not { IsIncomplete: true }) ReportMissing(_at.Size);
        }
        else if (!Fields.TryWhole(_at.Size, cell, IsNumberCell(_at.Size), out var size))
        {
            NotANumber(_at.Size, "4");
        }
        else if (size is < 1 or > LargestSize)
        {
            OutOfRange(_at.Size, $"1–{LargestSize}", "1", $"{LargestSize}");
        }
        else
        {
            household.Size = (byte)size;
            if (size > UnusualSize) Report("PV2007", _at.Size, RowText[_at.Size], $"1–{UnusualSize}", ("min", "1"), ("max", $"{UnusualSize}"));
        }
    }

    /// <summary>More persons than that are an institution, or several households entered as one.</summary>
    private const int LargestSize = 30;

    /// <summary>Households of more than twelve persons are fewer than one in a thousand; probably two were entered as one.</summary>
    private const int UnusualSize = 12;
}
