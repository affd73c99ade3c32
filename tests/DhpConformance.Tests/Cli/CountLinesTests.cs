using DhpConformance.Cli.Output;

namespace DhpConformance.Tests.Cli;

/// <summary>What takes minutes says in a log that it goes on.</summary>
public sealed class CountLinesTests
{
    [Theory]
    [InlineData(25, "3 of 25 mutants,5 of 25 mutants,8 of 25 mutants,10 of 25 mutants,13 of 25 mutants,"
        + "15 of 25 mutants,18 of 25 mutants,20 of 25 mutants,23 of 25 mutants,25 of 25 mutants")]
    [InlineData(2, "1 of 2 mutants,2 of 2 mutants")]
    public void There_is_a_line_for_each_tenth(int count, string lines)
    {
        using var output = new StringWriter { NewLine = "," };
        var counting = new CountLines(output, "mutants", count);
        Parallel.For(0, count, _ => counting.CountOne());
        Assert.Equal(lines + ",", output.ToString());
    }
}
