namespace DhpConformance.PackageTests;

/// <summary>The flow of a .NET user: four commands to a verdict, and a broken rule is told by its id.</summary>
[Collection(nameof(Packaging))]
public sealed class TemplateFlowTests(PackageFeed feed)
{
    private const string RightReplace = "!spare.IsIdenticalTo(target)";

    [Fact]
    public void The_template_is_green_before_the_first_edit_and_names_the_rule_that_is_broken_then()
    {
        var shell = feed.EmptyFolder("template");
        var hive = shell.Of("hive");
        shell.Run("dotnet", "new", "install", "DhpConformance.Templates", "--debug:custom-hive", hive);
        shell.Run("dotnet", "new", "dhp-conformance", "-o", "Acme.Conformance", "--debug:custom-hive", hive);
        var project = shell.In("Acme.Conformance");
        Assert.Contains("Passed!  - Failed:     0", project.Run("dotnet", "test"), StringComparison.Ordinal);

        project.Edit("MyServer.cs", RightReplace, "false");
        Breaks(project);
    }

    [Fact]
    public void A_project_of_xunit_v3_does_the_same()
    {
        var shell = feed.EmptyFolder("xunit-v3");
        File.Copy(Path.Combine(feed.Repository, "specs", "adapters", "csharp", "MyServer.cs"), shell.Of("MyServer.cs"));
        File.WriteAllText(shell.Of("ConformanceTests.cs"), """
            using DhpConformance.Abstractions;
            using DhpConformance.Engine.Campaigns;
            using DhpConformance.Model.Profiles;

            namespace Acme;

            public sealed class ConformanceTests : DhpConformance.Xunit3.ConformanceTests
            {
                protected override SuiteOptions Options =>
                    base.Options with { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!] };

                protected override IPartitionableServer CreateServer() => new MyServer();
            }
            """);
        File.WriteAllText(shell.Of("Acme.Conformance.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DhpConformance.Xunit3" Version="{feed.Version}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="xunit.v3" Version="3.2.2" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
              </ItemGroup>
            </Project>
            """);
        var output = shell.Run("dotnet", "test");
        Assert.Contains("Passed!  - Failed:     0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Skipped:     0", output, StringComparison.Ordinal);

        shell.Edit("MyServer.cs", RightReplace, "false");
        Breaks(shell);
    }

    private static void Breaks(Shell project)
    {
        var (code, output) = project.Try("dotnet", "test", "--filter", "DisplayName~REP-0");
        Assert.NotEqual(0, code);
        Assert.Contains("REP-01 is broken in windows-server-2008-x64: ", output, StringComparison.Ordinal);
        Assert.Contains("1. Start p0.", output, StringComparison.Ordinal);
        Assert.Contains("Replay: dhp replay ", output, StringComparison.Ordinal);
        Assert.Contains("public void REP_01_windows_server_2008_x64()", output, StringComparison.Ordinal);
    }
}
