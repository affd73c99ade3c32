namespace DhpConformance.PackageTests;

/// <summary>
/// All packages of this repository in a folder, and nothing of them anywhere else: what is installed from it is gone
/// with the tests.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("dhp-packages-").FullName;

    /// <summary>Packs everything.</summary>
    public PackageFeed()
    {
        Directory.CreateDirectory(Packages);
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="dhp" value="{Packages}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{PackagesOfTheMachine}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        var repository = RepositoryRoot();
        var shell = new Shell(this, Path.Combine(root, "pack"));
        shell.Run(
            "dotnet", "pack", Path.Combine(repository, "DhpConformance.sln"), "--no-build", "--nologo",
            "--configuration", Configuration, "--output", Packages);
        Repository = repository;
    }

    /// <summary>The folder with the packages.</summary>
    public string Packages => Path.Combine(root, "feed");

    /// <summary>The root of the repository.</summary>
    public string Repository { get; }

    /// <summary>The version of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(
        Directory.GetFiles(Packages, "DhpConformance.Model.*.nupkg").Single())["DhpConformance.Model.".Length..];

    /// <summary>Somebody in an empty folder.</summary>
    internal Shell EmptyFolder(string name) => new(this, Path.Combine(root, name));

    /// <summary>The tool, installed in a folder of its own.</summary>
    internal string Tool(Shell shell)
    {
        var folder = Path.Combine(root, "tools");
        lock (root)
        {
            if (!Directory.Exists(folder))
            {
                shell.Run("dotnet", "tool", "install", "DhpConformance.Tool", "--tool-path", folder);
            }
        }

        return Path.Combine(folder, OperatingSystem.IsWindows() ? "dhp.exe" : "dhp");
    }

    /// <summary>The environment of a command: nothing of this test run, and nothing that outlives it.</summary>
    internal void Prepare(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsOfThisRun).ToList())
        {
            environment.Remove(name);
        }

        environment["NUGET_PACKAGES"] = Path.Combine(root, "installed");
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
    }

    /// <summary>Everything that was packed and installed goes.</summary>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private static bool IsOfThisRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DHP_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the packages are that the machine has already.</summary>
    public static string PackagesOfTheMachine =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } elsewhere
            ? elsewhere
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // The folder that the tests were built to is called after it.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DhpConformance.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no DhpConformance.sln above.");
        }

        return folder.FullName;
    }
}
