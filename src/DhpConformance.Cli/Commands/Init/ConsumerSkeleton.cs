using System.Collections.Immutable;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>What somebody begins with who has a driver, in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Files">The files to copy, by name.</param>
/// <param name="Build">The command that makes something runnable of them; empty if they are.</param>
/// <param name="Source">How the tool reaches it then.</param>
/// <param name="Edit">The file to edit.</param>
internal sealed record DriverSkeleton(
    string Language, ImmutableArray<string> Files, string Build, string Source, string Edit)
{
    public static ImmutableArray<DriverSkeleton> All { get; } =
    [
        new(
            "c",
            ["dhp_wdm.h", "ntddk.h", "wdm.h", "ntifs.h", "dhp_main.c", "driver.c"],
            "cc -std=gnu11 -O1 -I. -o driver driver.c dhp_main.c",
            "command:./driver",
            "driver.c, and the traits in dhp_main.c"),
        new(
            "csharp",
            ["MyDriver.cs", "Driver.csproj"],
            "dotnet build",
            "assembly:bin/Debug/net10.0/Driver.dll",
            "MyDriver.cs"),
        new(
            "python",
            ["dhp_driver.py"],
            "",
            $"command:{(OperatingSystem.IsWindows() ? "python" : "python3")} dhp_driver.py",
            "dhp_driver.py"),
    ];

    /// <summary>The files and what is in them, the settings of the tool among them.</summary>
    public IEnumerable<(string Name, string Content)> Contents() =>
        Files.Select(name => (name, SkeletonFiles.Versioned(name))).Append((
            "dhp.json",
            $$"""
            {
              "role": "consumer",
              "implementation": "{{Source}}"
            }

            """));
}
