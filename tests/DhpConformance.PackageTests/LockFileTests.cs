namespace DhpConformance.PackageTests;

/// <summary>Where continuous integration restores a project, its lock file has been committed.</summary>
[Collection(nameof(Packaging))]
public sealed class LockFileTests(PackageFeed feed)
{
    [Fact]
    public void A_project_without_one_is_not_restored_in_locked_mode()
    {
        var shell = feed.EmptyFolder("lock-files");
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets" })
        {
            File.Copy(Path.Combine(feed.Repository, file), shell.Of(file));
        }

        File.WriteAllText(shell.Of("Sample.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        var (code, told) = shell.Try("dotnet", "restore", "-p:CI=true");
        Assert.NotEqual(0, code);
        Assert.Contains("Sample has no packages.lock.json: run dotnet restore", told, StringComparison.Ordinal);
        Assert.False(File.Exists(shell.Of("packages.lock.json")));

        shell.Run("dotnet", "restore", "-p:CI=false");
        shell.Run("dotnet", "restore", "-p:CI=true");
    }
}
