using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Running;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>Fills the lists of names: the households of the last round by district and commune, numbered within their commune.</summary>
internal sealed class ListFiller
{
    /// <summary>Room on a sheet for headings, remarks and signatures.</summary>
    private const int RowsAround = 100;

    private static readonly ListField[] Movements = [ListField.Stayed, ListField.FromNeighbour, ListField.FellBack, ListField.New, ListField.OtherIn];

    private readonly BookContent _content;
    private readonly FormFigures _figures;
    private readonly FormUnits _units;
    private readonly IReadOnlyList<NamedHousehold> _households;
    private readonly Round _round;

    private ListFiller(BookContent content)
    {
        var results = content.Results;
        _content = content;
        _figures = new FormFigures(results);
        _units = new FormUnits(BookAreas.Of(results.Rounds[^1]));
        _round = results.Rounds[^1].Round;
        _households = NameList.Of(results, Base, content.Files[results.Rounds.Count - 1]);
    }

    /// <summary>The round from which movements are told; null where they can't be.</summary>
    private int? Base => _figures.WhyNoMovements is null ? _content.Results.Base(_content.Results.Rounds.Count - 1) : null;

    /// <summary>The lists of a run's last round; one that is longer than a sheet goes on in further ones.</summary>
    /// <param name="content">The run.</param>
    /// <param name="mostRows">The most rows of a sheet.</param>
    public static IReadOnlyList<FormList> Fill(BookContent content, int mostRows = StreamedSheet.MostRows)
    {
        var filler = new ListFiller(content);
        return [.. FormReader.For(filler._round.Law.Standard.Id).Where(layout => layout.Lists is not null).SelectMany(layout => filler.Fill(layout, layout.Lists!.Value, mostRows - RowsAround))];
    }

    private IEnumerable<FormList> Fill(FormLayout layout, PovertyClass poverty, int mostRows)
    {
        if (WhyNone(poverty) is { } why) return [new FormList(layout, _units, 1, [], [why], isEmpty: true)];
        var rows = Rows([.. _households.Where(household => household.Class == poverty)]).ToList();
        Phrase[] remarks = [.. layout.Notes, .. Remarks(layout, poverty, rows)];
        return rows.Chunk(mostRows).DefaultIfEmpty([]).Select((part, i) => new FormList(layout, _units, i + 1, part, remarks, isEmpty: false));
    }

    private Phrase? WhyNone(PovertyClass poverty) =>
        _round.Files.Count == 0 ? new("Kỳ này chỉ có số tổng hợp, không có danh sách hộ.", "The round has counts only and no households.")
        : poverty == PovertyClass.NearPoor && !_round.Law.HasNearPoor ? new("Chuẩn của kỳ không có hộ cận nghèo.", "The standard of the round has no near-poor households.")
        : null;

    private IEnumerable<ListRow> Rows(IReadOnlyList<NamedHousehold> households)
    {
        var byCommune = households.ToLookup(household => household.Commune);
        var sums = new Dictionary<AreaNode, (int Households, int Persons)>();
        foreach (var household in households)
            foreach (var area in household.Commune.Upwards())
                sums[area] = (sums.GetValueOrDefault(area).Households + 1, sums.GetValueOrDefault(area).Persons + household.Size);
        foreach (var unit in _units.All)
        {
            if (!sums.TryGetValue(unit.Area, out var sum)) continue;
            yield return new ListRow(unit.Ordinal, (unit.IsWhole ? new("TỔNG CỘNG", "TOTAL") : BookAreas.Name(unit.Area)).With(new(
                $": {Number(sum.Households, Language.Vietnamese)} hộ, {Number(sum.Persons, Language.Vietnamese)} nhân khẩu",
                $": households {Number(sum.Households, Language.English)}, persons {Number(sum.Persons, Language.English)}")));
            foreach (var (i, household) in byCommune[unit.Area].Index())
                for (var person = 0; person < household.Persons.Count; person++)
                    yield return new ListRow("", "", household, i + 1, person);
        }
    }

    private IEnumerable<Phrase> Remarks(FormLayout layout, PovertyClass poverty, IReadOnlyList<ListRow> rows)
    {
        var persons = rows.Where(row => row.Household is not null).ToArray();
        if (persons.Length == 0) yield return poverty == PovertyClass.Poor ? new("Không có hộ nghèo nào.", "There are no poor households.") : new("Không có hộ cận nghèo nào.", "There are no near-poor households.");
        foreach (var remark in OfMovements(layout)) yield return remark;
        if (_round.MemberFiles.Count == 0)
            yield return new("Số liệu không có bảng thành viên nên mỗi hộ chỉ có dòng của chủ hộ.", "The data have no member table: each household has the row of its head alone.");
        if (persons.Length > 0 && persons.All(row => row.Household!.Persons[row.Person].Name.Length == 0))
            yield return new("Số liệu không có họ tên nên cột họ tên để trống.", "The data hold no names: the column of names is empty.");
        foreach (var remark in OfUnknown(layout, persons)) yield return remark;
        var (open, rejected) = _content.Areas.Heads.Where(_content.Results.Rounds[^1].Summary.Has).Select(area => _content.Results.Rounds[^1].Summary.Of(area, Group.All))
            .Aggregate((Open: 0L, Rejected: 0L), (sum, counts) => (sum.Open + counts.Undetermined, sum.Rejected + counts.Rejected));
        if (open + rejected > 0)
            yield return new(
                $"Không có trong danh sách: {Number(open, Language.Vietnamese)} hộ chưa xác định được loại, {Number(rejected, Language.Vietnamese)} hộ bị loại vì lỗi số liệu.",
                $"Not in the list: undetermined households {Number(open, Language.English)}, rejected for faulty data {Number(rejected, Language.English)}.");
    }

    private IEnumerable<Phrase> OfMovements(FormLayout layout)
    {
        var columns = Numbers(layout, Movements);
        if (columns.Length == 0) yield break;
        if (_figures.WhyNoMovements is { } none) yield return NotKnown(columns, none);
        else
        {
            var before = _content.Results.Rounds[Base!.Value].Round.Id;
            yield return new($"Cột {columns}: so với kỳ rà soát {before}.", $"Columns {columns}: against the review {before}.");
            if (_figures.WhyNoFallingBack is { } why) yield return NotKnown(Numbers(layout, [ListField.FellBack]), why);
        }
    }

    private static IEnumerable<Phrase> OfUnknown(FormLayout layout, ListRow[] persons) =>
        from column in layout.Columns
        let unknown = persons.Count(row => ListValue.Of(column.Holds!.Value, row.Household!, row.Number, row.Person).IsUnknown)
        where unknown > 0
        group column.Number by unknown into same
        let columns = string.Join(", ", same)
        select new Phrase(
            $"Cột {columns}: số liệu không ghi ở {Number(same.Key, Language.Vietnamese)} dòng.",
            $"Columns {columns}: not stated in {Number(same.Key, Language.English)} rows.");

    private static Phrase NotKnown(string columns, Phrase why) => new($"… cột {columns}: chưa có số liệu ({why.Vi}).", $"… columns {columns}: not known ({why.En}).");

    private static string Numbers(FormLayout layout, IReadOnlyList<ListField> fields) =>
        string.Join(", ", layout.Columns.Where(column => fields.Contains(column.Holds!.Value)).Select(column => column.Number));

    private static string Number(long value, Language language) => Numerals.Of(value, 0, language);
}
