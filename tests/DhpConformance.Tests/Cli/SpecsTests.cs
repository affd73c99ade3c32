using System.Text.RegularExpressions;

namespace DhpConformance.Tests.Cli;

/// <summary>Whoever has the tool has the specification, word for word.</summary>
public sealed class SpecsTests : IDisposable
{
    private static readonly string[] Folders = ["", "rules", "decisions", "protocol"];

    private static readonly string[] Samples = ["specs", "adapters"];

    private readonly Dhp dhp = new();

    [Fact]
    public void All_pages_and_schemas_are_listed_with_their_headings()
    {
        var answer = dhp.Run("specs");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        var lines = answer.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Matches("^operations  +Operations$", lines.Single(line => Named(line, "operations")));
        Assert.Matches("^rules/hot-add  +[A-Z]", lines.Single(line => Named(line, "rules/hot-add")));
        Assert.Matches(
            "^protocol/apply.result.schema.json  +apply, as the adapter answers$",
            lines.Single(line => Named(line, "protocol/apply.result.schema.json")));
        Assert.All(Repository(), page => Assert.Contains(lines, line => Named(
            line, page.EndsWith(".md", StringComparison.Ordinal) ? page[..^3] : page)));
    }

    [Theory]
    [InlineData("operations", "operations.md")]
    [InlineData("specs/operations.md", "operations.md")]
    [InlineData("protocol", "protocol.md")]
    [InlineData("Rules/hot-add.md", "rules/hot-add.md")]
    [InlineData("protocol\\apply.result.schema.json", "protocol/apply.result.schema.json")]
    public void A_page_is_printed_as_it_is_by_any_name_it_goes_by(string name, string path)
    {
        var answer = dhp.Run("specs", name);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(File.ReadAllText(RepositoryRoot.Of("specs", path)), answer.Output);
    }

    [Fact]
    public void All_of_them_are_written_to_a_folder_as_they_stand_in_the_repository()
    {
        Assert.Equal(0, dhp.Run("specs", "--out", "pages").Code);
        foreach (var page in Repository())
        {
            Assert.Equal(
                File.ReadAllText(RepositoryRoot.Of("specs", page)), File.ReadAllText(dhp.Folder.Of("pages", page)));
        }
    }

    [Fact]
    public void A_page_alone_is_written_alone()
    {
        Assert.Equal(0, dhp.Run("specs", "results.schema.json", "--out", "pages").Code);
        Assert.Equal(
            ["results.schema.json"],
            Directory.GetFileSystemEntries(dhp.Folder.Of("pages")).Select(Path.GetFileName));
    }

    [Fact]
    public void Nothing_that_is_there_is_overwritten()
    {
        dhp.Folder.Write("README.md", "mine");
        dhp.Run("specs", "--out", ".").AssertError(5, "README.md is there already, and is not overwritten; choose");
        Assert.Equal(["README.md"], Directory.GetFileSystemEntries(dhp.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_page_that_there_is_not_is_explained() => dhp.Run("specs", "operation").AssertError(
        5, "There is no page operation; `dhp specs` lists them all. Did you mean operations?");

    [Fact]
    public void Every_page_that_a_message_or_a_sample_names_is_there()
    {
        var named = Directory.EnumerateFiles(RepositoryRoot.Of("src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Of("specs", "adapters"), "*", SearchOption.AllDirectories))
            .SelectMany(file => Commands(File.ReadAllText(file)))
            .ToHashSet();
        Assert.Superset(new HashSet<string> { "operations", "protocol" }, named);
        Assert.All(named, name => Assert.Equal(0, dhp.Run("specs", name).Code));
    }

    public void Dispose() => dhp.Dispose();

    // The pages that messages name; where the name is put together, or stands for any, there is nothing to look up.
    private static IEnumerable<string> Commands(string text) =>
        Regex.Matches(text, "(?:`|<c>)dhp specs ([a-z][a-z./-]*)(?:`|</c>)")
            .Select(match => match.Groups[1].Value);

    private static bool Named(string line, string name) => line.StartsWith(name + " ", StringComparison.Ordinal);

    private static IEnumerable<string> Repository() =>
        (from folder in Folders
         from file in Directory.EnumerateFiles(RepositoryRoot.Of("specs", folder))
         where file.EndsWith(".md", StringComparison.Ordinal)
             || file.EndsWith(".schema.json", StringComparison.Ordinal)
         select Path.Combine(folder, Path.GetFileName(file)))
        .Concat(
            from file in Directory.EnumerateFiles(RepositoryRoot.Of(Samples), "*", SearchOption.AllDirectories)
            select Path.GetRelativePath(RepositoryRoot.Of("specs"), file))
        .Select(path => path.Replace('\\', '/'));
}
