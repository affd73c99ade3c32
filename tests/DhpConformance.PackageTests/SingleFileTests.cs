using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace DhpConformance.PackageTests;

/// <summary>The tool as one file for one platform, by the command of the README.</summary>
[Collection(nameof(Packaging))]
public sealed class SingleFileTests(PackageFeed feed)
{
    private const string Command = "dotnet publish src/DhpConformance.Cli -r linux-x64 -o dist";

    [Fact]
    public void It_is_one_file_that_judges_servers_behind_a_pipe_and_in_assemblies_without_any_dotnet()
    {
        var readme = File.ReadAllText(Path.Combine(feed.Repository, "README.md"));
        Assert.Contains($"\n{Command}", readme, StringComparison.Ordinal);
        var dist = feed.EmptyFolder("dist");
        var words = Command.Replace("linux-x64", RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal)
            .Replace("-o dist", $"-o {dist.Folder}", StringComparison.Ordinal).Split(' ');

        // The packages of the machine, so that nothing is fetched that is there.
        new Shell(feed, feed.Repository).Run(
            words[0], [.. words[1..], "--nologo", $"-p:RestorePackagesPath={PackageFeed.PackagesOfTheMachine}"]);
        var tool = Assert.Single(Directory.GetFiles(dist.Folder));
        var megabytes = int.Parse(
            Regex.Match(readme, @"It has (\d+) MB").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(new FileInfo(tool).Length / 1e6, 0.8 * megabytes, 1.2 * megabytes);
        var away = feed.EmptyFolder("away");
        Assert.Equal("Conformant: to windows-2000\n", Judge("reference"));
        Assert.Equal("Conformant: to windows-2000\n", Judge($"command:\"{tool}\" serve --implementation reference"));
        Assert.Equal("Conformant: to windows-2000\n", Judge($"assembly:{Assembly}#ReferenceServer"));

        string Judge(string implementation) => away.Run(
            tool, "run", "--profile", "windows-2000", "--cases", "300", "--quiet", "--implementation", implementation);
    }

    private static string Assembly => Path.Combine(
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName,
        "DhpConformance.Reference",
        new DirectoryInfo(AppContext.BaseDirectory).Name,
        "DhpConformance.Reference.dll");
}
