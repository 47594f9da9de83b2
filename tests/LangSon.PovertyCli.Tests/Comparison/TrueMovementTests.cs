using System.Globalization;

namespace LangSon.PovertyCli.Tests.Comparison;

/// <summary>Every movement of a province whose movements are known is found in every commune, from censuses and from review lists.</summary>
public sealed class TrueMovementTests : IDisposable
{
    private static readonly TrueMovements Truth = new();

    /// <summary>The rows of transitions.csv in the order of the columns of the forms.</summary>
    private static readonly string[] Moves =
        ["start", "escaped_to_near_poor", "escaped_above", "other_out", "near_poor_to_poor", "fell_back", "newly_poor", "other_in", "end"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_commune_has_its_true_movements(bool fromLists)
    {
        await Run(fromLists);
        var told = (await File.ReadAllLinesAsync(_folder["out/transitions.csv"])).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[4] == "commune" && cells[7] == "all" && cells[8].Length > 0)
            .ToDictionary(cells => (cells[5], cells[8]), cells => (Households: long.Parse(cells[11], CultureInfo.InvariantCulture), Persons: long.Parse(cells[12], CultureInfo.InvariantCulture)));
        Assert.Equal(200, Truth.Communes.Count);
        foreach (var commune in Truth.Communes)
            foreach (var nearPoor in new[] { false, true })
                Assert.Equal(Truth.Form(commune, nearPoor), Moves.Select(move => told[(commune, Named(move, nearPoor))]));
    }

    private async Task Run(bool fromLists)
    {
        for (var year = 0; year < 2; year++) _folder.Write($"{TrueMovements.Before + year}.csv", fromLists ? Truth.List(year) : Truth.Census(year));
        _folder.Write("register.csv", Truth.Register);
        var coverage = fromLists ? """, "coverage": "reviewed", "register": "register.csv" """ : "";
        var rounds = string.Join(", ", Enumerable.Range(0, 2).Select(year => $$"""{ "year": {{TrueMovements.Before + year}}, "households": ["{{TrueMovements.Before + year}}.csv"]{{coverage}} }"""));
        _folder.Write("poverty.json", $$"""{ "province": "20", "rounds": [{{rounds}}] }""");
        var outcome = await Binary.RunAsync(["run", "--out", "out", "--no-workbook", "--no-report", "--timestamp", "none"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    private static string Named(string move, bool nearPoor) => !nearPoor ? move : move switch
    {
        "escaped_to_near_poor" => "np_escaped_to_poor",
        _ => "np_" + move,
    };
}
