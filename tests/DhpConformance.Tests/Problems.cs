namespace DhpConformance.Tests;

/// <summary>An assertion for checks that find any number of things wrong, and say all of them.</summary>
internal static class Problems
{
    public static void None(IEnumerable<string> problems)
    {
        var all = problems.ToArray();
        Assert.True(all.Length == 0, $"{all.Length} problems:\n{string.Join('\n', all)}");
    }
}
