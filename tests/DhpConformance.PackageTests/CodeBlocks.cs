namespace DhpConformance.PackageTests;

/// <summary>What a page shows between fences, as somebody copies it.</summary>
internal sealed class CodeBlocks(string page)
{
    private const string Fence = "```";

    /// <summary>The only block with this in it.</summary>
    public string With(string text) => Assert.Single(
        File.ReadAllText(page).ReplaceLineEndings("\n").Split($"\n{Fence}")
            .Where((_, place) => place % 2 == 1)
            .Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
        block => block.Contains(text, StringComparison.Ordinal));
}
