using System.Globalization;
using System.Text.Json;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>Reads the rounds of a run: those of the run file, their files replaced or added to by the command line.</summary>
internal static class RoundReader
{
    /// <summary>The keys of a round, as the JSON Schema has them.</summary>
    public static readonly string[] Keys =
    [
        "id", "year", "date", "kind", "status", "decision", "coverage", "register", "standard", "also", "households", "members", "counts",
        .. LayoutReader.Keys,
    ];

    /// <summary>The keys of a group of files.</summary>
    public static readonly string[] GroupKeys = ["files", .. LayoutReader.Keys];

    /// <summary>The keys of a register or table of counts.</summary>
    public static readonly string[] TableKeys = ["file", "sheet", "encoding"];

    /// <summary>The first and last year that data may stand for.</summary>
    public static readonly (int First, int Last) Years = (1990, 2100);

    private static readonly FileGroup Plain = new() { Files = [] };

    /// <summary>The rounds in date order. <paramref name="list"/> is the run file's; null where there is none.</summary>
    /// <param name="list">The rounds of the run file.</param>
    /// <param name="standard">The standard of rounds that name none.</param>
    /// <param name="also">The further standards of rounds that name none; counts tell of no household that could be classified again.</param>
    /// <param name="scope">What the resolution shares.</param>
    public static IReadOnlyList<RoundPlan> Read(JsonPart? list, StandardChoice standard, IReadOnlyList<StandardChoice> also, RunScope scope)
    {
        var typed = (list?.AsList() ?? []).Where(part => part.AsObject()).Select(part => (Part: part, Round: Facts(part, standard, scope))).ToList();
        foreach (var twin in typed.GroupBy(entry => entry.Round.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            (twin.Part.Find("id") ?? twin.Part).Fault(new($"mã kỳ \"{twin.Round.Id}\" xuất hiện hai lần; hãy đặt cho mỗi kỳ một mã riêng", $"the round id \"{twin.Round.Id}\" stands twice; give each round an id of its own"));

        var fromCommandLine = scope.Overrides.Rounds.ToLookup(round => round.Year);
        var replaced = fromCommandLine.Select(year => (Year: year, Id: RoundOf(year.Key, typed.Select(entry => entry.Round), scope))).ToList();
        var rounds = new List<RoundPlan>();
        foreach (var (part, round) in typed)
        {
            var files = replaced.Where(entry => entry.Id == round.Id).SelectMany(entry => entry.Year).ToList();
            if (files.Count == 0 && part.Find("households") is null && part.Find("counts") is null)
                part.Fault(new("kỳ này không có \"households\" lẫn \"counts\"", "the round has neither \"households\" nor \"counts\""));
            var layout = LayoutReader.Read(part, Plain, scope);
            rounds.Add(round with
            {
                Households = files.Count > 0 ? Named(files, layout, scope) : Groups(part.Find("households"), layout, scope.Finder.Households, scope),
                // Members are laid out in their own way: of the round's layout they share what all its files have in common.
                Members = Groups(part.Find("members"), Plain with { IdFrom = layout.IdFrom, Encoding = layout.Encoding, NumberFormat = layout.NumberFormat },
                    scope.Finder.Members, scope),
                Register = Table(part.Find("register"), Plain, scope),
                // The round's own sheet and encoding are those of its households, where it has any.
                Counts = Table(part.Find("counts"), part.Find("households") is null ? layout : Plain, scope),
                Also = Also(part, also, files.Count > 0, scope),
            });
        }
        foreach (var (year, id) in replaced)
        {
            if (id is not null) continue;
            rounds.Add(new RoundPlan
            {
                Id = Text(year.Key),
                Year = year.Key,
                Date = LastDayOfReview(year.Key),
                Standard = standard,
                Also = also,
                Households = Named(year, Plain, scope),
            });
        }
        return [.. rounds.OrderBy(round => round.Date).ThenBy(round => round.Id, StringComparer.Ordinal)];
    }

    /// <summary>The id of the run file's round that the command line means by a year; null: a round of its own.</summary>
    private static string? RoundOf(int year, IEnumerable<RoundPlan> rounds, RunScope scope)
    {
        var all = rounds.ToList();
        if (all.Exists(round => round.Id == Text(year))) return Text(year);
        var ofYear = all.FindAll(round => round.Year == year);
        if (ofYear.Count > 1)
        {
            var ids = string.Join(", ", ofYear.Select(round => round.Id));
            scope.Faults.CommandLine("--round", new($"{year} có thể là bất kỳ kỳ nào trong các kỳ {ids}", $"{year} could be any of the rounds {ids}"));
        }
        return ofYear.Count > 0 ? ofYear[0].Id : null;
    }

    private static RoundPlan Facts(JsonPart part, StandardChoice standard, RunScope scope)
    {
        part.OnlyKeys(Keys);
        var day = part.Find("date")?.AsDay();
        var year = part.Find("year")?.AsWhole(Years.First, Years.Last) ?? day?.Year ?? Years.First;
        if (part.Find("year") is null && day is null) part.Fault(new("thiếu \"year\" hoặc \"date\"", "\"year\" or \"date\" is missing"));
        if (day is { } stated && part.Find("year") is { } yearPart && Math.Abs(stated.Year - year) > 1)
            yearPart.Fault(new($"năm {year} và ngày {stated:yyyy-MM-dd} không khớp nhau", $"the year {year} and the date {stated:yyyy-MM-dd} do not go together"));
        return new RoundPlan
        {
            Id = Id(part) ?? Text(year),
            Year = year,
            Date = day ?? LastDayOfReview(year),
            Kind = part.Find("kind")?.AsText(),
            Status = part.Find("status")?.AsOneOf("preliminary", "official", "approved"),
            Decision = part.Find("decision")?.AsText(),
            Coverage = part.Find("coverage")?.AsOneOf("all", "reviewed", "poor-list") switch
            {
                "reviewed" => Coverage.Reviewed,
                "poor-list" => Coverage.PoorList,
                _ => Coverage.All,
            },
            Standard = scope.Overrides.Standard is null && part.Find("standard") is { } own
                ? scope.Standard(own)
                : standard,
        };
    }

    private static IReadOnlyList<StandardChoice> Also(JsonPart part, IReadOnlyList<StandardChoice> also, bool hasFiles, RunScope scope)
    {
        var own = part.Find("also");
        var chosen = own is null ? also : scope.Standards(own);
        if (hasFiles || part.Find("households") is not null) return chosen;
        if (chosen.Count > 0) own?.Fault(new("kỳ này không có \"households\", nên không có hộ nào để phân loại theo chuẩn khác", "the round has no \"households\" that could be classified under another standard"));
        return [];
    }

    private static TableFile? Table(JsonPart? part, FileGroup above, RunScope scope)
    {
        if (part is not { Kind: JsonValueKind.Object }) return scope.File(part) is { } plain ? new TableFile(plain, above.Sheet, above.Encoding) : null;
        part.OnlyKeys(TableKeys);
        var layout = LayoutReader.Read(part, above, scope);
        return scope.File(part.Require("file")) is { } file ? new TableFile(file, layout.Sheet, layout.Encoding) : null;
    }

    /// <summary>An id appears in columns of outputs and after <c>--round</c>: letters, digits and a few marks are enough.</summary>
    private static string? Id(JsonPart part)
    {
        if (part.Find("id") is not { } idPart) return null;
        var id = idPart.AsScalar();
        if (id.Length is 0 or > 40 || id.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or ' ')))
            idPart.Fault(new("mã kỳ gồm 1 đến 40 chữ cái, chữ số, dấu cách, dấu chấm, - hoặc _", "an id has 1 to 40 letters, digits, spaces, dots, - or _"));
        return id;
    }

