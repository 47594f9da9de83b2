using System.Net;
using LangSon.PovertyCli.Tests.Reading;

namespace LangSon.PovertyCli.Tests.Households;

/// <summary>Writes tables as workbooks.</summary>
internal static class Books
{
    /// <summary>The table in one sheet, every cell a text; those that hold <paramref name="mark"/> have the content given instead.</summary>
    public static byte[] Of(Form form, string? mark = null, string content = "") => Of(form, (text, _) => text == mark ? content : null);

    /// <summary>The table with numbers as numbers, codes among them, as spreadsheets make of a text file that they open.</summary>
    public static byte[] Typed(Form form) => Of(form, (text, row) => row > 0 && text.Length > 0 && text.All(char.IsAsciiDigit) ? $"<v>{text.TrimStart('0').PadLeft(1, '0')}</v>" : null);

    private static byte[] Of(Form form, Func<string, int, string?> content) => Xlsx.Of(string.Concat(form.Table.Select((row, i) =>
        "<row>" + string.Concat(row.Select(text => content(text, i) is { } own
            ? $"<c>{own}</c>"
            : $"<c t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>")) + "</row>")));
}
