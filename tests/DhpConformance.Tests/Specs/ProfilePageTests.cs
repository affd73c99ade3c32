using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Specs;

/// <summary><c>specs/profiles.md</c> and the catalogue say the same.</summary>
public sealed class ProfilePageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Of("specs", "profiles.md"));

    [Fact]
    public void The_table_of_profiles_equals_the_catalogue() =>
        Assert.Equal(ProfileCatalog.All.Select(Describe), MarkdownTable.In(Page, "Profile").Rows.Select(Join));

    [Fact]
    public void The_matrix_equals_the_catalogue()
    {
        var matrix = MarkdownTable.In(Page, "Operation");
        var written = from row in matrix.Rows
                      from column in Enumerable.Range(2, matrix.Header.Length - 2)
                      where row[column] == "yes"
                      from profile in ProfileCatalog.All
                      where Names(matrix.Header[column], profile.Name)
                      select $"{profile.Name}: {row[0]} {row[1]}";
        var meant = from profile in ProfileCatalog.All
                    from cell in profile.Capabilities
                    select $"{profile.Name}: {Words.Of(cell.Operation)} {DisplayName(cell.Kind)}";
        Assert.Equal(meant.Order(), written.Order());
    }

    [Fact]
    public void The_matrix_has_a_row_for_every_cell_and_a_column_for_every_profile()
    {
        var matrix = MarkdownTable.In(Page, "Operation");
        var cells = from operation in Enum.GetValues<HotOperation>()
                    from kind in Enum.GetValues<UnitKind>()
                    select $"{Words.Of(operation)} {DisplayName(kind)}";
        Assert.Equal(cells, matrix.Rows.Select(row => $"{row[0]} {row[1]}"));
        Assert.All(
            ProfileCatalog.All,
            profile => Assert.Single(matrix.Header[2..], column => Names(column, profile.Name)));
    }

    [Fact]
    public void The_profile_shown_as_an_example_can_be_read()
    {
        var json = Page.Split("```json")[1].Split("```")[0];
        var profile = JsonSerializer.Deserialize(json, VocabularyJson.Default.Profile)!;
        Assert.True(profile.Supports(HotOperation.Remove, UnitKind.Processor));
    }

    [Fact]
    public void A_profile_is_found_by_name_whatever_the_case() =>
        Assert.All(ProfileCatalog.All, one => Assert.Same(one, ProfileCatalog.Find(one.Name.ToUpperInvariant())));

    [Fact]
    public void A_profile_that_does_not_exist_is_not_found() => Assert.Null(ProfileCatalog.Find("windows-95"));

    private static string Describe(Profile profile)
    {
        var behaviours = profile.Behaviours.Select(Words.Of).DefaultIfEmpty("–");
        var limit = profile.ProcessorLimit.ToString(CultureInfo.InvariantCulture);
        return Join([$"`{profile.Name}`", profile.Architecture, string.Join(", ", behaviours), limit]);
    }

    private static string Join(string[] cells) => string.Join(" | ", cells);

    private static string DisplayName(UnitKind kind) =>
        kind == UnitKind.IoHostBridge ? "I/O host bridge" : Words.Of(kind);

    /// <summary>Whether a column, titled by one or more names or patterns, is about this profile.</summary>
    private static bool Names(string column, string profile) =>
        column.Replace("`", "", StringComparison.Ordinal).Split(' ')
            .Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, profile));
}
