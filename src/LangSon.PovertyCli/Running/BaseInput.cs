using System.Security.Cryptography;
using LangSon.Poverty.Aggregation;
using LangSon.Poverty.Collection;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Standards;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Reading;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Running;

/// <summary>The approved result that a run is measured from, and the round that it is of.</summary>
/// <param name="Plan">The plan; with a round of counts more where it had none of the year.</param>
/// <param name="Result">The approved figures.</param>
/// <param name="RoundId">The id of their round in the plan.</param>
internal sealed record BaseInput(RunPlan Plan, OfficialResult Result, string RoundId)
{
    /// <summary>Reads the base of a plan; null when it names none or, reported, one of no use.</summary>
    public static BaseInput? Of(RunPlan plan, List<PlainTable> tables, RunFaults faults)
    {
        if (plan.BaseFile is not { } file) return null;
        try
        {
            if (!IsAsApproved(plan, file, faults, out var approval)) return null;
            using var rows = HouseholdFile.Open(file.Path, file.Name, ReadingOptions.Default);
            var result = OfficialResult.Read(rows, approval);
            tables.Add(result.Table);
            return result.Table.Faults.Count > 0 ? null : Of(plan, file, result, faults);
        }
        catch (FileRefusedException refusal)
        {
            faults.Add(refusal.Finding);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Missing(file.Name, new("không đọc được tệp", "it cannot be read"));
        }
        return null;
    }

    /// <summary>Complains of a round that another standard judges than the one by which its result was approved.</summary>
    public static void Check(Round round, RunFaults faults)
    {
        if (round.Approved is not { } approved || approved.Standard == round.StandardName) return;
        Fault(faults, approved.Table.File, new(
            $"kết quả kỳ {approved.Round} được phê duyệt theo {approved.Standard}, còn lần chạy này tính kỳ {round.Id} theo {round.StandardName}; hãy đặt \"standard\" của kỳ này cho đúng hoặc bỏ \"base\"",
            $"the result of {approved.Round} was approved by {approved.Standard}, but this run judges the round {round.Id} by {round.StandardName}; give the round that \"standard\" or leave \"base\" out"));
    }

    private static BaseInput? Of(RunPlan plan, InputFile file, OfficialResult result, RunFaults faults)
    {
        var ofYear = plan.Rounds.Where(round => round.Year == result.Year).ToArray();
        if ((ofYear.FirstOrDefault(round => round.Id == result.Round) ?? ofYear.LastOrDefault()) is { } known)
            return new BaseInput(plan with { Rounds = [.. plan.Rounds.Select(round => round == known ? round with { Status = "approved", Decision = result.Decision } : round)] }, result, known.Id);
        // A file without its record does not tell the day.
        var date = result.Date ?? RoundReader.LastDayOfReview(result.Year);
        if (date >= plan.Rounds[^1].Date)
        {
            Fault(faults, file.Name, new($"kết quả phê duyệt là của năm {result.Year}, không trước kỳ nào để so sánh", $"the approved result is of {result.Year}, before no round that could be compared"));
            return null;
        }
        if (StandardOf(result.Standard, plan) is not { } standard)
        {
            Fault(faults, file.Name, new($"không rõ chuẩn \"{result.Standard}\" của kết quả phê duyệt; hãy khai báo tệp chuẩn đó cho một kỳ", $"the standard \"{result.Standard}\" of the approved result is not known; name its file for a round"));
            return null;
        }
        if (plan.Rounds.Any(round => round.Id == result.Round))
        {
            Fault(faults, file.Name, new($"kỳ \"{result.Round}\" của kết quả phê duyệt trùng tên với một kỳ của năm khác", $"the round \"{result.Round}\" of the approved result bears the id of a round of another year"));
            return null;
        }
        var round = new RoundPlan { Id = result.Round, Year = result.Year, Date = date, Standard = standard, Status = "approved", Decision = result.Decision };
        return new BaseInput(plan with { Rounds = [.. plan.Rounds.Append(round).OrderBy(other => other.Date).ThenBy(other => other.Id, StringComparer.Ordinal)] }, result, round.Id);
    }

    /// <summary>A standard that the program ships with, or one of the user's own that a round of the plan names.</summary>
    private static StandardChoice? StandardOf(string id, RunPlan plan) => StandardLibrary.ById(id) is not null ? new StandardChoice.ById(id)
        : plan.Rounds.SelectMany(round => round.Also.Prepend(round.Standard)).OfType<StandardChoice.FromFile>().FirstOrDefault(own => RoundLaws.Read(own.File, new RunFaults())?.Id == id);

    /// <summary>Whether the file is the one that was approved, as far as a record beside it tells.</summary>
    private static bool IsAsApproved(RunPlan plan, InputFile file, RunFaults faults, out Approval? approval)
    {
        approval = null;
        if (plan.ApprovalFile is not { } record) return true;
        var root = JsonPart.Read(File.ReadAllBytes(record.Path));
        approval = Approval.Read(root);
        faults.RunFile(record.Name, root.Faults);
        if (approval is null) return false;
        using var stream = File.OpenRead(file.Path);
        if (string.Equals(Convert.ToHexString(SHA256.HashData(stream)), approval.OfficialHash, StringComparison.OrdinalIgnoreCase)) return true;
        Fault(faults, file.Name, new($"{Approval.OfficialFile} đã bị sửa sau khi phê duyệt; hãy lấy lại tệp gốc", $"{Approval.OfficialFile} was changed after approval; bring the original back"));
        return false;
    }

    private static void Fault(RunFaults faults, string file, Phrase reason) => faults.RunFile(file, [new JsonFault(0, "base", reason)]);
}
