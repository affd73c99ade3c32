namespace DhpConformance.Tests.Specs;

public sealed class LinkTests
{
    [Fact]
    public void Every_link_leads_somewhere() =>
        Problems.None(
            SpecsFolder.Pages.SelectMany(page => Links.Problems(page, SpecsFolder.Read(page), ReadIfThere)));

    [Theory]
    [InlineData("[a](b.md)")]
    [InlineData("[a](b.md#over-here)")]
    [InlineData("[a](../README.md), [b](#top), [c](https://example.org/x)")]
    [InlineData("[TOP-01]\n\n[TOP-01]: b.md#over-here")]
    [InlineData("`[a](nowhere.md)`")]
    public void A_link_that_leads_somewhere_is_right(string text) =>
        Assert.Empty(Links.Problems("specs/a.md", "# Top\n\n" + text, Elsewhere));

    [Theory]
    [InlineData("[a](nowhere.md)", "specs/a.md: nowhere.md leads nowhere")]
    [InlineData("[a](b.md#nowhere)", "specs/a.md: b.md#nowhere leads nowhere")]
    [InlineData("[a](#nowhere)", "specs/a.md: #nowhere leads nowhere")]
    [InlineData("see [TOP-01]", "specs/a.md: [TOP-01] has no target")]
    [InlineData("[TOP-01]\n\n[TOP-01]: c.md", "specs/a.md: c.md leads nowhere")]
    public void A_link_that_does_not_is_noticed(string text, string problem) =>
        Assert.Equal([problem], Links.Problems("specs/a.md", text, Elsewhere));

    private static string? Elsewhere(string file) => file switch
    {
        "specs/b.md" => "# B\n\n## Over, here!\n",
        "README.md" => "",
        _ => null,
    };

    private static string? ReadIfThere(string file)
    {
        var path = RepositoryRoot.Of(file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
