namespace DhpConformance.Tests;

public sealed class ApprovedTests
{
    [Fact]
    public void Equal_texts_do_not_differ() => Assert.Null(Approved.Difference("a.md", "1\n2\n", "1\n2\n"));

    [Theory]
    [InlineData("1\n2\n", "1\n3\n", "line 2")]
    [InlineData("1\n", "1\n2\n", "line 2")]
    [InlineData("", "1\n", "line 1")]
    public void The_first_difference_is_shown_with_the_command_that_accepts_it(string has, string wants, string line)
    {
        var difference = Approved.Difference("specs/a.md", has, wants);
        Assert.Contains(line, difference, StringComparison.Ordinal);
        Assert.Contains("cp .artifacts/received/specs/a.md specs/a.md", difference, StringComparison.Ordinal);
    }
}
