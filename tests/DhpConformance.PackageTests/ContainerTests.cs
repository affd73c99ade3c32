using static System.StringComparison;

namespace DhpConformance.PackageTests;

/// <summary>The container cannot be built in a test; the commands of its file can be run.</summary>
[Collection(nameof(Packaging))]
public sealed class ContainerTests(PackageFeed feed)
{
    private const string Place = "/app";

    [Fact]
    public void What_the_container_file_builds_and_starts_is_the_tool()
    {
        var file = File.ReadAllLines(Path.Combine(feed.Repository, "Dockerfile"));
        var app = feed.EmptyFolder("app");
        var build = Argument("RUN").Split(' ').Select(word => word == Place ? app.Folder : word).ToArray();

        // The repository is restored already, and for this machine.
        new Shell(feed, feed.Repository).Run(build[0], [.. build[1..], "--no-restore"]);
        var start = Words(Argument("ENTRYPOINT")).Single().Replace(Place, app.Folder, Ordinal);
        Assert.Contains("Judges partitionable servers", app.Run(start, [.. Words(Argument("CMD"))]), Ordinal);
        Assert.Equal("Conformant: to windows-2000\n", app.Run(start, "run", "--profile", "windows-2000", "--quiet"));

        string Argument(string instruction) =>
            Assert.Single(file, line => line.StartsWith(instruction + " ", Ordinal))[(instruction.Length + 1)..];
    }

    // A list in JSON, of words without escapes.
    private static IEnumerable<string> Words(string list) =>
        list.Trim('[', ']').Split(", ").Select(word => word.Trim('"'));
}
