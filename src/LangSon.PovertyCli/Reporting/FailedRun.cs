using System.Text.Json;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Running;

namespace LangSon.PovertyCli.Reporting;

/// <summary>
/// <c>OUT.failed.json</c> beside the output folder: why a run wrote nothing. It is a courtesy to whoever looks later, so a
/// place where it can't be written is passed over.
/// </summary>
internal static class FailedRun
{
    /// <summary>Writes it, replacing that of an earlier run.</summary>
    public static void Write(OutputTarget target, RunReport? report, ExitCode code)
    {
        try
        {
            var temporary = $"{PathOf(target)}.{Path.GetRandomFileName()}";
            using (var stream = new FileStream(temporary, FileMode.CreateNew))
            {
                if (report is { Outcome.Results: null }) RunJson.Write(stream, report, [], [], new Dictionary<string, long>(), target.FullPath, null);
                else WriteShort(stream, code);
            }
            File.Move(temporary, PathOf(target), overwrite: true);
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            // The exit code and the lines on stderr have said it already.
        }
    }

    /// <summary>A run that succeeded leaves no old failure beside it.</summary>
    public static void Remove(OutputTarget target)
    {
        try
        {
            File.Delete(PathOf(target));
        }
        catch (Exception error) when (WriteFault.IsOne(error))
        {
            // A stale note harms less than a failed run.
        }
    }

    /// <summary>The exit code of a failure.</summary>
    public static ExitCode CodeOf(Exception failure) => failure switch
    {
        ExitException exit => exit.Code,
        OperationCanceledException => ExitCode.Interrupted,
        _ => ExitCode.Internal,
    };

    private static string PathOf(OutputTarget target) => target.FullPath + ".failed.json";

    private static void WriteShort(Stream stream, ExitCode code)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("tool", $"poverty {Product.Version}");
        json.WriteNumber("exitCode", (int)code);
        json.WriteStartArray("reasons");
        json.WriteStringValue($"{(int)code}: {Because(code).In(Language.English)}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Phrase Because(ExitCode code) => code switch
    {
        ExitCode.Input => new("thiếu tệp đầu vào hoặc tệp không dùng được", "an input is missing or cannot be used"),
        ExitCode.Output => new("không ghi được kết quả", "the output could not be written"),
        ExitCode.Interrupted or ExitCode.Terminated => new("bị ngắt", "interrupted"),
        _ => new("lỗi của chương trình", "a fault of the program"),
    };
}
