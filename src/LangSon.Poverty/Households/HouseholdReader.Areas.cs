using System.Text;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>Where a row's household lives: its commune, and whether that is urban or rural.</summary>
public sealed partial class HouseholdReader
{
    private void ReadArea(ref Household household)
    {
        var words = new AreaFields
        {
            Commune = _fileNamesCode ? _communeOfFile : Cell(_at.Commune),
            CommuneName = _communeOfFile is not null && !_fileNamesCode ? _communeOfFile : Cell(_at.CommuneName),
            District = Cell(_at.District),
            DistrictName = Cell(_at.DistrictName),
            Province = Cell(_at.Province),
            ProvinceName = Cell(_at.ProvinceName),
        };
        // An error value in place of the code has been reported; the name beside it must not stand in for it.
        if (IsError(_at.Commune)) return;
        _commune = household.Commune = _areas.Resolve(words, _onArea, out var above);
        household.Above = above;
        household.Settlement = ReadSettlement(words.CommuneName);
    }

    /// <summary>Urban or rural: the column wins, then the unit's kind on the day, then the kind word before the name.</summary>
    private Settlement ReadSettlement(ReadOnlySpan<byte> communeName)
    {
        var told = ReadWord("settlement", _at.Settlement, Words.Settlements, "urban, rural");
        var official = _commune?.Unit?.Settlement ?? Settlement.Unknown;
        if (told is { } word && official != Settlement.Unknown && word != official)
            Report("PV3005", _at.Settlement, RowText[_at.Settlement], Word(official), ("c", _commune!.Code), ("a", Named(official)), ("b", Named(word)));
        var settlement = told ?? (official != Settlement.Unknown ? official : _kindWords.Of(communeName));
        SettlementFrom = told is not null ? SettlementOrigin.Column
            : official != Settlement.Unknown ? SettlementOrigin.Unit
            : settlement != Settlement.Unknown ? SettlementOrigin.KindWord
            : SettlementOrigin.None;
        return settlement;
    }

    private static string Word(Settlement settlement) => settlement == Settlement.Urban ? "urban" : "rural";

    private static Phrase Named(Settlement settlement) => settlement == Settlement.Urban ? new("thành thị", "urban") : new("nông thôn", "rural");

    private void OnArea(AreaDoubt doubt, string column, string found, string expected, Phrase hint)
    {
        var at = Header[column];
        var value = Encoding.UTF8.GetBytes(found);
        switch (doubt)
        {
            case AreaDoubt.UnknownUnit:
                Report("PV3001", at, value, expected, ("code", found), ("date", $"{_law.Day:yyyy-MM-dd}"), ("hint", hint));
                break;
            case AreaDoubt.Padded:
                Report("PV3002", at, value, expected, ("fixed", expected));
                break;
            case AreaDoubt.OtherDistrict:
                Report("PV3003", at, value, expected, ("c", CommuneAsWritten()), ("d1", expected), ("d2", found));
                break;
            case AreaDoubt.OtherName:
                Report("PV3004", at, value, expected, ("name", found), ("code", hint), ("official", expected));
                break;
            case AreaDoubt.DistrictOfAnotherDay:
                if (_districtsOfAnotherDay++ == 0) _districtOfAnotherDay = expected;
                break;
            case AreaDoubt.Missing:
                Report("PV2001", _at.Commune >= 0 ? _at.Commune : _at.CommuneName, default, null);
                break;
        }
    }
}
