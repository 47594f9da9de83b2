using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reporting.Tables;

namespace LangSon.PovertyCli.Reporting;

/// <summary>The data dictionary as tables: columns, indicators, words and small tables, for the screen, for scripts and for docs/input.md.</summary>
internal static class CodebookTables
{
    private static readonly Phrase Yes = new("có", "yes");

    private static readonly SurveyColumns[] Tables = [SurveyColumns.Households, SurveyColumns.Members];

    /// <summary>A table of the survey: a row a column that is no indicator.</summary>
    public static TextTable Columns(SurveyColumns survey)
    {
        var table = new TextTable(
            new TextColumn("column", new("Cột", "Column")),
            new TextColumn("value", new("Giá trị", "Value")) { Wraps = true },
            new TextColumn("required", new("Bắt buộc", "Required")) { Wraps = true },
            new TextColumn("meaning", new("Ý nghĩa", "Meaning")));
        foreach (var column in survey.All)
            if (Meaning(column) is { } meaning)
                table.Add(Cell.Of(column.Name), Cell.Of(Value(column)), Cell.Of(Required(column.Required)), Cell.Of(meaning));
        return table;
    }

    /// <summary>The indicators of some standards: a row an indicator and rule, with the standards that have it so.</summary>
    public static TextTable Indicators(IEnumerable<Standard> standards)
    {
        var table = new TextTable(
            new TextColumn("column", new("Cột", "Column")),
            new TextColumn("standard", new("Chuẩn", "Standard")),
            new TextColumn("rule", new("Thiếu hụt khi", "Deprived when")));
        var rules = standards.SelectMany(standard => standard.Indicators, (standard, indicator) => (Standard: standard, Indicator: indicator));
        foreach (var rule in rules.GroupBy(rule => (rule.Indicator.Id, rule.Indicator.Rule)))
        {
            var lines = rule.Select(own => Origin(own.Standard, own.Indicator)).Distinct().ToArray();
            var sources = new Phrase(string.Join("; ", lines.Select(line => line.Vi)), string.Join("; ", lines.Select(line => line.En)));
            table.Add(Cell.Of(rule.Key.Id), Cell.Of(string.Join('\n', rule.Select(own => own.Standard.Id))),
                Cell.Of(rule.First().Indicator.Title.With(": ").With(rule.Key.Rule).With(" (").With(sources).With(")")));
        }
        return table;
    }

    /// <summary>The answers from which the rules of some standards tell an indicator: a row an indicator and rule, with the standards that ask so.</summary>
    public static TextTable Answers(IEnumerable<Standard> standards)
    {
        var table = new TextTable(
            new TextColumn("indicator", new("Chỉ số", "Indicator")),
            new TextColumn("standard", new("Chuẩn", "Standard")),
            new TextColumn("household", new("Hỏi ở bảng hộ", "Asked of the household")) { Wraps = true },
            new TextColumn("members", new("Hỏi ở bảng thành viên", "Asked of its members")) { Wraps = true });
        var rules = standards.SelectMany(standard => standard.Indicators, (standard, indicator) => (standard.Id, Indicator: indicator))
            .Where(rule => rule.Indicator.DeprivedWhen is not null)
            .Select(rule => (rule.Id, Indicator: rule.Indicator.Id, Household: Asked(rule.Indicator, ofMembers: false), Members: Asked(rule.Indicator, ofMembers: true)));
        foreach (var rule in rules.GroupBy(rule => (rule.Indicator, rule.Household, rule.Members)))
            table.Add(Cell.Of(rule.Key.Indicator), Cell.Of(string.Join('\n', rule.Select(own => own.Id))), Cell.Of(rule.Key.Household), Cell.Of(rule.Key.Members));
        return table;
    }

    /// <summary>The closed lists: a row a meaning.</summary>
    public static TextTable Words()
    {
        var table = new TextTable(
            new TextColumn("columns", new("Cột", "Columns")) { Wraps = true },
            new TextColumn("meaning", new("Nghĩa", "Meaning")),
            new TextColumn("words", new("Từ được hiểu", "Words understood")));
        foreach (var (list, meanings) in WordLists.All)
        {
            var users = Users(list);
            foreach (var meaning in meanings)
                table.Add(Cell.Of(users), Cell.Of(meaning.Name), Cell.Of(string.Join(" · ", meaning.Words)));
        }
        return table;
    }