    private static IReadOnlyList<FileGroup> Groups(JsonPart? list, FileGroup layout, FindFiles find, RunScope scope)
    {
        if (list is null) return [];
        var items = list.AsList();
        if (items.Count == 0 && list.Kind == JsonValueKind.Array) list.Fault(new("danh sách trống", "the list is empty"));
        var groups = new List<FileGroup> { Group(items.Where(item => item.Kind != JsonValueKind.Object), layout, find, scope) };
        foreach (var item in items.Where(item => item.Kind == JsonValueKind.Object))
        {
            item.OnlyKeys(GroupKeys);
            groups.Add(Group(item.Require("files")?.AsList() ?? [], LayoutReader.Read(item, layout, scope), find, scope));
        }
        return InOrder(groups);
    }

    /// <summary>The files that patterns mean, relative to a folder.</summary>
    private delegate IReadOnlyList<InputFile> FindFiles(IEnumerable<TypedPattern> patterns, string folder);

    private static FileGroup Group(IEnumerable<JsonPart> patterns, FileGroup layout, FindFiles find, RunScope scope)
    {
        var typed = patterns.Select(part => new TypedPattern(RunScope.Path(part), scope.Asked(part), part.Fault)).Where(pattern => pattern.Text.Length > 0);
        return LayoutReader.Override(layout with { Files = find(typed, scope.Folder) }, scope.Overrides);
    }

    private static IReadOnlyList<FileGroup> Named(IEnumerable<TypedRound> rounds, FileGroup layout, RunScope scope)
    {
        var typed = rounds.Select(round => new TypedPattern(round.Pattern, round.Option, reason => scope.Faults.CommandLine(round.Option, reason)));
        var files = scope.Finder.Households(typed, scope.Overrides.CurrentFolder);
        return InOrder([LayoutReader.Override(layout with { Files = files }, scope.Overrides)]);
    }

    private static IReadOnlyList<FileGroup> InOrder(IEnumerable<FileGroup> groups) =>
        [.. groups.Where(group => group.Files.Count > 0).OrderBy(group => group.Files[0].Name, StringComparer.Ordinal)];

    /// <summary>The yearly review ends on 14 December (Decision 24/2021/QĐ-TTg).</summary>
    public static DateOnly LastDayOfReview(int year) => new(year, 12, 14);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
