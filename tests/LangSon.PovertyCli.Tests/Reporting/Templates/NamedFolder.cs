using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Reporting.Templates;

/// <summary>A folder of two rounds with names, all of them invented, and members in two files.</summary>
internal static class NamedFolder
{
    private const string Project = """
        {
          "areas": "data",
          "rounds": [
            { "id": "2022", "date": "2022-12-14", "households": ["2022.csv"] },
            { "id": "2023", "date": "2023-12-14", "households": ["2023.csv"], "members": ["m1.csv", "m2.csv"] }
          ]
        }
        """;

    private static readonly string[] Members =
    [
        "household_id,member_no,name,relation,sex,birth_date,ethnicity,allowance,disabled",
        "A,3,Lý Văn A3,con trai,nam,2008-02-03,Tày,0,1",
        "A,1,Nguyễn Văn A,chủ hộ,nam,1971-02-03,Tày,0,0",
        "A,2,Lý Thị A2,mẹ,nữ,1940-02-03,Tày,1,0",
        "D,1,Nguyễn Văn D,chủ hộ,nam,1980-02-03,Kinh,0,0",
        "C,1,Nguyễn Văn C,chủ hộ,nam,1980-02-03,Kinh,0,0",
    ];

    /// <summary>Writes the folder, its files alone.</summary>
    public static void WriteFiles(TemporaryFolder folder, bool membersReversed = false)
    {
        folder.Write("poverty.json", Project);
        var before = new HouseholdTable().Add("A", "X", "3", "poor").Add("B", "X", "3", "near").Add("C", "X", "3", "poor").Add("D", "X", "3", "average").Add("E", "X", "3", "non")
            .Add("G", "Y", "2", "open").Add("N", "Y", "3", "poor").Add("S", "Y", "3", "near");
        var now = new HouseholdTable().Add("A", "X", "3", "poor", "Tày").Add("B", "X", "3", "poor").Add("C", "X", "3", "average").Add("D", "X", "3", "poor", previous: "escaped")
            .Add("E", "X", "3", "poor").Add("F", "X", "3", "poor", entered: "moved").Add("G", "Y", "2", "poor").Add("N", "Y", "3", "near").Add("O", "Y", "3", "open").Add("R", "Y", "3", "bad").Add("S", "Y", "3", "near");
        folder.Write("2022.csv", InDistrict(before));
        var lines = InDistrict(now).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("2023.csv", string.Concat(lines.Select((line, i) => i == 0 ? $"{line},head_name,head_sex,head_birth_year\n" : $"{line},{Head(line[..1])}\n")));
        var rows = membersReversed ? Members.Skip(1).Reverse().ToArray() : Members[1..];
        folder.Write("m1.csv", string.Join('\n', [Members[0], .. rows.Take(2)]) + "\n");
        folder.Write("m2.csv", string.Join('\n', [Members[0], .. rows.Skip(2)]) + "\n");
    }

    /// <summary>Writes the folder and gives what a run of it comes to.</summary>
    public static BookContent Write(TemporaryFolder folder, bool membersReversed = false)
    {
        WriteFiles(folder, membersReversed);
        return BookContent.Of(MemoryRun.Of(folder.Path).Report!, []);
    }

    private static string InDistrict(HouseholdTable table) =>
        string.Concat(table.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => i == 0 ? $"{line},district_code\n" : $"{line},D1\n"));

    private static string Head(string id) => id switch
    {
        "B" => "=Nguyễn Văn B,nam,1972",
        "E" => "Nguyễn Thị E,nữ,1981",
        _ => $"Nguyễn Văn {id},nam,1970",
    };
}
