namespace DhpConformance.Tests;

/// <summary>An assertion for checks that find any number of things wrong, and say all of them.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToArray();
        Assert.True(all.Length == 0, $"{all.Length} complaints:\n{string.Join('\n', all)}");
    }
}
