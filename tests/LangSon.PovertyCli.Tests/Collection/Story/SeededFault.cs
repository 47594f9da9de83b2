namespace LangSon.PovertyCli.Tests.Collection.Story;

/// <summary>A fault put into a file on purpose, and what the program must say of it.</summary>
/// <param name="Unit">The number of the commune; its file's layout is that number modulo the layouts.</param>
/// <param name="Code">The finding.</param>
/// <param name="Column">The canonical column that it names; empty where it is about the whole row.</param>
/// <param name="Row">The row of the file, from 0.</param>
/// <param name="Spoil">Spoils the file.</param>
internal sealed record SeededFault(int Unit, string Code, string Column, int Row, Action<CommuneFile> Spoil)
{
    /// <summary>One at least of every family that shows in rows, each in a commune of its own.</summary>
    public static IReadOnlyList<SeededFault> All { get; } =
    [
        Cell(0, "PV1004", "head_name", 4, _ => "Ho\uFFFDng Văn An"),
        Cell(2, "PV2001", "household_size", 5, _ => ""),
        Cell(1, "PV2002", "income_per_capita", 6, _ => "1,2 triệu"),
        Cell(3, "PV2003", "household_size", 7, _ => "45"),
        Cell(5, "PV2005", "water", 8, _ => "hỏng"),
        Cell(6, "PV3001", "commune_code", 9, _ => "99999"),
        Cell(4, "PV3003", "district_code", 10, own => own == "180" ? "181" : "180"),
        Cell(10, "PV3004", "commune_name", 11, _ => "Xã Không Có"),
        Twin(7),
        Cell(8, "PV4003", "citizen_id", 12, own => $"{own[..^2]}03"),
        Cell(9, "PV5009", "recognised_class", 0, own => own == "poor" ? "near_poor" : "poor"),
        Cell(12, "PV5012", "previous_status", 30, _ => "poor"),
        Cell(13, "PV5015", "interview_end", 13, own => $"{own[..11]}05:00"),
        Cell(14, "PV6001", "income_per_capita", 30, own => $"{own}0"),
        Cell(15, "PV7004", "interview_end", 14, own => $"{own[..^2]}01"),
        new SeededFault(16, "PV8003", "household_size", TrueHousehold.PerCommune, file => file.Rows.Add(Total())),
    ];

    /// <summary>How the row of a total reads in the file.</summary>
    private static string[] Total()
    {
        var row = Enumerable.Repeat("", CommuneFile.Width).ToArray();
        row[CommuneFile.Column("commune_name")] = "Tổng cộng";
        row[CommuneFile.Column("household_size")] = "7";
        return row;
    }

    private static SeededFault Cell(int unit, string code, string column, int row, Func<string, string> spoil) => new(unit, code, column, row, file =>
    {
        var at = CommuneFile.Column(column);
        file.Rows[row][at] = spoil(file.Rows[row][at]);
    });

    /// <summary>The first household once more at the end, with another size: neither row counts.</summary>
    private static SeededFault Twin(int unit) => new(unit, "PV4001", "", 0, file =>
    {
        var twin = file.Rows[0].ToArray();
        twin[CommuneFile.Column("household_size")] = "9";
        file.Rows.Add(twin);
    });
}
