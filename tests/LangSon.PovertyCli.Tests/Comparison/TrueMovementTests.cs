using System.Globalization;
using ClosedXML.Excel;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

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
        using var book = new XLWorkbook(_folder["out/templates.xlsx"]);
        foreach (var nearPoor in new[] { false, true })
        {
            var form = Form(book.Worksheet(nearPoor ? "Biểu 3" : "Biểu 2"));
            Assert.Equal(Truth.Communes.Order(), form.Keys.Order());
            Assert.All(form, row => Assert.Equal(Truth.Form(row.Key, nearPoor), row.Value));
        }
    }

    /// <summary>The columns 1 to 9 of each commune, households and persons; districts and communes are numbered by their codes.</summary>
    private static Dictionary<string, (long Households, long Persons)[]> Form(IXLWorksheet sheet)
    {
        var day = new DateOnly(TrueMovements.Now, 12, 14);
        var districts = AreaLists.BuiltIn.On(day).Where(area => area.Level == AreaLevel.District).ToArray();
        var codes = districts.SelectMany((district, i) => AreaLists.BuiltIn.On(day).Where(area => area.ParentCode == district.Code)
            .Select((commune, j) => (Number: $"{i + 1}.{j + 1}", commune.Code))).ToDictionary(unit => unit.Number, unit => unit.Code);
        return sheet.RowsUsed().Where(row => codes.ContainsKey(row.Cell(1).GetString())).ToDictionary(row => codes[row.Cell(1).GetString()],
            row => Enumerable.Range(4, TrueMovements.Columns).Select(column => (Count(row.Cell(column)), Count(row.RowBelow().Cell(column)))).ToArray());
    }

    private static long Count(IXLCell cell) => Convert.ToInt64(cell.CachedValue ?? cell.Value, CultureInfo.InvariantCulture);

    private async Task Run(bool fromLists)
    {
        for (var year = 0; year < 2; year++) _folder.Write($"{TrueMovements.Before + year}.csv", fromLists ? Truth.List(year) : Truth.Census(year));
        _folder.Write("register.csv", Truth.Register);
        var coverage = fromLists ? """, "coverage": "reviewed", "register": "register.csv" """ : "";
        var rounds = string.Join(", ", Enumerable.Range(0, 2).Select(year => $$"""{ "year": {{TrueMovements.Before + year}}, "households": ["{{TrueMovements.Before + year}}.csv"]{{coverage}} }"""));
        _folder.Write("poverty.json", $$"""{ "province": "20", "rounds": [{{rounds}}] }""");
        var outcome = await Binary.RunAsync(["run", "--out", "out", "--templates", "--no-workbook", "--no-report", "--timestamp", "none"], _folder.Path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    private static string Named(string move, bool nearPoor) => !nearPoor ? move : move switch
    {
        "escaped_to_near_poor" => "np_escaped_to_poor",
        _ => "np_" + move,
    };
}
