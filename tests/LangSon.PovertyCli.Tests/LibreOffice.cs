using System.Diagnostics;

namespace LangSon.PovertyCli.Tests;

/// <summary>Calculates workbooks by an office program that is none of ours; .ci/run installs it where it is lacking.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Why nothing can be calculated; null where it can.</summary>
    public static string? Lacking => Program is null ? "LibreOffice (soffice) is not on the PATH: formulas are not calculated by it." : null;

    /// <summary>Opens a workbook, calculates what has no stored value, and saves it again.</summary>
    public static async Task<byte[]> Calculate(byte[] workbook)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["book.xlsx"], workbook);
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation={new Uri(folder["profile"])}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder["out"], folder["book.xlsx"] })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(File.Exists(folder["out/book.xlsx"]), $"soffice wrote no workbook: {await output}{await error}");
        return await File.ReadAllBytesAsync(folder["out/book.xlsx"]);
    }
}

/// <summary>A test that needs LibreOffice, and is skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.Lacking;
}
