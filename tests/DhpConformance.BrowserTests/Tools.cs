namespace DhpConformance.BrowserTests;

/// <summary>What has to be on the machine, and where it is.</summary>
internal static class Tools
{
    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The browser; null if there is none.</summary>
    public static string? Browser { get; } =
        Environment.GetEnvironmentVariable("DHP_BROWSER") is { Length: > 0 } named
            ? named
            : Browsers.FirstOrDefault(File.Exists);

    /// <summary>The rules of accessibility.</summary>
    public static string Axe { get; } = Path.Combine(
        Root, "tests", "DhpConformance.BrowserTests", "node_modules", "axe-core", "axe.min.js");

    /// <summary>A page that is kept as a sample.</summary>
    public static string Sample(string name) => Path.Combine(Root, "reports", "sample", name);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "DhpConformance.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName
                ?? throw new DirectoryNotFoundException("DhpConformance.sln was not found above the tests."));
}
