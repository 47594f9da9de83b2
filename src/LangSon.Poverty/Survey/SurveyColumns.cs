using System.Text.Json;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Survey;

/// <summary>The canonical columns of one table of a survey and the headers they go by, read from its JSON file.</summary>
public sealed class SurveyColumns
{
    private readonly Dictionary<string, string> _byHeader = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurveyColumn> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignoredKeys;
    private readonly HashSet<string> _totalKeys;
    private readonly byte[][] _unanswered;
    private readonly HashSet<string> _unknowingKeys;

    private SurveyColumns(string table, string file)
    {
        Table = table;
        var data = JsonPart.Read(Embedded.Bytes($"survey/{file}"));
        All = [.. data.Find("columns")!.Items.Select(Column)];
        Ignored = Texts(data.Find("ignored")!);
        TotalWords = Texts(data.Find("totals")!);
        Unanswered = Texts(data.Find("unanswered")!);
        Unknowing = Texts(data.Find("unknowing")!);
        _unanswered = [.. Unanswered.Select(System.Text.Encoding.ASCII.GetBytes)];
        if (data.Faults is [var fault, ..]) throw new InvalidDataException($"{file}:{fault.Line} {fault.Path}: {fault.Reason.En}");
        foreach (var column in All)
        {
            _byName.Add(column.Name, column);
            IEnumerable<string> titles = column.Title is { } title ? [column.Name, title.Vi, title.En] : [column.Name];
            foreach (var key in titles.Concat(column.Headers).Select(Folding.Key).Distinct())
                if (!_byHeader.TryAdd(key, column.Name))
                    throw new InvalidDataException($"{file}: the header {key} stands for two columns.");
        }
        _ignoredKeys = [.. Ignored.Select(Folding.Key)];
        _totalKeys = [.. TotalWords.Select(Folding.Key)];
        _unknowingKeys = [.. Unknowing.Select(Folding.Key)];
    }

    /// <summary>The household table (bảng hộ).</summary>
    public static SurveyColumns Households { get; } = new("households", "household-columns.json");

    /// <summary>The member table (bảng thành viên).</summary>
    public static SurveyColumns Members { get; } = new("members", "member-columns.json");

    /// <summary>What machine-readable lists call the table.</summary>
    public string Table { get; }

    /// <summary>All columns, in the order of forms.</summary>
    public IReadOnlyList<SurveyColumn> All { get; }

    /// <summary>Headers that every form has and no rule needs.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The words with which a row of totals begins.</summary>
    public IReadOnlyList<string> TotalWords { get; }

    /// <summary>All canonical names.</summary>
    public IEnumerable<string> Canonical => _byName.Keys;

    /// <summary>The column of that canonical name, or null.</summary>
    public SurveyColumn? Named(string canonical) => _byName.GetValueOrDefault(canonical);

    /// <summary>Whether the column holds a person's name, number or address, which never leaves the program in a message.</summary>
    public bool IsPersonal(string canonical) => Named(canonical)?.IsPersonal ?? false;

    /// <summary>The canonical column that a header stands for, or null.</summary>
    public string? Find(string header) => _byHeader.GetValueOrDefault(Folding.Key(header));

    /// <summary>Whether the header is one that every form has and no rule needs.</summary>
    public bool IsIgnored(string header) => _ignoredKeys.Contains(Folding.Key(header));

    private static readonly char[] TotalTail = [.. "0123456789.,()= "];

    /// <summary>What people write where they have no answer.</summary>
    public IReadOnlyList<string> Unanswered { get; }

    /// <summary>Whether a cell holds a mark for "no answer"; it is as good as blank.</summary>
    internal bool IsUnanswered(ReadOnlySpan<byte> cell)
    {
        foreach (var mark in _unanswered)
            if (cell.Length == mark.Length && System.Text.Ascii.EqualsIgnoreCase(cell, mark))
                return true;
        return false;
    }

    /// <summary>What people write where somebody was asked and did not know or did not say, codes of survey software among it.</summary>
    public IReadOnlyList<string> Unknowing { get; }

    /// <summary>
    /// Whether a text that means nothing else says that the answer is not known (PV2009). In a column of numbers a number is
    /// never one: 98 may be square metres.
    /// </summary>
    internal bool IsUnknowing(string text, ValueKind kind) =>
        _unknowingKeys.Contains(Folding.Key(text)) && !(kind is ValueKind.Whole or ValueKind.Amount && char.IsAsciiDigit(text[0]));

    /// <summary>Whether a cell's text says that its row is one of totals.</summary>
    public bool IsTotalWord(string text) => _totalKeys.Contains(Folding.Key(text.Split(':')[0]).TrimEnd(TotalTail));

    private static SurveyColumn Column(JsonPart part, int slot)
    {
        var column = new SurveyColumn(part.Require("name")!.AsText(), Texts(part.Require("aliases")!)) { Slot = slot };
        // An indicator is answered by yes or no, whatever standard it belongs to.
        if (part.Find("title") is not { } title) return column with { Kind = ValueKind.Word, Words = "flag" };
        return column with
        {
            Title = Both(title),
            Meaning = Both(part.Require("meaning")!),
            Note = part.Find("note") is { } note ? Both(note) : default(Phrase?),
            Kind = part.Require("kind")!.AsOneOf("text", "whole", "amount", "day", "word", "words") switch
            {
                "whole" => ValueKind.Whole,
                "amount" => ValueKind.Amount,
                "day" => ValueKind.Day,
                "word" => ValueKind.Word,
                "words" => ValueKind.Words,
                _ => ValueKind.Text,
            },
            Words = part.Find("words")?.AsText(),
            Unit = part.Find("unit") is { } unit ? Both(unit) : default(Phrase?),
            Least = part.Find("least")?.AsWhole(int.MinValue, int.MaxValue),
            Most = part.Find("most")?.AsWhole(0, int.MaxValue),
            Required = part.Find("required") is { } required
                ? new Requirement(required.Kind == JsonValueKind.True, required.Kind == JsonValueKind.True ? default(Phrase?) : Both(required))
                : default,
            IsPersonal = part.Find("personal") is not null,
            IsAnswer = part.Find("answer") is not null,
            Flag = part.Find("flag")?.AsText(),
        };
    }

    private static Phrase Both(JsonPart part) => new(part.Require("vi")!.AsText(), part.Require("en")!.AsText());

    private static string[] Texts(JsonPart list) => [.. list.AsList().Select(item => item.AsText())];
}
