using LangSon.Poverty.Aggregation;

namespace LangSon.Poverty.Comparison;

/// <summary>Households and the persons in them.</summary>
/// <param name="Households">Households.</param>
/// <param name="Persons">Persons.</param>
public readonly record struct Flow(long Households, long Persons)
{
    /// <summary>The sum.</summary>
    public static Flow operator +(Flow a, Flow b) => new(a.Households + b.Households, a.Persons + b.Persons);

    /// <summary>The difference.</summary>
    public static Flow operator -(Flow a, Flow b) => new(a.Households - b.Households, a.Persons - b.Persons);
}

/// <summary>Why a household came or left otherwise than by its standard of living.</summary>
public enum Passage : byte
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>Its row says that it moved (chuyển đi, chuyển đến).</summary>
    Moved,

    /// <summary>Its row says that it came out of another, or became two (tách hộ).</summary>
    Split,

    /// <summary>Its row says that it became one with another (nhập hộ).</summary>
    Merged,

    /// <summary>Its row says that its last member died (chết).</summary>
    Died,

    /// <summary>Its row names another reason.</summary>
    Other,

    /// <summary>It stands in another area, or in another group, in the other round.</summary>
    Elsewhere,

    /// <summary>It stays, with more or fewer members.</summary>
    Size,

    /// <summary>It is undetermined or rejected in the other round.</summary>
    Unresolved,

    /// <summary>It is in no row of a review list, though the law requires it to be listed (Decision 24/2021 art. 4).</summary>
    Unlisted,

    /// <summary>It is in the one round only and nobody says why.</summary>
    NotStated,
}

/// <summary>
/// How the households of one class moved in an area and group between two rounds. The identity
/// start − escaped − other_out + became + other_in = end holds for households and for persons.
/// </summary>
public sealed class ClassMovement
{
    private const int Passages = (int)Passage.NotStated + 1;

    private Flow[]? _in;
    private Flow[]? _out;

    /// <summary>In the class before.</summary>
    public Flow Start { get; private set; }

    /// <summary>In the class now.</summary>
    public Flow End { get; private set; }

    /// <summary>Left the class for another (thoát nghèo; for near-poor households into poverty as well).</summary>
    public Flow Escaped => ToNeighbour + Above;

    /// <summary>Of those: into the neighbouring class, poor households to near-poverty or near-poor ones to poverty.</summary>
    public Flow ToNeighbour { get; private set; }

    /// <summary>Of those: above both classes.</summary>
    public Flow Above { get; private set; }

    /// <summary>From the neighbouring class: near-poor before and poor now, or poor before and near-poor now.</summary>
    public Flow FromNeighbour { get; private set; }

    /// <summary>Back after having been recognised as escaped within the window (tái nghèo).</summary>
    public Flow FellBack { get; private set; }

    /// <summary>The rest of those that became poor (phát sinh).</summary>
    public Flow New { get; private set; }

    /// <summary>In by other ways: moved, split, born of an open or rejected row, or a household that grew.</summary>
    public Flow OtherIn { get; private set; }

    /// <summary>Out by other ways: moved, merged, died, now open or rejected, or a household that shrank.</summary>
    public Flow OtherOut { get; private set; }

    /// <summary>Those of <see cref="OtherIn"/> that came for a reason.</summary>
    public Flow CameBy(Passage passage) => _in?[(int)passage] ?? default;

    /// <summary>Those of <see cref="OtherOut"/> that left for a reason.</summary>
    public Flow LeftBy(Passage passage) => _out?[(int)passage] ?? default;

    /// <summary>Neighbours, those that fell back and the new ones together.</summary>
    public Flow Became => FromNeighbour + FellBack + New;

    /// <summary>Whether no household of the class stood here, came or went.</summary>
    public bool IsEmpty => Start == default && End == default && OtherIn == default && OtherOut == default;

    internal void Count(in ClassStep step)
    {
        Start += step.Start;
        End += step.End;
        switch (step.Way)
        {
            case Way.None: break;
            case Way.ToNeighbour: ToNeighbour += step.Moved; break;
            case Way.Above: Above += step.Moved; break;
            case Way.OtherOut:
                OtherOut += step.Moved;
                (_out ??= new Flow[Passages])[(int)step.Passage] += step.Moved;
                break;
            case Way.FromNeighbour: FromNeighbour += step.Moved; break;
            case Way.FellBack: FellBack += step.Moved; break;
            case Way.New: New += step.Moved; break;
            case Way.OtherIn:
                OtherIn += step.Moved;
                (_in ??= new Flow[Passages])[(int)step.Passage] += step.Moved;
                break;
        }
    }

    /// <summary>How far the identity is off; zero unless the program is wrong.</summary>
    public Flow Off => Start - Escaped - OtherOut + Became + OtherIn - End;
}

/// <summary>The movements of an area and group between two rounds.</summary>
public sealed class AreaMovement
{
    private readonly Flow[] _matrix = new Flow[6 * 6];

    /// <summary>Poor households.</summary>
    public ClassMovement Poor { get; } = new();

    /// <summary>Near-poor households.</summary>
    public ClassMovement NearPoor { get; } = new();

    /// <summary>Counts one household.</summary>
    internal void Count(in Step step)
    {
        _matrix[((int)step.Before * 6) + (int)step.Now] += step.Size;
        if (step.Poor != default) Poor.Count(step.Poor);
        if (step.NearPoor != default) NearPoor.Count(step.NearPoor);
    }

    /// <summary>Those of a class now that were not of it before.</summary>
    public Flow Into(Standing standing) => Sum(other => this[other, standing], standing);

    /// <summary>Those of a class before that are not of it now.</summary>
    public Flow OutOf(Standing standing) => Sum(other => this[standing, other], standing);

    /// <summary>Households by standing before and now; absent also stands for a rejected row and one that says why it left.</summary>
    public Flow this[Standing from, Standing to] => _matrix[((int)from * 6) + (int)to];

    private static Flow Sum(Func<Standing, Flow> flow, Standing but)
    {
        var sum = default(Flow);
        for (var other = Standing.Absent; other <= Standing.Undetermined; other++)
            if (other != but)
                sum += flow(other);
        return sum;
    }
}

/// <summary>A round that households are followed through.</summary>
/// <param name="Entry">Where its entries stand in the ledger.</param>
/// <param name="Year">Its year.</param>
/// <param name="Coverage">Which households it lists.</param>
/// <param name="Lacking">The communes that lack, by number: who is absent there may live there all the same.</param>
public readonly record struct FollowedRound(int Entry, int Year, Coverage Coverage, IReadOnlySet<int> Lacking);

/// <summary>What a pair of rounds needs to know to judge movements.</summary>
/// <param name="From">The place of the round before.</param>
/// <param name="To">The place of the round now.</param>
/// <param name="Rounds">The rounds that a household is followed through, by date.</param>
/// <param name="FellBackYears">How many years back an escape makes a return "fell back".</param>
public sealed record MovementRule(int From, int To, IReadOnlyList<FollowedRound> Rounds, int FellBackYears);
