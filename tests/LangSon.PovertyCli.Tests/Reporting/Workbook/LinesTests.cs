using LangSon.PovertyCli.Reporting.Workbook;

namespace LangSon.PovertyCli.Tests.Reporting.Workbook;

/// <summary>The estimate of how many lines a text takes.</summary>
public sealed class LinesTests
{
    [Theory]
    [InlineData("Huyện Bình Gia", 27, 1)]
    [InlineData("Tỉnh Lạng Sơn, hộ dân tộc thiểu số", 24, 2)]
    [InlineData("một\nhai", 20, 2)]
    [InlineData("", 10, 1)]
    [InlineData("089710ffbf6b5c3abb63de6a51f587182efdaf9ec341cbe41e078391e5a023be", 20, 3)]
    public void Words_wrap_and_long_ones_break(string text, double width, int lines) => Assert.Equal(lines, Lines.Count(text, width, bold: false));
}
