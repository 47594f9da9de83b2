using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Areas;
using LangSon.Poverty.Comparison;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary><c>results.csv</c>: every measure of every area and group in every round, under each of its standards.</summary>
internal static class ResultsCsv
{
    /// <summary>Writes it; returns the number of rows.</summary>
    public static long Write(Stream stream, Poverty.Comparison.Results results, Language language)
    {
        using var csv = new CsvTable(stream, "round", "year", "standard", "level", "area_code", "area_name", "group", "measure", "k", "scheme",
            "value", "numerator", "denominator", "unit", "undetermined", "rejected", "value_min", "value_max", "n", "se", "ci_low", "ci_high", "df", "note");
        foreach (var round in Enumerable.Range(0, results.Rounds.Count).SelectMany(results.ReadingsOf).Select(reading => results.Readings[reading]))
            foreach (var area in round.Summary.Areas)
                foreach (var group in round.Summary.GroupsOf(area))
                    WriteArea(csv, round, area, group, language);
        return csv.Rows;
    }

    private static void WriteArea(CsvTable csv, RoundResult round, AreaNode area, int group, Language language)
    {
        var counts = round.Summary.Of(area, group);
        var standard = Notes.Of(round.Round).In(language);
        foreach (var measure in round.Measures)
        {
            var figure = measure.Of(counts);
            // Of the smaller groups only what exists is listed: most communes have no poor household of most ethnic groups.
            if (group != Group.All && figure.Missing == Missing.NobodyInClass) continue;
            csv.Text(round.Round.Id).Whole(round.Round.Year).Text(round.Round.StandardName)
                .Text(AreaWords.Word(area.Level)).Text(area.Code).Text(area.Name).Text(Group.Name(group)).Text(measure.Name).Blank(2)
                .Number(figure.Value).Whole(figure.Share?.Part).Whole(figure.Share?.Whole).Text(Unit(figure.Unit))
                .Whole(counts.HasRows ? counts.Undetermined : null).Whole(counts.HasRows ? counts.Rejected : null)
                .Number(figure.Bounds?.Min).Number(figure.Bounds?.Max).Whole(counts.HasRows ? counts.Rows : null).Blank(4)
                .Text(Notes.Join(Notes.Join(Missings.Phrase(figure.Missing).In(language), standard), Missings.Phrase(counts.Lack).In(language))).End();
        }
    }

    /// <summary>The word for a unit.</summary>
    public static string Unit(FigureUnit unit) => unit switch
    {
        FigureUnit.Households => "households",
        FigureUnit.Persons => "persons",
        FigureUnit.Percent => "percent",
    };
}

/// <summary>Remarks that stand beside figures.</summary>
internal static class Notes
{
    /// <summary>The standard was named outside its days.</summary>
    public static Phrase WhatIf { get; } = new("giả định: chuẩn không áp dụng cho ngày rà soát", "what-if: the standard is not in force on the survey day");

    /// <summary>A list holds whom its own standard asks for; more may be poor under another one.</summary>
    public static Phrase ForAnotherStandard { get; } = new("danh sách lập theo chuẩn khác, có thể thiếu hộ", "the list was made by another standard and may lack households");

    /// <summary>What holds for every figure of a round.</summary>
    public static Phrase Of(Round round)
    {
        var list = round is { IsFurther: true, Coverage: not Coverage.All } ? ForAnotherStandard : new("", "");
        var whatIf = round.IsWhatIf ? WhatIf : new("", "");
        return new(Join(whatIf.Vi, list.Vi), Join(whatIf.En, list.En));
    }

    /// <summary>Several remarks in one.</summary>
    public static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}; {second}";
}
