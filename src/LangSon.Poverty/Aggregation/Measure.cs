using LangSon.Poverty.Standards;
using LangSon.Poverty.Survey;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Aggregation;

/// <summary>Something that is measured of an area and group in a round; its definition stands in docs/measures.md.</summary>
public sealed class Measure
{
    private readonly Func<AreaCounts, Figure> _of;

    private Measure(string name, FigureUnit unit, Phrase title, Func<AreaCounts, Figure> of) => (Name, Unit, Title, _of) = (name, unit, title, of);

    /// <summary>The name in outputs, such as <c>poor_rate</c>.</summary>
    public string Name { get; }

    /// <summary>What it is counted in.</summary>
    public FigureUnit Unit { get; }

    /// <summary>What people call it.</summary>
    public Phrase Title { get; }

    /// <summary>The figure for these counts.</summary>
    public Figure Of(AreaCounts counts) => _of(counts);

    /// <summary>All measures under a law, in the order of the results.</summary>
    /// <param name="law">The law.</param>
    /// <param name="byPoints">Whether points decide for some household: then nobody is told to be in the average band.</param>
    /// <param name="hasMembers">Whether there is a member table, which tells of children.</param>
    /// <param name="hasCauses">Whether causes of poverty were asked for.</param>
    public static IReadOnlyList<Measure> All(Law law, bool byPoints = false, bool hasMembers = false, bool hasCauses = false)
    {
        var measures = new List<Measure>(Counted.Select(measure => !IsIn(law, measure.Name) ? NotIn(measure, Missing.NotInStandard)
            : byPoints && IsAverage(measure.Name) ? NotIn(measure, Missing.NotByPoints) : measure));
        for (var i = 0; i < law.Indicators.Length; i++) measures.Add(Deprived("deprived", PovertyClass.Poor, law.Indicators[i], i));
        for (var i = 0; i < law.Indicators.Length; i++) measures.Add(Deprived("deprived_near_poor", PovertyClass.NearPoor, law.Indicators[i], i));
        if (hasMembers && law.ChildrenBelow is not null)
        {
            measures.AddRange(Children("poor_children", PovertyClass.Poor, law));
            measures.AddRange(Children("near_poor_children", PovertyClass.NearPoor, law));
        }
        if (hasCauses) measures.AddRange([.. Causes("cause", PovertyClass.Poor), .. Causes("cause_near_poor", PovertyClass.NearPoor)]);
        return measures;
    }

    /// <summary>The measures that do not depend on the indicators.</summary>
    public static IReadOnlyList<Measure> Counted { get; } =
    [
        new("households", FigureUnit.Households, new("Số hộ", "Households"),
            counts => Figure.Count(counts.Households, FigureUnit.Households, counts.WhyNoHouseholds)),
        new("persons", FigureUnit.Persons, new("Số nhân khẩu", "Persons"),
            counts => Figure.Count(counts.Persons, FigureUnit.Persons, counts.WhyNoTotals)),
        Class("poor", PovertyClass.Poor, new("Hộ nghèo", "Poor households")),
        Class("near_poor", PovertyClass.NearPoor, new("Hộ cận nghèo", "Near-poor households")),
        Class("average", PovertyClass.Average, new("Hộ có mức sống trung bình", "Average households")),
        Class("non_poor", PovertyClass.NonPoor, new("Hộ không nghèo", "Non-poor households")),
        Class("undetermined", PovertyClass.Undetermined, new("Hộ chưa xác định", "Undetermined households")),
        PersonsIn("poor_persons", PovertyClass.Poor, new("Nhân khẩu hộ nghèo", "Persons in poor households")),
        PersonsIn("near_poor_persons", PovertyClass.NearPoor, new("Nhân khẩu hộ cận nghèo", "Persons in near-poor households")),
        PersonsIn("average_persons", PovertyClass.Average, new("Nhân khẩu hộ có mức sống trung bình", "Persons in average households")),
        Rate("poor_rate", new("Tỷ lệ hộ nghèo", "Poor-household rate"), PovertyClass.Poor),
        Rate("near_poor_rate", new("Tỷ lệ hộ cận nghèo", "Near-poor-household rate"), PovertyClass.NearPoor),
        Rate("mdp_rate", new("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate"), PovertyClass.Poor, PovertyClass.NearPoor),
        PersonRate("poor_persons_rate", new("Tỷ lệ nhân khẩu nghèo", "Share of persons in poor households"), PovertyClass.Poor),
        PersonRate("near_poor_persons_rate", new("Tỷ lệ nhân khẩu cận nghèo", "Share of persons in near-poor households"), PovertyClass.NearPoor),
        PersonRate("mdp_persons_rate", new("Tỷ lệ nhân khẩu nghèo đa chiều", "Share of persons in poor or near-poor households"), PovertyClass.Poor, PovertyClass.NearPoor),
    ];

    /// <summary>Whether a measure depends on a poverty standard; who lives where does not.</summary>
    internal static bool DependsOnStandard(string measure) => measure is not ("households" or "persons");

    private static bool IsIn(Law law, string measure) => measure switch
    {
        _ when IsAverage(measure) => law.HasAverage,
        "near_poor" or "near_poor_persons" or "near_poor_rate" or "near_poor_persons_rate" => law.HasNearPoor,
        _ => true,
    };

    private static bool IsAverage(string measure) => measure is "average" or "average_persons";

