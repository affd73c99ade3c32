using DhpConformance.Engine.Attribution;

namespace DhpConformance.Tests.Specs;

/// <summary>
/// <c>specs/judging.md</c> lists the ambiguities that the judge resolves, for each rule in the order in which it tries
/// them.
/// </summary>
public sealed class AmbiguityTableTests
{
    [Fact]
    public void The_table_of_ambiguities_equals_the_experiments()
    {
        var page = MarkdownTable.In(SpecsFolder.Read("specs/judging.md"), "Executed again");
        Assert.Equal(
            ByRule(Ambiguity.All.Select(one => $"{one.Rule}: {string.Join(", ", one.Better)}")),
            ByRule(page.Rows.SelectMany(row => row[1].Split("<br>"))));
    }

    // Stable: the entries of one rule keep their order.
    private static IEnumerable<string> ByRule(IEnumerable<string> entries) =>
        entries.OrderBy(entry => entry[..entry.IndexOf(':', StringComparison.Ordinal)], StringComparer.Ordinal);
}