    /// <summary>The headers that every column goes by besides its own name.</summary>
    public static TextTable Headers(SurveyColumns survey)
    {
        var table = new TextTable(
            new TextColumn("column", new("Cột", "Column")),
            new TextColumn("headers", new("Tiêu đề được hiểu", "Headers understood")));
        foreach (var column in survey.All) table.Add(Cell.Of(column.Name), Cell.Of(string.Join(" · ", HeadersOf(column))));
        return table;
    }

    /// <summary>The columns of the small tables.</summary>
    public static TextTable SmallTables()
    {
        var table = new TextTable(
            new TextColumn("table", new("Bảng", "Table")),
            new TextColumn("column", new("Cột", "Column")),
            new TextColumn("required", new("Bắt buộc", "Required")) { Wraps = true },
            new TextColumn("meaning", new("Ý nghĩa", "Meaning")));
        foreach (var form in TableForm.All)
            foreach (var column in form.Columns)
                table.Add(Cell.Of(form.Name), Cell.Of(column.Name), Cell.Of(column.IsRequired, RequiredOf(column)),
                    Cell.Of(column.Words.Count == 0 ? column.Meaning : column.Meaning.With($": {string.Join(", ", column.Words)}")));
        return table;
    }

    /// <summary>All of it for scripts: a row a column, an indicator of a standard, or a meaning of a closed list.</summary>
    public static TextTable Everything(IReadOnlyCollection<Standard> standards)
    {
        var table = new TextTable([.. Keys.Select(key => TextColumn.ForScripts(key, key is "least" or "most" ? ColumnKind.Number : ColumnKind.Text))]);
        void Add(params ReadOnlySpan<(string Key, string? Value)> cells)
        {
            var row = new Cell[Keys.Length];
            Array.Fill(row, Cell.None);
            foreach (var (key, value) in cells) row[Array.IndexOf(Keys, key)] = Cell.Of(value);
            table.Add(row);
        }

        foreach (var (survey, column) in Tables.SelectMany(survey => survey.All, (survey, column) => (survey, column)))
            if (!column.IsIndicator || standards.Any(standard => standard.Indicators.Any(indicator => indicator.Id == column.Name)))
                Add(("section", "column"), ("table", survey.Table), ("name", column.Name), ("kind", Kind(column)), ("list", column.Words),
                    ("unit_vi", column.Unit?.Vi), ("unit_en", column.Unit?.En), ("least", Number(column.Least)), ("most", Number(column.Most)),
                    ("required", column.IsIndicator ? "by-standard" : Word(column.Required)), ("required_when_vi", column.Required.When?.Vi), ("required_when_en", column.Required.When?.En),
                    ("title_vi", column.Title?.Vi), ("title_en", column.Title?.En), ("meaning_vi", Meaning(column)?.Vi), ("meaning_en", Meaning(column)?.En),
                    ("words", string.Join('|', HeadersOf(column))), ("personal", column.IsPersonal ? "true" : "false"), ("asked_by", AskedBy(survey, column, standards)));
        foreach (var form in TableForm.All)
            foreach (var column in form.Columns)
                Add(("section", "column"), ("table", form.Name), ("name", column.Name), ("kind", column.Words.Count > 0 ? "word" : "text"), ("required", !column.IsRequired ? "no" : column.Instead.Count > 0 ? "sometimes" : "always"),
                    ("required_when_vi", column.Instead.Count == 0 ? null : RequiredOf(column).Vi), ("required_when_en", column.Instead.Count == 0 ? null : RequiredOf(column).En),
                    ("meaning_vi", column.Meaning.Vi), ("meaning_en", column.Meaning.En), ("words", string.Join('|', column.Words.Concat(column.Headers))));
        foreach (var standard in standards)
            foreach (var indicator in standard.Indicators)
                Add(("section", "indicator"), ("table", "households"), ("name", indicator.Id), ("standard", standard.Id), ("kind", "word"), ("list", "flag"),
                    ("title_vi", indicator.Title.Vi), ("title_en", indicator.Title.En), ("meaning_vi", indicator.Rule.Vi), ("meaning_en", indicator.Rule.En),
                    ("source", standard.Sources[indicator.Source].Title.Vi), ("checked", indicator.Checked ? "true" : "false"));
        foreach (var (list, meanings) in WordLists.All)
            foreach (var meaning in meanings)
                Add(("section", "word"), ("list", list), ("name", meaning.Name), ("title_vi", meaning.Label.Vi), ("title_en", meaning.Label.En), ("words", string.Join('|', meaning.Words)));
        return table;
    }

    private static readonly string[] Keys =
    [
        "section", "table", "name", "standard", "kind", "list", "unit_vi", "unit_en", "least", "most", "required", "required_when_vi", "required_when_en",
        "title_vi", "title_en", "meaning_vi", "meaning_en", "words", "source", "checked", "personal", "asked_by",
    ];

