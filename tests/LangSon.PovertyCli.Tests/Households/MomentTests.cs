using System.Text;
using LangSon.Poverty.Households;

namespace LangSon.PovertyCli.Tests.Households;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2023-10-05 08:30", "2023-10-05 08:30")]
    [InlineData("2023-10-05T08:30:59.000+07:00", "2023-10-05 08:30")]
    [InlineData("5/10/2023 8:05", "2023-10-05 08:05")]
    [InlineData("8:30 05/10/2023", "2023-10-05 08:30")]
    [InlineData("05/10/2023 2:30 PM", "2023-10-05 14:30")]
    [InlineData("05/10/2023 2:30 CH", "2023-10-05 14:30")]
    [InlineData("05/10/2023 12:10 AM", "2023-10-05 00:10")]
    [InlineData("05/10/2023", "2023-10-05 ")]
    [InlineData("8:30", " 08:30")]
    [InlineData("45204.5", "2023-10-05 12:00")]
    [InlineData("45204", "2023-10-05 ")]
    [InlineData("31/02/2023 8:30", null)]
    [InlineData("05/10/2023 25:00", null)]
    [InlineData("05/10/2023 8:61", null)]
    [InlineData("thứ năm", null)]
    [InlineData("2023", null)]
    [InlineData(":", null)]
    public void A_day_a_time_or_both_are_read(string text, string? read)
    {
        var isRead = Moment.TryParse(Encoding.UTF8.GetBytes(text), out var moment);
        Assert.Equal(read, isRead ? $"{moment.Day:yyyy-MM-dd} {moment.Time:HH:mm}" : null);
    }

    [Theory]
    [InlineData("2023-10-05 08:30", "2023-10-05 08:31", true)]
    [InlineData("2023-10-05 08:30", "2023-10-05 08:30", false)]
    [InlineData("2023-10-05", "2023-10-05 08:30", false)]
    [InlineData("2023-10-04 23:00", "2023-10-05 08:30", true)]
    [InlineData("08:29", "08:30", true)]
    [InlineData("08:29", "2023-10-05 08:30", false)]
    public void Only_what_both_tell_is_compared(string first, string second, bool isBefore)
    {
        Assert.True(Moment.TryParse(Encoding.UTF8.GetBytes(first), out var one));
        Assert.True(Moment.TryParse(Encoding.UTF8.GetBytes(second), out var other));
        Assert.Equal(isBefore, one.IsBefore(other));
        Assert.False(isBefore && other.IsBefore(one));
    }
}
