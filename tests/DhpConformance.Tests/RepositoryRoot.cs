namespace DhpConformance.Tests;

/// <summary>Finds files of the repository, wherever the tests were built to.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "DhpConformance.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName
                ?? throw new DirectoryNotFoundException("DhpConformance.sln was not found above the tests."));
}
