using DhpConformance.Cli.Commands.Init;

namespace DhpConformance.Tests.House;

public sealed class WorkflowTests
{
    private const string Pinned = "uses: some/action@0123456789abcdef0123456789abcdef01234567 # v1.2.3";

    private static readonly IEnumerable<SourceFile> Workflows = SourceFile.Below(".github/workflows", "*.yml");

    // What `dhp init` gives to others: it runs with their permissions.
    private static readonly IEnumerable<SourceFile> Given = Skeleton.All.Select(one => new SourceFile(
        $"{one.Role} {one.Language}", CiSystem.All.Single(system => system.Name == "github").Content(one)));

    [Fact]
    public void Every_workflow_is_pinned_and_may_only_read() =>
        Problems.None(Workflows.Concat(Given).SelectMany(file => Workflow.Problems(file.Name, file.Text)));

    [Fact]
    public void There_is_a_workflow_to_look_at() =>
        Assert.Contains(Workflows, file => file.Text.Contains("run: .ci/run", StringComparison.Ordinal));

    [Fact]
    public void One_that_is_pinned_and_reads_is_fine() => Assert.Empty(Of(Pinned));

    [Theory]
    [InlineData("uses: some/action@v1")]
    [InlineData("- uses: some/action@v1.2.3")]
    [InlineData("uses: some/action@main")]
    [InlineData("uses: some/action")]
    [InlineData("uses: some/action@0123456789abcdef0123456789abcdef01234567")]
    [InlineData("uses: docker://alpine:3.8")]
    public void An_action_that_can_be_moved_is_noticed(string line) =>
        Assert.Contains("is not pinned", Assert.Single(Of(line)), StringComparison.Ordinal);

    [Fact]
    public void Permissions_that_nobody_gave_are_noticed() => Assert.Contains(
        "whatever permissions", Assert.Single(Workflow.Problems("a.yml", Pinned)), StringComparison.Ordinal);

    [Theory]
    [InlineData("  contents: write")]
    [InlineData("    permissions: write-all")]
    public void A_permission_to_write_is_noticed(string line) =>
        Assert.Contains("lets it write", Assert.Single(Of(line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("run: echo ${{ github.event.pull_request.title }}")]
    [InlineData("run: git checkout ${{ github.head_ref }}")]
    public void Text_of_anybody_is_noticed(string line) =>
        Assert.Contains("text of anybody", Assert.Single(Of(line)), StringComparison.Ordinal);

    private static IEnumerable<string> Of(string line) =>
        Workflow.Problems("a.yml", $"permissions:\n  contents: read\njobs:\n  a:\n    steps:\n      {line}\n");
}
