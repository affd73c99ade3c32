namespace DhpConformance.Tests.Cli;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dhp-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string content)
    {
        File.WriteAllText(Of(name), content);
        return name;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