    /// <summary>What a column says and what becomes of it; null for an indicator.</summary>
    public static Phrase? Meaning(SurveyColumn column) =>
        column is { Meaning: { } meaning, Note: { } note } ? meaning.With("; ").With(note) : column.Meaning;

    /// <summary>What may stand in a column, in a few words.</summary>
    public static Phrase Value(SurveyColumn column)
    {
        if (column.Words is { } list)
        {
            var words = string.Join(", ", Short(list));
            return column.Kind == ValueKind.Words ? new($"các từ: {words}", $"words: {words}") : new($"từ: {words}", $"word: {words}");
        }
        var bounds = (column.Least, column.Most) switch
        {
            ({ } least, { } most) => $" {least}–{most}",
            ({ } least, null) => $" ≥ {least}",
            _ => "",
        };
        var unit = column.Unit is { } named ? Phrase.FromString(", ").With(named) : Phrase.FromString("");
        return (column.Kind switch
        {
            ValueKind.Whole => new Phrase("số nguyên", "whole number"),
            ValueKind.Amount => new Phrase("số", "number"),
            ValueKind.Day => new Phrase("ngày hoặc năm", "day or year"),
            ValueKind.Text or ValueKind.Word or ValueKind.Words => new Phrase("văn bản", "text"),
        }).With(bounds).With(unit);
    }

    /// <summary>The columns in which the words of a list may stand.</summary>
    public static Phrase Users(string list)
    {
        var users = Tables.SelectMany(survey => survey.All).Where(column => column.Words == list).ToLookup(column => column.IsIndicator, column => column.Name);
        var names = string.Join(", ", users[false].Distinct());
        if (!users[true].Any()) return names;
        return new Phrase($"chỉ số, {names}", $"indicators, {names}");
    }

    /// <summary>The headers of a column besides its own name.</summary>
    public static IEnumerable<string> HeadersOf(SurveyColumn column) =>
        (column.Title is { } title ? column.Headers.Prepend(title.En).Prepend(title.Vi) : column.Headers).DistinctBy(Folding.Key).Where(header => Folding.Key(header) != Folding.Key(column.Name));

    /// <summary>The columns that an indicator's rule asks for, by name.</summary>
    private static string Asked(Indicator indicator, bool ofMembers) => string.Join(", ", indicator.DeprivedWhen!.Columns(ofMembers).Select(column => column.Name));

    /// <summary>The indicators whose rules a column answers, as standard:indicator.</summary>
    private static string AskedBy(SurveyColumns survey, SurveyColumn column, IEnumerable<Standard> standards)
    {
        string[] answered = survey == SurveyColumns.Members && Ages.Contains(column.Name) ? Ages : [column.Name, column.Flag ?? column.Name];
        return string.Join('|', standards.SelectMany(standard => standard.Indicators, (standard, indicator) => (standard, indicator))
            .Where(own => own.indicator.DeprivedWhen?.Columns(survey == SurveyColumns.Members).Any(asked => answered.Contains(asked.Name)) == true)
            .Select(own => $"{own.standard.Id}:{own.indicator.Id}"));
    }

    // Any one of them tells the others, as far as it is exact.
    private static readonly string[] Ages = ["birth_date", "birth_year", "age"];

    /// <summary>The canonical words of a list; of a long one the first.</summary>
    private static IEnumerable<string> Short(string list)
    {
        var names = WordLists.All[list].Select(meaning => meaning.Name).ToArray();
        return names.Length > 6 ? names.Take(3).Append("…") : names;
    }

    private static Phrase Required(Requirement required) => required.Always ? Yes : required.When ?? "";

    /// <summary>Whether a table is of no use without a column, and what will do in its place.</summary>
    public static Phrase RequiredOf(TableColumn column)
    {
        var others = string.Join(", ", column.Instead);
        return !column.IsRequired ? "" : others.Length == 0 ? Yes : new($"nếu không có {others}", $"unless there is {others}");
    }

    private static string Word(Requirement required) => required.Always ? "always" : required.When is null ? "no" : "sometimes";

    private static Phrase Origin(Standard standard, Indicator indicator)
    {
        var source = StandardTables.Source(standard, indicator.Source).Shown;
        return indicator.Checked ? source : source.With(", ").With(StandardTables.Unchecked);
    }

    private static string Kind(SurveyColumn column) => column.Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Whole => "whole",
        ValueKind.Amount => "number",
        ValueKind.Day => "day",
        ValueKind.Word => "word",
        ValueKind.Words => "words",
    };

    private static string? Number(int? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
