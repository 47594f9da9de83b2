using System.Buffers;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Areas;

/// <summary>
/// Units come from a register and the day decides which unit a code or a name means. What a row says of its area is looked
/// up once; rows that say the same get the same answer.
/// </summary>
public sealed class RegisterResolver(AreaRegister register, AreaTree tree, DateOnly day) : AreaResolver
{
    /// <summary>How many different sayings are remembered; a file of free text must not fill the memory.</summary>
    private const int MostRemembered = 1 << 16;

    private readonly Dictionary<byte[], Answer> _answers = new(Utf8Keys.Comparer);
    private readonly ArrayBufferWriter<byte> _saying = new();
    private readonly IReadOnlyList<Area> _units = register.On(day);
    private ILookup<(AreaLevel Level, string Key), Area>? _byName;

    private sealed record Doubt(AreaDoubt Kind, string Column, string Found, string Expected);

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
            answer = new Answer(node, known, doubts);
            if (_answers.Count < MostRemembered) _answers[_saying.WrittenSpan.ToArray()] = answer;
        }
        foreach (var doubt in answer.Doubts) report(doubt.Kind, doubt.Column, doubt.Found, doubt.Expected);
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
        if (Find(code, AreaLevel.Commune, out var padded) is not { } unit)
        {
            doubts.Add(new(AreaDoubt.UnknownUnit, "commune_code", code, register.NearestCode(code, AreaLevel.Commune, day) ?? "–"));
            known = Above(words, []);
            return null;
        }
        if (padded) doubts.Add(new(AreaDoubt.Padded, "commune_code", code, unit.Code));
        // Where communes lie directly under the province, a district that the row still names can't contradict anything.
        if (register.Parent(unit) is { Level: AreaLevel.District } district && !IsIn(district, words, doubts))
        {
            known = tree.Of(district, register).Parent;
            return null;
        }
        CheckName(words.CommuneName, "commune_name", unit, doubts);
        return tree.Of(unit, register);
    }

    /// <summary>Whether the row's district, as far as it states one, is that of its commune; a name that does not fit is only a doubt.</summary>
    private bool IsIn(Area district, in AreaFields words, List<Doubt> doubts)
    {
        if (!words.District.IsEmpty)
        {
            var code = Text(words.District);
            if (Find(code, AreaLevel.District, out var padded) != district)
            {
                doubts.Add(new(AreaDoubt.OtherDistrict, "district_code", code, district.Code));
                return false;
            }
            if (padded) doubts.Add(new(AreaDoubt.Padded, "district_code", code, district.Code));
        }
        CheckName(words.DistrictName, "district_name", district, doubts);
        return true;
    }

    private static void CheckName(ReadOnlySpan<byte> name, string column, Area unit, List<Doubt> doubts)
    {
        if (name.IsEmpty) return;
        var text = Text(name);
        var kind = NameKey.SettlementOf(text);
        var isOfAnotherKind = kind != Settlement.Unknown && unit.Settlement != Settlement.Unknown && kind != unit.Settlement;
        if (isOfAnotherKind || NameKey.Of(text) != NameKey.Of(unit.Name)) doubts.Add(new(AreaDoubt.OtherName, column, text, unit.Name));
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
        var above = known;
        var name = Text(words.CommuneName);
        var places = Named(name, AreaLevel.Commune).Select(unit => tree.Of(unit, register))
            .Where(node => above is null || node.Upwards().Contains(above)).ToArray();
        // A township and a commune of one district may share a name: then the kind word decides, if there is one.
        var kind = NameKey.SettlementOf(name);
        if (places.Length > 1 && places.Where(node => node.Unit!.Settlement == kind).ToArray() is [var only]) return only;
        if (places.Length == 1) return places[0];
        doubts.Add(new(AreaDoubt.UnknownUnit, "commune_name", name,
            places.Length > 1 ? string.Join(" / ", places.Select(node => $"{node.Code} ({node.Parent?.Name})")) : Near(above, name)));
        return null;
    }

    private string Near(AreaNode? above, string name) => Nearest.To(name, _units.Where(unit => unit.Level == AreaLevel.Commune
        && (above is null || tree.Of(unit, register).Upwards().Contains(above))).Select(unit => unit.Name)) ?? "–";

    /// <summary>The lowest unit above the commune that the row names by code or name; a district that is none is a doubt.</summary>
    private AreaNode? Above(in AreaFields words, List<Doubt> doubts)
    {
        var unit = District(words, doubts) ?? Of(words.Province, words.ProvinceName, AreaLevel.Province, out _) ?? OnlyProvince();
        return unit is null ? null : tree.Of(unit, register);
    }

    private Area? District(in AreaFields words, List<Doubt> doubts)
    {
        if (words.District.IsEmpty && words.DistrictName.IsEmpty) return null;
        var district = Of(words.District, words.DistrictName, AreaLevel.District, out var padded);
        if (padded) doubts.Add(new(AreaDoubt.Padded, "district_code", Text(words.District), district!.Code));
        if (district is not null || !_units.Any(unit => unit.Level == AreaLevel.District)) return district;
        var byCode = !words.District.IsEmpty;
        var text = Text(byCode ? words.District : words.DistrictName);
        var districts = _units.Where(unit => unit.Level == AreaLevel.District);
        doubts.Add(new(AreaDoubt.UnknownUnit, byCode ? "district_code" : "district_name", text,
            Nearest.To(text, districts.Select(unit => byCode ? unit.Code : unit.Name)) ?? "–"));
        return null;
    }

    private Area? Of(ReadOnlySpan<byte> code, ReadOnlySpan<byte> name, AreaLevel level, out bool padded)
    {
        padded = false;
        if (!code.IsEmpty) return Find(Text(code), level, out padded);
        return !name.IsEmpty && Named(Text(name), level).ToArray() is [var only] ? only : null;
    }

    private IEnumerable<Area> Named(string name, AreaLevel level) =>
        (_byName ??= _units.ToLookup(unit => (unit.Level, NameKey.Of(unit.Name))))[(level, NameKey.Of(name))];

    private Area? OnlyProvince() => _units.Where(unit => unit.Level == AreaLevel.Province).ToArray() is [var only] ? only : null;

    /// <summary>The unit of a code, a leading zero that a spreadsheet dropped put back.</summary>
    private Area? Find(string code, AreaLevel level, out bool padded)
    {
        padded = false;
        if (register.Find(code, day) is { } exact) return exact.Level == level ? exact : null;
        var width = level switch { AreaLevel.Commune => 5, AreaLevel.District => 3, _ => 2 };
        if (code.Length >= width || !code.All(char.IsAsciiDigit)) return null;
        var found = register.Find(code.PadLeft(width, '0'), day);
        padded = found?.Level == level;
        return padded ? found : null;
    }
}
