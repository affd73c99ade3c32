using DhpConformance.Engine.Attribution;


namespace DhpConformance.Tests.Specs;

/// <summary><c>specs/judging.md</c> and the judge know the same doubts, in the same order.</summary>
public sealed class AmbiguityTableTests
{
    [Fact]
    public void The_table_of_doubts_equals_what_is_executed_once_more()
    {
        var page = MarkdownTable.In(SpecsFolder.Read("specs/judging.md"), "Seems to be");
        Assert.Equal(
            Ambiguity.All.Select(doubt => $"{doubt.Rule}: {string.Join(", ", doubt.Better)}"),
            page.Rows.Select(row => $"{row[0]}: {row[2]}"));
    }
}
