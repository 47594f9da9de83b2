using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>A household that bears another id in a later round, as a person has confirmed.</summary>
/// <param name="Row">The row that says so.</param>
/// <param name="RoundFrom">The number of the earlier round.</param>
/// <param name="IdFrom">Its id there as lists show it.</param>
/// <param name="RoundTo">The number of the later round.</param>
/// <param name="IdTo">Its id there.</param>
public sealed record HouseholdLink(PlainTable.Row Row, int RoundFrom, string IdFrom, int RoundTo, string IdTo)
{
    private static readonly string[] Yes = ["x", "1", "có", "yes", "true", "đúng"];
    private static readonly string[] No = ["", "0", "không", "no", "false", "sai"];

    /// <summary>
    /// The links of a table that are confirmed; a suggestion that nobody has confirmed links nothing. Unknown rounds, rounds in
    /// the wrong order and a household linked twice are faults of the table.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="rounds">The ids of the rounds, by date.</param>
    public static IReadOnlyList<HouseholdLink> Read(PlainTable table, IReadOnlyList<string> rounds)
    {
        var links = new List<HouseholdLink>();
        var (starts, ends) = (new HashSet<(int, string, int)>(), new HashSet<(int, string)>());
        foreach (var row in table.Rows)
        {
            var word = Folding.Key(row["confirmed"]);
            if (No.Contains(word)) continue;
            if (!Yes.Contains(word))
            {
                row.Fault("confirmed", new($"\"{row["confirmed"]}\" không phải x (đã xác nhận) hay để trống", $"\"{row["confirmed"]}\" is neither x (confirmed) nor blank"));
                continue;
            }
            var link = new HouseholdLink(row, RoundOf(row, "round_from", rounds), row.Text("id_from"), RoundOf(row, "round_to", rounds), row.Text("id_to"));
            if (link.RoundFrom < 0 || link.RoundTo < 0 || link.IdFrom.Length == 0 || link.IdTo.Length == 0) continue;
            if (link.RoundFrom >= link.RoundTo) row.Fault("round_to", new("phải là kỳ sau kỳ ở cột round_from", "is not a round after that of round_from"));
            else if (!starts.Add((link.RoundFrom, link.IdFrom, link.RoundTo))) row.Fault("id_from", new($"hộ {link.IdFrom} đã được nối với hộ khác", $"household {link.IdFrom} is already linked to another"));
            else if (!ends.Add((link.RoundTo, link.IdTo))) row.Fault("id_to", new($"hộ {link.IdTo} đã được nối với hộ khác", $"household {link.IdTo} is already linked to another"));
            else links.Add(link);
        }
        return links;
    }

    private static int RoundOf(PlainTable.Row row, string column, IReadOnlyList<string> rounds)
    {
        var id = row.Text(column);
        var number = rounds.ToList().IndexOf(id);
        if (number < 0 && id.Length > 0)
            row.Fault(column, new Phrase($"không có kỳ nào tên \"{id}\"", $"no round is called \"{id}\"").With(Nearest.Hint(Nearest.To(id, rounds))));
        return number;
    }
}

/// <summary>A link in force.</summary>
/// <param name="Link">The link.</param>
/// <param name="Key">The key that its household has in all rounds.</param>
public sealed record AppliedLink(HouseholdLink Link, UInt128 Key);
