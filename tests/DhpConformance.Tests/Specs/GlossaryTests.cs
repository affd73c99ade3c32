using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Tests.House;

namespace DhpConformance.Tests.Specs;

/// <summary><c>specs/glossary.md</c> names sources and types that there are.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[][] Rows =
    [
        .. MarkdownTable.AllIn(Glossary)
            .Where(table => table.Header[^1] == "In code")
            .SelectMany(table => table.Rows),
    ];

    private static string Glossary => SpecsFolder.Read("specs/glossary.md");

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

    [Fact]
    public void No_type_has_a_name_that_was_replaced() => Assert.Empty(
        TypeNames(SourceFile.Below("src").Select(file => file.Text)).Intersect(ReplacedNames(Glossary)).Order());

    [Fact]
    public void A_type_with_a_replaced_name_is_noticed() => Assert.Equal(
        ["Trial"], TypeNames(["public sealed record Trial(int A);"]).Intersect(ReplacedNames(Glossary)));

    private static IEnumerable<string> TypeNames(IEnumerable<string> texts) =>
        texts.SelectMany(text => Declaration().Matches(text)).Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<string> ReplacedNames(string page) =>
        MarkdownTable.In(page, "Old name").Rows
            .Where(row => !row[0].Contains('(', StringComparison.Ordinal))
            .SelectMany(row => Quoted().Matches(row[0]))
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^[a-z ]*\b(?:class|record|struct|enum|interface) (?:struct )?(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        var type = typeof(Operation).Assembly.GetType($"DhpConformance.Abstractions.{parts[0]}")
            ?? typeof(History).Assembly.GetExportedTypes().FirstOrDefault(one => one.Name == parts[0]);
        return type is not null && (parts.Length == 1 || type.GetMember(parts[1]).Length > 0);
    }
}
