using System.Buffers;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>
/// Units come from a register and the day decides which unit a code or a name means. What a row says of its area is looked
/// up once; rows that say the same get the same answer.
/// </summary>
public sealed class RegisterResolver(Gazetteer gazetteer, AreaTree tree) : AreaResolver
{
    /// <summary>How many different sayings are remembered; a file of free text must not fill the memory.</summary>
    private const int MostRemembered = 1 << 16;

    private readonly Dictionary<byte[], Answer> _answers = new(Utf8Keys.Comparer);
    private readonly ArrayBufferWriter<byte> _saying = new();
    private readonly AreaRegister _register = gazetteer.Register;

    private sealed record Doubt(AreaDoubt Kind, string Column, string Found, string Expected, Phrase Hint)
    {
        public Doubt(AreaDoubt kind, string column, string found, string expected) : this(kind, column, found, expected, "") { }

        /// <summary>What is no one unit of the day.</summary>
        public Doubt(string column, string found, Hint hint) : this(AreaDoubt.UnknownUnit, column, found, hint.Expected, hint.Words) { }
    }

    private sealed record Answer(AreaNode? Node, AreaNode? Known, IReadOnlyList<Doubt> Doubts);

    /// <inheritdoc/>
    public override AreaNode? Resolve(in AreaFields words, AreaReport report, out AreaNode? known)
    {
        _saying.ResetWrittenCount();
        Say(words.Commune);
        Say(words.CommuneName);
        Say(words.District);
        Say(words.DistrictName);
        Say(words.Province);
        Say(words.ProvinceName);
        if (!_answers.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(_saying.WrittenSpan, out var answer))
        {
            var doubts = new List<Doubt>();
            var node = words.Commune.IsEmpty ? ByName(words, doubts, out known) : ByCode(words, doubts, out known);
            if (node is not null) CheckDistrictStands(words, doubts);
            answer = new Answer(node, known, doubts);
            if (_answers.Count < MostRemembered) _answers[_saying.WrittenSpan.ToArray()] = answer;
        }
        foreach (var doubt in answer.Doubts) report(doubt.Kind, doubt.Column, doubt.Found, doubt.Expected, doubt.Hint);
        known = answer.Known;
        return answer.Node;
    }

    private void Say(ReadOnlySpan<byte> field)
    {
        _saying.Write(field);
        _saying.Write("\u001F"u8);
    }

    private AreaNode? ByCode(in AreaFields words, List<Doubt> doubts, out AreaNode? known)
    {
        var code = Text(words.Commune);
        known = null;
        if (gazetteer.ByCode(code, AreaLevel.Commune, out var padded) is not { } unit)
        {
            doubts.Add(new("commune_code", code, gazetteer.ForCode(code, AreaLevel.Commune, Text(words.CommuneName))));
            known = Above(words, []);
            return null;
        }
        if (padded) doubts.Add(new(AreaDoubt.Padded, "commune_code", code, unit.Code));
        // Where communes lie directly under the province, a district that the row still names can't contradict anything.
        if (_register.Parent(unit) is { Level: AreaLevel.District } district && !IsIn(district, unit.Code, words, doubts))
        {
            known = tree.Of(district, _register).Parent;
            return null;
        }
        CheckName(words.CommuneName, "commune_name", unit, unit.Code, doubts);
        return tree.Of(unit, _register);
    }

    /// <summary>Whether the row's district, as far as it states one, is that of its commune; a name that does not fit is only a doubt.</summary>
    private bool IsIn(Area district, string commune, in AreaFields words, List<Doubt> doubts)
    {
        if (!words.District.IsEmpty)
        {
            var code = Text(words.District);
            if (gazetteer.ByCode(code, AreaLevel.District, out var padded) != district)
            {
                doubts.Add(new(AreaDoubt.OtherDistrict, "district_code", code, district.Code));
                return false;
            }
            if (padded) doubts.Add(new(AreaDoubt.Padded, "district_code", code, district.Code));
        }
        CheckName(words.DistrictName, "district_name", district, commune, doubts);
        return true;
    }

