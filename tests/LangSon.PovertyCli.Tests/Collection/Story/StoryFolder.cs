using System.Text;
using ClosedXML.Excel;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reading;

namespace LangSon.PovertyCli.Tests.Collection.Story;

/// <summary>
/// The files of 200 communes as a provincial office receives them: in six layouts and encodings, five not at all, six twice,
/// four damaged, some with a fault; and their clean twins. The year before lies in one file.
/// </summary>
internal sealed class StoryFolder : IDisposable
{
    public const int Year = 2023;

    private readonly TemporaryFolder _folder = new();
    private readonly Area[] _communes = [.. AreaLists.BuiltIn.On(new DateOnly(Year, 12, 14)).Where(area => area.Level == AreaLevel.Commune)];

    public StoryFolder()
    {
        Households = [.. _communes.Select(commune => Enumerable.Range(0, TrueHousehold.PerCommune).Select(number => new TrueHousehold(commune, number)).ToArray())];
        foreach (var year in new[] { Year - 1, Year + 1 })
        {
            var file = new CommuneFile([.. Households.SelectMany(commune => commune)], 0, year);
            File.WriteAllBytes(_folder.Write($"households-{year}.csv"), file.Bytes());
        }
        WriteRunFile("poverty.json", "");
    }

    public string Path => _folder.Path;

    /// <summary>All households, by commune.</summary>
    public TrueHousehold[][] Households { get; }

    public IReadOnlyList<Area> Communes => _communes;

    /// <summary>The communes whose files never come, come twice, or come damaged, by number.</summary>
    public static IReadOnlyList<int> Missing { get; } = [50, 61, 72, 83, 94];

    public static IReadOnlyList<int> Twice { get; } = [100, 101, 102, 103, 104, 105];

    public static IReadOnlyList<int> Damaged { get; } = [120, 122, 126, 127];

    /// <summary>The name of a commune's file, as the run file's folder sees it.</summary>
    public string Name(int unit, int version) => Clean(unit) is var file ? $"{Year}/{file.Folder}/{_communes[unit].Code}_{version}{file.Ending}" : "";

    /// <summary>The file of a commune as it should be.</summary>
    public CommuneFile Clean(int unit) => new(Households[unit], unit % CommuneFile.Layouts.Length, Year);

    /// <summary>Writes all files without a fault.</summary>
    public void WriteClean()
    {
        for (var unit = 0; unit < _communes.Length; unit++) Write(Name(unit, 1), Clean(unit).Bytes());
    }

    /// <summary>Writes what really comes.</summary>
    public void WriteReceived()
    {
        for (var unit = 0; unit < _communes.Length; unit++)
        {
            if (Missing.Contains(unit)) continue;
            var file = Clean(unit);
            if (Twice.Contains(unit))
            {
                // What was sent first lacks a household and has another one that is poorer.
                Write(Name(unit, 2), file.Bytes());
                file.Rows[30][CommuneFile.Column("income_per_capita")] = file.Number(900_000);
                file.Rows[30][CommuneFile.Column("employment")] = file.Rows[30][CommuneFile.Column("water")] = file.Rows[30][CommuneFile.Column("telecom")] = "1";
                file.Rows.RemoveAt(20);
            }
            foreach (var fault in SeededFault.All.Where(fault => fault.Unit == unit)) fault.Spoil(file);
            Write(Name(unit, 1), Damaged.Contains(unit) ? Damage(unit, file.Bytes()) : file.Bytes());
        }
    }

    /// <summary>A file cut off, in another encoding than said, of another kind than its name says, or with a quote that never closes.</summary>
    private static byte[] Damage(int unit, byte[] bytes) => unit switch
    {
        120 => [.. Encoding.UTF8.GetBytes("\""), .. bytes],
        122 => bytes[..(bytes.Length / 2)],
        127 => [.. bytes[..400], 0xFF, .. bytes[400..]],
        _ => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><table><tr><td>Mã hộ</td></tr></table></body></html>"),
    };

    /// <summary>A commune sends its workbook again, every row as it should be, and those that should not be there deleted.</summary>
    public void Mend(int unit, string returned)
    {
        var clean = Clean(unit);
        using var book = new XLWorkbook(returned);
        var sheet = book.Worksheet(2);
        var seen = new HashSet<string>();
        var last = sheet.LastRowUsed()!.RowNumber();
        for (var row = clean.RowsAbove + 1; row <= last; row++)
        {
            var right = clean.Rows.Find(cells => cells[0] == sheet.Cell(row, 1).GetString());
            if (right is null || !seen.Add(right[0]))
            {
                sheet.Row(row).Clear();
                continue;
            }
            for (var i = 0; i < right.Length; i++)
                if (sheet.Cell(row, i + 1).GetString() != right[i])
                    sheet.Cell(row, i + 1).SetValue(right[i]);
        }
        book.SaveAs(_folder.Write(System.IO.Path.ChangeExtension(Name(unit, 9), ".xlsx")));
    }

    /// <summary>Writes a file into the folder.</summary>
    public void Write(string name, byte[] bytes) => File.WriteAllBytes(_folder.Write(name), bytes);

    /// <summary>Writes a text into the folder.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes a run file: the year before, this year in its layouts, and what is given beside.</summary>
    public void WriteRunFile(string name, string keys, string rounds = "")
    {
        var groups = CommuneFile.Layouts.Select(layout => $"{{ \"files\": [\"{Year}/{layout.Folder}/*\"]{layout.Keys} }}");
        Write(name, $$"""
            { "province": "20", {{keys}}
              "submissions": { "newest": "{unit}_{version}" },
              "findings": { "PV5011": "off", "PV6001": "warn" },
              "rounds": [
                {{(rounds.Length > 0 ? "" : $"{{ \"year\": {Year - 1}, \"households\": [\"households-{Year - 1}.csv\"] }},")}}
                { "year": {{Year}}, "households": [ {{string.Join(", ", groups)}} ] }{{rounds}} ] }
            """);
    }

    public void Dispose() => _folder.Dispose();
}
