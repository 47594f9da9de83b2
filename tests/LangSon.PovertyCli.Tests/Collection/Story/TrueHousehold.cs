using LangSon.Poverty.Areas;

namespace LangSon.PovertyCli.Tests.Collection.Story;

/// <summary>A household of the story of which everything is known; the names are put together from syllables.</summary>
internal sealed record TrueHousehold(Area Commune, int Number)
{
    private static readonly string[] Families = ["Hoàng", "Nông", "Triệu", "Lộc", "Vi", "Hứa", "Lương", "Đặng"];
    private static readonly string[] Givens = ["An", "Bình", "Chiến", "Giang", "Hạnh", "Khánh", "Lan", "Nam", "Phúc", "Quý", "Sơn", "Thuỷ", "Vinh", "Yến"];

    /// <summary>So many households a commune: enough for checks that ask for thirty.</summary>
    public const int PerCommune = 36;

    public string Id => $"{Commune.Code}-{Number:000}";

    public string Name => $"{Families[Number % Families.Length]} Văn {Givens[Number % Givens.Length]} {Givens[Number * 5 % 11]}";

    public int BirthYear => 1950 + Number;

    public string CitizenId => $"020{Commune.Code}{Number:0000}";

    public string Enumerator => $"RSV-{Commune.Code}-{Number % 3}";

    public int Size => 1 + (Number * 7 % 6);

    private int Place => int.Parse(Commune.Code, System.Globalization.CultureInfo.InvariantCulture);

    private bool IsUrban => Commune.Settlement == Settlement.Urban;

    /// <summary>VND a person and month: a fixed share of the households lies under the line, each year one or two fewer.</summary>
    public int Income(int year) => (IsUrban ? 2_000_000 : 1_500_000) * IncomeShare(year) / 100;

    /// <summary>Whether the household lacks the service of that number in a year.</summary>
    public bool Lacks(int service, int year) => ((service * 5) + Number) % 12 < LackedServices(year);

    /// <summary>The class by Decree 07/2021, reckoned here and nowhere else: poor, near_poor, average or non_poor.</summary>
    public string Class(int year) => IncomeShare(year) > 100 ? (IncomeShare(year) > 150 ? "non_poor" : "average") : LackedServices(year) >= 3 ? "poor" : "near_poor";

    public DateTime Start(int year) => new DateTime(year, 10, 1 + (Number / 3), 8, 0, 0).AddMinutes(60 * (Number % 3));

    public DateTime End(int year) => Start(year).AddMinutes(35 + (Number % 9));

    /// <summary>Of 36, eight are under the line in 2022; of these the first rises over it in 2023, the second in 2024, and in every other commune one more.</summary>
    private int IncomeShare(int year)
    {
        if (Number >= 8) return Number < 20 ? 104 + Number : 155 + (Number * 3);
        var risen = Number < year - 2022 || (Number == 5 && year >= 2023 && Place % 2 == 0) || (Number == 6 && year >= 2024 && Place % 3 == 0);
        return risen ? 130 + Number : 60 + (4 * Number);
    }

    private int LackedServices(int year) => Number < 8 ? (Number % 2 == 0 || Number == 5 ? 4 : 2) - (Number == 4 && year >= 2023 ? 2 : 0) : Number % 3;
}
