namespace LangSon.PovertyCli.Tests.Commands;

public sealed class ExitsTests
{
    /// <summary>The precedence of the documentation, from the strongest.</summary>
    private static readonly int[] Order = [70, 143, 130, 5, 6, 2, 4, 7, 1, 3, 0];

    [Fact]
    public void Of_two_codes_the_stronger_stands_in_either_order()
    {
        for (var i = 0; i < Order.Length; i++)
        {
            for (var j = i; j < Order.Length; j++)
            {
                Assert.Equal(Order[i], (int)Exits.Combine([(ExitCode)Order[i], (ExitCode)Order[j]]));
                Assert.Equal(Order[i], (int)Exits.Combine([(ExitCode)Order[j], (ExitCode)Order[i]]));
            }
        }
    }

    [Fact]
    public void Every_code_has_its_place() => Assert.Equal(Enum.GetValues<ExitCode>().Select(code => (int)code).Order(), Order.Order());

    [Fact]
    public void No_reason_at_all_is_done() => Assert.Equal(ExitCode.Done, Exits.Combine([]));
}
