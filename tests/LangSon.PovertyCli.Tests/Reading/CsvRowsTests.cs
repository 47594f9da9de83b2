using System.Text;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;

namespace LangSon.PovertyCli.Tests.Reading;

public sealed class CsvRowsTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("a,b\n1,2\n", "comma")]
    [InlineData("a;b\n1,5;2,5\n3,5;4\n", "semicolon")]
    [InlineData("a\tb\n1;2\t3\n", "tab")]
    [InlineData("sep=;\na;b\n1;2\n", "named")]
    [InlineData("Danh sách hộ, năm 2023\n\na;b\n1;2\n3;4\n", "title")]
    public void The_delimiter_is_the_one_that_stands_equally_often_on_most_lines(string text, string what)
    {
        var rows = _files.Rows("h.csv", text);
        Assert.True(rows.Count(row => row.Length == 2) >= 2, what);
        Assert.Contains(rows, row => row is ["a", "b"]);
    }

    [Fact]
    public void A_delimiter_inside_quotes_does_not_count()
    {
        Assert.Equal(["x;y", "1"], _files.Rows("h.csv", "a,b\n\"x;y\",1\n\"z;w\",2\n")[1]);
    }

    [Theory]
    [InlineData("sep=;\na,b\n1,2\n", true)]
    [InlineData("sep=;\na\tb\n1\t2\n", true)]
    [InlineData("sep=;\na;b\n1,5;2,5\n", false)]
    [InlineData("sep=;\na\n1\n", false)]
    [InlineData("sep=|\na|b\n1|2\n", false)]
    [InlineData("a,b\n1,2\n", false)]
    public void A_first_line_that_names_a_delimiter_which_stands_nowhere_refuses_the_file(string text, bool refused)
    {
        var refusal = Record.Exception(() => _files.Rows("h.csv", text)) as FileRefusedException;
        Assert.Equal(refused ? ("PV1013", 1) : (null, 0), (refusal?.Finding.Code, refusal?.Finding.Place.Line ?? 0));
    }

    [Fact]
    public void A_bar_is_no_delimiter()
    {
        Assert.Equal(["a|b|c"], _files.Rows("h.csv", "a|b|c\n1|2|3\n")[0]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", false)]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n", false)]
    [InlineData("a,b\r1,2\r3,4\r", true)]
    [InlineData("a,b\r\n1,2\n3,4\n", true)]
    [InlineData("a,b\r\n1,\"2\n\"\r\n3,4\r\n", false)]
    public void Every_line_end_is_read_and_odd_ones_are_told(string text, bool odd)
    {
        using var source = _files.Open("h.csv", text);
        Assert.Equal(["3", "4"], Files.Rows(source)[2]);
        Assert.Equal(odd ? ["PV1012"] : [], source.FileFindings.Select(finding => finding.Code));
    }

    [Fact]
    public void Mixed_line_ends_far_into_a_file_are_told()
    {
        using var source = _files.Open("h.csv", string.Concat(Enumerable.Repeat("1,2\r\n", 50_000)) + "1,2\n1,2\n");
        Assert.Equal(50_002, Files.Rows(source).Count);
        Assert.Equal("PV1012", Assert.Single(source.FileFindings).Code);
    }

    [Fact]
    public void Lines_count_every_line_of_the_file()
    {
        using var source = _files.Open("h.csv", "a,b\n\n\"x\ny\",1\n2,3\n");
        var lines = new List<long>();
        while (source.Read()) lines.Add(source.Line);
        Assert.Equal([1, 2, 3, 5], lines);
        Assert.Equal(18, source.BytesRead + 1);
    }

    [Theory]
    [InlineData("1,a\"b")]
    [InlineData("1,\"a\"b")]
    public void A_stray_quote_is_the_fault_of_its_row_alone(string row)
    {
        using var source = _files.Open("h.csv", $"a,b\n{row}\n1,2\n");
        var faults = new List<RowFault>();
        while (source.Read()) faults.Add(source.Fault);
        Assert.Equal([RowFault.None, RowFault.StrayQuote, RowFault.None], faults);
    }

    [Theory]
    [InlineData("a,b\n1,\"x\n2,3\n", "2")]
    [InlineData("a,b\n\"x\n\",\"y\n2,3\n", "3")]
    [InlineData("a,b\n1,x\"y,\"z\n2,3\n", "2")]
    [InlineData("a,b\n1,x\"y,2\n\"z\n2,3\n", "3")]
    public void A_quote_that_is_never_closed_is_named_by_its_line(string text, string line)
    {
        var finding = _files.Refused("h.csv", text);
        Assert.Equal("PV1020", finding.Code);
        Assert.Equal(line, finding.Detail("line"));
    }

    [Fact]
    public void An_open_quote_in_a_large_file_is_named_without_reading_it_all()
    {
        var text = new StringBuilder("a,b\n").Insert(0, "\uFEFF");
        for (var i = 0; i < 100; i++) text.Append("1,2\n");
        text.Append("\"x\ny\",\"z\n");
        for (var i = 0; i < 2_000_000; i++) text.Append("123,4567890\n");
        var finding = _files.Refused("h.csv", text.ToString());
        Assert.Equal(("PV1020", "103"), (finding.Code, finding.Detail("line")));
    }

    [Fact]
    public void A_line_of_many_mebibytes_is_refused()
    {
        var finding = _files.Refused("h.csv", "a,b\n" + new string('x', 20 << 20));
        Assert.Equal("PV1045", finding.Code);
        Assert.Equal("line 2 is longer than 8 MiB", finding.Detail("reason"));
    }

    [Fact]
    public void Doubled_quotes_are_one()
    {
        Assert.Equal(["say \"a\"", "1"], _files.Rows("h.csv", "a,b\n\"say \"\"a\"\"\",1\n")[1]);
    }

    [Fact]
    public void A_field_past_the_end_is_empty()
    {
        using var source = _files.Open("h.csv", "a,b,c\n1,2\n");
        source.Read();
        source.Read();
        Assert.Equal(2, source.FieldCount);
        Assert.True(source[2].IsEmpty);
        Assert.True(source.FixedWidth);
    }

    [Fact]
    public void Reading_a_row_allocates_nothing()
    {
        var text = new StringBuilder("id,commune,income,note\n");
        for (var i = 0; i < 120_000; i++) text.Append(i).Append(",05900,1500000,\"Hữu Lũng, \"\"x\"\"\"\r\n");
        using var source = _files.Open("h.csv", text.ToString());
        long bytes = 0;
        for (var i = 0; i < 10_000; i++) Take(source, ref bytes);
        // The runtime itself may take a few kilobytes while it compiles; the quietest of ten stretches is the reader's own.
        var least = long.MaxValue;
        for (var stretch = 0; stretch < 10; stretch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 11_000; i++) Take(source, ref bytes);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.InRange(least, 0, 1024);
    }

    private static void Take(RowSource source, ref long bytes)
    {
        source.Read();
        for (var i = 0; i < source.FieldCount; i++) bytes += source[i].Length;
        bytes += source.RowBytes.Length + source.Line;
    }
}
