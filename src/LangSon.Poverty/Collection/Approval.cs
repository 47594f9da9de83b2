using System.Globalization;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>The act by which the province approves the result of a round (phê duyệt kết quả): the base from which later years are measured.</summary>
/// <param name="RunId">The run whose result it is.</param>
/// <param name="Round">The id of the round.</param>
/// <param name="Year">The year that the round stands for.</param>
/// <param name="Date">The day of the round.</param>
/// <param name="Standard">The standard that judged it, as outputs name it.</param>
/// <param name="Decision">The number of the decision, such as <c>2145/QĐ-UBND</c>.</param>
/// <param name="DecisionDate">The day of the decision.</param>
/// <param name="RunHash">The SHA-256 of run.json, in lower-case hexadecimal digits.</param>
/// <param name="OfficialHash">The SHA-256 of official.csv, likewise.</param>
public sealed record Approval(
    string RunId, string Round, int Year, DateOnly Date, string Standard, string Decision, DateOnly DecisionDate, string RunHash, string OfficialHash)
{
    /// <summary>The file that records it.</summary>
    public const string FileName = "approval.json";

    /// <summary>The file with the approved figures.</summary>
    public const string OfficialFile = "official.csv";

    /// <summary>The decision as outputs name it: its number and its day.</summary>
    public string Shown => Named(Decision, DecisionDate);

    /// <summary>A decision as outputs name it.</summary>
    public static string Named(string decision, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{decision}, {day:yyyy-MM-dd}");

    /// <summary>Reads the record; null, with the faults in <paramref name="root"/>, when it is none.</summary>
    public static Approval? Read(JsonPart root)
    {
        if (!root.AsObject()) return null;
        string Text(string name) => root.Require(name)?.AsText() ?? "";
        DateOnly Day(string name) => root.Require(name)?.AsDay() ?? default;
        var hashes = root.Require("sha256");
        var approval = new Approval(Text("runId"), Text("round"), root.Require("year")?.AsWhole(0, 9999) ?? 0, Day("date"), Text("standard"), Text("decision"), Day("decisionDate"),
            hashes?.Require("run.json")?.AsText() ?? "", hashes?.Require(OfficialFile)?.AsText() ?? "");
        return root.Faults.Count == 0 ? approval : null;
    }
}