    /// <summary>A class that a standard does not have has nobody in it; that is not the same as none.</summary>
    private static Measure NotIn(Measure measure, Missing why) => new(measure.Name, measure.Unit, measure.Title, _ => new Figure(null, measure.Unit, null, null, why));

    private static Measure Class(string name, PovertyClass poverty, Phrase title) => new(name, FigureUnit.Households, title,
        counts => Figure.Count(counts.InClass(poverty), FigureUnit.Households, counts.FromRegister ? Missing.ListOnly : counts.WhyNoTotals));

    private static Measure PersonsIn(string name, PovertyClass poverty, Phrase title) => new(name, FigureUnit.Persons, title,
        counts => Figure.Count(counts.PersonsInClass(poverty), FigureUnit.Persons, counts.FromRegister ? Missing.ListOnly : counts.WhyNoRows));

    private static Measure Rate(string name, Phrase title, params PovertyClass[] classes) => new(name, FigureUnit.Percent, title, counts =>
    {
        var part = Sum(classes, counts.InClass);
        var bounds = part is null || !counts.HasRows ? null
            : BoundsOf(part.Value, counts.Undetermined, counts.Rejected, counts.Households, counts.FromRegister);
        return Figure.Rate(part, counts.Households, bounds, part is null ? counts.WhyNoTotals : counts.WhyNoHouseholds);
    });

    private static Measure PersonRate(string name, Phrase title, params PovertyClass[] classes) => new(name, FigureUnit.Percent, title, counts =>
    {
        var part = Sum(classes, counts.PersonsInClass);
        var bounds = part is null || counts.RejectedPersons is not { } rejected ? null
            : BoundsOf(part.Value, counts.UndeterminedPersons, rejected, counts.Persons, counts.FromRegister);
        return Figure.Rate(part, counts.Persons, bounds, counts.Persons == 0 ? Missing.NoHouseholds : counts.WhyNoTotals);
    });

    private static Measure Deprived(string prefix, PovertyClass poverty, Indicator indicator, int at) => Among(
        poverty, $"{prefix}:{indicator.Id}", indicator.Title, counts => counts.Lacking(poverty, at), counts => counts.Unanswered(poverty, at));

    private static IEnumerable<Measure> Causes(string prefix, PovertyClass poverty) => WordLists.All["cause"].Select((cause, at) => Among(
        poverty, $"{prefix}:{cause.Name}", cause.Label, counts => counts.Naming(poverty, at), counts => counts.NamingNone(poverty)));

    /// <summary>The share of a class of which something is known; <paramref name="open"/> are those of whom it could be true as well.</summary>
    private static Measure Among(PovertyClass poverty, string name, Phrase title, Func<AreaCounts, long> known, Func<AreaCounts, long> open) => new(
        name, FigureUnit.Percent, title, counts =>
        {
            if (!counts.HasRows) return Figure.Rate(null, null, null, counts.WhyNoRows);
            if (counts.KnowsClassesOnly) return Figure.Rate(null, null, null, Missing.SplitProfile);
            var whole = counts.InClass(poverty) ?? 0;
            var part = known(counts);
            var bounds = whole == 0 ? (Bounds?)null : new Bounds(100m * part / whole, 100m * (part + open(counts)) / whole);
            return Figure.Rate(part, whole, bounds, Missing.NobodyInClass);
        });

    /// <summary>The children of a class, then those who lack each indicator; members of whom it is not known widen the bounds.</summary>
    private static IEnumerable<Measure> Children(string name, PovertyClass poverty, Law law)
    {
        var all = poverty == PovertyClass.Poor ? new Phrase("Trẻ em trong hộ nghèo", "Children in poor households") : new Phrase("Trẻ em trong hộ cận nghèo", "Children in near-poor households");
        yield return new(name, FigureUnit.Persons, all, counts => Persons(counts, counts.Children(poverty)));
        foreach (var (place, id) in law.ChildIndicators.Index())
        {
            var title = law.Indicators.ToArray().Single(indicator => indicator.Id == id).Title;
            yield return new($"{name}_lacking:{id}", FigureUnit.Persons, all.With(": ").With(title.Within()), counts => Persons(counts, counts.ChildrenLacking(poverty, place)));
        }

        static Figure Persons(AreaCounts counts, (long Known, long Open) children) => counts.Lack.IsAll
            ? new(null, FigureUnit.Persons, null, null, Missing.NotReceived)
            : counts.KnowsClassesOnly ? new(null, FigureUnit.Persons, null, null, Missing.SplitProfile)
            : new(children.Known, FigureUnit.Persons, null, children.Open == 0 ? null : new Bounds(children.Known, children.Known + children.Open), Missing.None);
    }

    private static long? Sum(PovertyClass[] classes, Func<PovertyClass, long?> of)
    {
        long? sum = 0;
        foreach (var poverty in classes) sum += of(poverty);
        return sum;
    }

    /// <summary>
    /// The bounds of a rate with <paramref name="part"/> in the class, <paramref name="open"/> undetermined and
    /// <paramref name="rejected"/> rejected. Rejected rows enlarge a denominator that is counted from rows; a register
    /// holds them already.
    /// </summary>
    private static Bounds? BoundsOf(long part, long open, long rejected, long? whole, bool fromRegister)
    {
        if (whole is not { } counted) return null;
        var all = fromRegister ? counted : counted + rejected;
        if (all == 0) return null;
        var most = 100m * (part + open + rejected) / all;
        return new Bounds(100m * part / all, fromRegister ? Math.Max(100m * part / all, Math.Min(100, most)) : most);
    }
}