    /// <summary>
    /// Where no district stands on the day, one that the row names all the same tells that the file may be of another day: a
    /// code used again would then mean another commune.
    /// </summary>
    private void CheckDistrictStands(in AreaFields words, List<Doubt> doubts)
    {
        if (gazetteer.Units.Any(unit => unit.Level == AreaLevel.District)) return;
        var (code, name) = (Text(words.District), Text(words.DistrictName));
        var key = NameKey.Of(name);
        if (_register.All.FirstOrDefault(unit => unit.Level == AreaLevel.District && (unit.Code == code || (name.Length > 0 && NameKey.Of(unit.Name) == key))) is { } district)
            doubts.Add(new(AreaDoubt.DistrictOfAnotherDay, code.Length > 0 ? "district_code" : "district_name", code.Length > 0 ? code : name, district.Name));
    }

    private void CheckName(ReadOnlySpan<byte> name, string column, Area unit, string commune, List<Doubt> doubts)
    {
        if (name.IsEmpty) return;
        var text = Text(name);
        if (!gazetteer.IsNamed(unit, text)) doubts.Add(new(AreaDoubt.OtherName, column, text, unit.Name, commune));
    }

    private AreaNode? ByName(in AreaFields words, List<Doubt> doubts, out AreaNode? known)
    {
        known = Above(words, doubts);
        if (words.CommuneName.IsEmpty)
        {
            doubts.Add(new(AreaDoubt.Missing, "commune_code", "", ""));
            return null;
        }
        if (doubts.Exists(doubt => doubt.Kind == AreaDoubt.UnknownUnit)) return null;
        var above = known?.Unit;
        var name = Text(words.CommuneName);
        var units = gazetteer.ByName(name, unit => unit.Level == AreaLevel.Commune && (above is null || gazetteer.IsIn(unit, above)));
        if (units is [var only])
        {
            CheckName(words.CommuneName, "commune_name", only, only.Code, doubts);
            return tree.Of(only, _register);
        }
        var district = Text(words.District.IsEmpty ? words.DistrictName : words.District);
        doubts.Add(new("commune_name", name, units.Count > 1 ? gazetteer.OneOf(units) : gazetteer.ForName(name, [AreaLevel.Commune], above, district)));
        return null;
    }

    /// <summary>The lowest unit above the commune that the row names by code or name; a district that is none is a doubt.</summary>
    private AreaNode? Above(in AreaFields words, List<Doubt> doubts)
    {
        var unit = District(words, doubts) ?? Of(words.Province, words.ProvinceName, AreaLevel.Province, out _) ?? OnlyProvince();
        return unit is null ? null : tree.Of(unit, _register);
    }

    private Area? District(in AreaFields words, List<Doubt> doubts)
    {
        if (words.District.IsEmpty && words.DistrictName.IsEmpty) return null;
        var district = Of(words.District, words.DistrictName, AreaLevel.District, out var padded);
        if (padded) doubts.Add(new(AreaDoubt.Padded, "district_code", Text(words.District), district!.Code));
        if (district is not null || !gazetteer.Units.Any(unit => unit.Level == AreaLevel.District)) return district;
        var byCode = !words.District.IsEmpty;
        var text = Text(byCode ? words.District : words.DistrictName);
        doubts.Add(byCode ? new("district_code", text, gazetteer.ForCode(text, AreaLevel.District)) : new("district_name", text, gazetteer.ForName(text, [AreaLevel.District], null)));
        return null;
    }

    private Area? Of(ReadOnlySpan<byte> code, ReadOnlySpan<byte> name, AreaLevel level, out bool padded)
    {
        padded = false;
        if (!code.IsEmpty) return gazetteer.ByCode(Text(code), level, out padded);
        return !name.IsEmpty && gazetteer.ByName(Text(name), unit => unit.Level == level) is [var only] ? only : null;
    }

    private Area? OnlyProvince() => gazetteer.Units.Where(unit => unit.Level == AreaLevel.Province).ToArray() is [var only] ? only : null;
}
