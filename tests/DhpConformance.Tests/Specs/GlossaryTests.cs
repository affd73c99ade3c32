using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Specs;

/// <summary><c>specs/glossary.md</c> names sources and types that there are.</summary>
public sealed class GlossaryTests
{
    private static readonly string[][] Rows =
        [.. MarkdownTable.AllIn(SpecsFolder.Read("specs/glossary.md")).SelectMany(table => table.Rows)];

    [Fact]
    public void Every_source_is_listed() =>
        Assert.All(
            Rows.SelectMany(row => row[2].Split(", ")).Where(source => source != "–"),
            source => Assert.Contains(source, Ids.Sources));

    [Fact]
    public void Every_type_and_member_exists() =>
        Assert.All(
            Rows.Select(row => row[3]).Where(cell => cell != "–").Select(cell => cell.Split('[', ']')[1]),
            name => Assert.True(Exists(name), $"There is no {name}."));

    [Theory]
    [InlineData("Observation.Unitz")]
    [InlineData("Partitoin")]
    public void A_name_that_does_not_exist_is_noticed(string name) => Assert.False(Exists(name));

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        var type = typeof(Operation).Assembly.GetType($"DhpConformance.Abstractions.{parts[0]}");
        return type is not null && (parts.Length == 1 || type.GetMember(parts[1]).Length > 0);
    }
}
