namespace LangSon.PovertyCli.Reporting.Workbook;

/// <summary>The names by which formulas elsewhere may call figures of the book.</summary>
internal static class CellNames
{
    /// <summary>
    /// The name of a figure, such as <c>poor_rate_2023_181</c>; without a code it is that of the whole. What a name can't
    /// hold becomes a low line.
    /// </summary>
    public static string Of(string measure, string round, string code = "")
    {
        var name = code.Length > 0 ? $"{measure}_{round}_{code}" : $"{measure}_{round}";
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
    }
}
