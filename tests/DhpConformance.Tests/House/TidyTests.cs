namespace DhpConformance.Tests.House;

public sealed class TidyTests
{
    [Fact]
    public void Every_file_is_tidy() => Problems.None(SourceFile.All.SelectMany(Tidy.Problems));

    [Fact]
    public void There_are_files_to_look_at() => Assert.True(SourceFile.All.Count() > 40);

    [Theory]
    [InlineData("src/A/Long.cs", 401)]
    [InlineData("tests/A/Long.cs", 501)]
    public void A_long_file_is_noticed(string name, int lines) =>
        Assert.Contains("cut it along a concept", Only(name, Repeat("x", lines)), StringComparison.Ordinal);

    [Theory]
    [InlineData("src/A/Full.cs", 400)]
    [InlineData("tests/A/Full.cs", 500)]
    public void A_file_may_be_as_long_as_the_limit(string name, int lines) =>
        Assert.Empty(Tidy.Problems(new(name, Repeat("x", lines))));

    [Fact]
    public void A_wide_line_is_noticed() =>
        Assert.StartsWith("src/A/B.cs(2): 121 columns", Only("src/A/B.cs", "x\n" + new string('x', 121)));

    [Fact]
    public void A_long_method_is_noticed() =>
        Assert.Contains("a block of 61 lines", Only("src/A/B.cs", Method(lines: 61)), StringComparison.Ordinal);

    [Fact]
    public void A_method_may_be_as_long_as_the_limit() =>
        Assert.Empty(Tidy.Problems(new("src/A/B.cs", Method(lines: 60))));

    [Theory]
    [InlineData("src/A/StringHelper.cs", "")]
    [InlineData("src/Common/A.cs", "")]
    [InlineData("src/A/B.cs", "internal static class PathUtils;")]
    [InlineData("src/A/B.cs", "    public sealed record struct UnitManager(int A);")]
    public void A_junk_drawer_is_noticed(string name, string text) =>
        Assert.Contains("say what it is", Only(name, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("TO" + "DO")]
    [InlineData("FIX" + "ME")]
    [InlineData("#reg" + "ion Fields")]
    public void A_note_to_oneself_is_noticed(string text) =>
        Assert.Contains("where it is seen", Only("src/A/B.cs", "// " + text), StringComparison.Ordinal);

    [Fact]
    public void A_suppression_without_a_reason_is_noticed() =>
        Assert.Contains("says why", Only("src/A/B.cs", "#pragma warning disable CA1000"), StringComparison.Ordinal);

    [Fact]
    public void A_suppression_with_a_reason_is_not() =>
        Assert.Empty(Tidy.Problems(new("src/A/B.cs", "#pragma warning disable CA1000 // The wire asks for it.")));

    private static string Only(string name, string text) => Assert.Single(Tidy.Problems(new(name, text)));

    private static string Repeat(string line, int count) => string.Join('\n', Enumerable.Repeat(line, count));

    /// <summary>A type of more lines than a block may have, with a method of this many.</summary>
    private static string Method(int lines) =>
        $$"""
        internal sealed class A
        {
            void B()
            {
        {{Repeat("        C();", lines - 2)}}
            }

            void D() =>
                E();
        }
        """;
}
