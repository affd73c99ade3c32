using System.IO.Compression;
using System.Xml.Linq;
using static System.StringComparison;

namespace DhpConformance.PackageTests;

[Collection(nameof(Packaging))]
public sealed class PackageTests(PackageFeed feed)
{
    private static readonly string[] WithoutSymbols = ["DhpConformance.Templates"];

    [Fact]
    public void Every_package_has_a_version_a_readme_a_licence_and_symbols()
    {
        var packages = Directory.GetFiles(feed.Packages, "*.nupkg");
        Assert.Contains($"DhpConformance.Tool.{feed.Version}.nupkg", packages.Select(Path.GetFileName));
        Assert.Equal(12, packages.Length);
        foreach (var path in packages)
        {
            using var package = ZipFile.OpenRead(path);
            var files = package.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("README.md", files);
            Assert.Contains("LICENSE", files);
            using var stream = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", Ordinal)).Open();
            var metadata = XDocument.Load(stream).Root!.Elements().Single();
            string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
            Assert.Equal((feed.Version, "MIT", "README.md"), (Value("version"), Value("license"), Value("readme")));
            Assert.NotEmpty(Value("description"));
            Assert.Equal(
                !WithoutSymbols.Contains(Value("id")), File.Exists(Path.ChangeExtension(path, ".snupkg")));
        }
    }

    [Fact]
    public void The_template_asks_for_the_version_that_is_packed() => Assert.Contains(
        $"\"DhpConformance.Xunit\" Version=\"{feed.Version}\"",
        File.ReadAllText(Path.Combine(
            feed.Repository, "src", "DhpConformance.Templates", "dhp-conformance", "Acme.Conformance.csproj")),
        Ordinal);
}
