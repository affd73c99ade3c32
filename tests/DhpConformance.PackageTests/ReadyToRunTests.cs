using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;
using static System.StringComparison;

namespace DhpConformance.PackageTests;

/// <summary>The tool has machine code for the system that it was packed on, and starts without on any other.</summary>
[Collection(nameof(Packaging))]
public sealed class ReadyToRunTests(PackageFeed feed)
{
    private const string ForAnySystem = "any";

    [Fact]
    public void The_package_has_the_tool_for_any_system_and_compiled_for_this_one()
    {
        using var package = ZipFile.OpenRead(
            Path.Combine(feed.Packages, $"DhpConformance.Tool.{feed.Version}.nupkg"));
        var files = package.Entries.Where(entry => entry.FullName.StartsWith("tools/", Ordinal))
            .ToLookup(entry => entry.FullName.Split('/')[2], entry => entry);
        var compiled = Assert.Single(files.Select(folder => folder.Key), name => name != ForAnySystem);
        Assert.Equal(Names(ForAnySystem), Names(compiled));
        Assert.All(Assemblies(compiled), entry => Assert.True(IsCompiled(entry), entry.FullName));
        Assert.All(
            Assemblies(ForAnySystem).Where(entry => entry.Name.StartsWith("dhp", OrdinalIgnoreCase)),
            entry => Assert.False(IsCompiled(entry), entry.FullName));

        IEnumerable<string> Names(string system) =>
            files[system].Select(entry => entry.FullName[$"tools/net10.0/{system}/".Length..]).Order();

        // Not those with translated texts, which are in folders below.
        IEnumerable<ZipArchiveEntry> Assemblies(string system) => files[system].Where(entry =>
            entry.Name.EndsWith(".dll", Ordinal) && entry.FullName == $"tools/net10.0/{system}/{entry.Name}");
    }

    [Fact]
    public void What_is_installed_starts_the_compiled_tool()
    {
        var shell = feed.EmptyFolder("ready-to-run");
        var start = Encoding.UTF8.GetString(File.ReadAllBytes(feed.Tool(shell))).Replace('\\', '/');
        var before = start[..start.IndexOf("/dhp.dll", Ordinal)];
        Assert.NotEqual(ForAnySystem, before[(before.LastIndexOf('/') + 1)..]);
    }

    private static bool IsCompiled(ZipArchiveEntry entry)
    {
        var bytes = new MemoryStream();
        using (var content = entry.Open())
        {
            content.CopyTo(bytes);
        }

        bytes.Position = 0;
        using var reader = new PEReader(bytes);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
