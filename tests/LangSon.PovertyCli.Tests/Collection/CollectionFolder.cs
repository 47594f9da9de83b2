using LangSon.PovertyCli.Tests.Running;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>
/// A province of four communes in two districts that sends a file a commune for 2022 and 2023: of ten households in each,
/// two are poor in 2022 and one in 2023, the other having become non-poor.
/// </summary>
internal sealed class CollectionFolder : IDisposable
{
    public static readonly string[] Communes = ["05971", "05974", "06040", "06043"];

    private readonly TemporaryFolder _folder = new();

    public CollectionFolder(string more = "", string round = "")
    {
        Write("areas.csv", "code,name,kind,settlement,parent,from\n20,Tỉnh Lạng Sơn,province,,,2016-01-01\n178,Huyện Một,district,,20,2016-01-01\n180,Huyện Hai,district,,20,2016-01-01\n"
            + "05971,Xã Hoàng Văn Thụ,commune,rural,178,2016-01-01\n05974,Xã Tam Thanh,commune,rural,178,2016-01-01\n06040,Xã Đại Đồng,commune,rural,180,2016-01-01\n06043,Xã Tam Thanh,commune,rural,180,2016-01-01\n");
        Configure(more, round);
        foreach (var commune in Communes)
        {
            Write($"2022/{commune}.csv", Households(commune, poor: 2));
            Write($"2023/{commune}.csv", Households(commune, poor: 1));
        }
    }

    /// <summary>Its full path.</summary>
    public string Path => _folder.Path;

    /// <summary>Ten households of a commune, the first of them poor.</summary>
    public static string Households(string commune, int poor, int households = 10, int first = 1)
    {
        var table = new HouseholdTable();
        for (var i = first; i < first + households; i++) table.Add($"{commune}-{i}", commune, "4", i <= poor ? "poor" : "non");
        return table.ToString();
    }

    /// <summary>Writes the run file.</summary>
    public void Configure(string more = "", string round = "") => Write("poverty.json",
        $$"""{ "province": "20", "areas": "areas.csv", "rounds": [ { "year": 2022, "households": ["2022/*"]{{round}} }, { "year": 2023, "households": ["2023/*"]{{round}} } ]{{more}} }""");

    /// <summary>Takes the table of submissions into use.</summary>
    public void List(params string[] rows)
    {
        Write("submissions.csv", string.Join('\n', ["unit,file,received,state", .. rows]) + "\n");
        Configure(", \"submissions\": \"submissions.csv\"");
    }

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Delete(string name) => File.Delete(_folder[name]);

    public string Read(string name) => File.ReadAllText(_folder[name]);

    public MemoryRun Run(params string[] arguments) => MemoryRun.Of(Path, arguments);

    public void Dispose() => _folder.Dispose();
}
