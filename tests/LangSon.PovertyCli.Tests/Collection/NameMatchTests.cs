using System.Text;
using LangSon.Poverty.Collection;

namespace LangSon.PovertyCli.Tests.Collection;

/// <summary>How names are compared that were typed on different days.</summary>
public sealed class NameMatchTests
{
    [Theory]
    [InlineData("Hoàng Thị Mẫu", "HOÀNG  THỊ MẪU", 1000, 1000)]
    [InlineData("Hoàng Thị Mẫu", "Hoang Thi Mau", 980, 980)]
    [InlineData("Hoà Văn Đỏ", "Hòa Văn Đỏ", 980, 1000)]
    [InlineData("Đặng Vỹ", "Ðặng Vĩ", 980, 980)]
    [InlineData("Triệu Văn Giả", "Văn Triệu Giả", 900, 979)]
    [InlineData("Triệu Văn Giả", "Triệu Văn Gải", 850, 979)]
    [InlineData("Triệu Văn Giả", "Triệu Van Gia", 980, 980)]
    [InlineData("Triệu Văn Giả", "Triệu Thị Giả", 0, 0)]
    [InlineData("Nguyễn Văn An", "Trần Văn Bình", 0, 0)]
    public void Marks_capitals_order_and_slips_lower_the_likeness_and_another_name_ends_it(string a, string b, int least, int most)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var (one, other) = (new NameMatch(a), new NameMatch(b.Normalize(form)));
            Assert.InRange(one.Likeness(other), least, most);
            Assert.Equal(one.Likeness(other), other.Likeness(one));
        }
    }
}
