using System.Collections.Immutable;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>What somebody begins with who has a driver or an application, in one language.</summary>
/// <param name="Role">What it is, as in <c>--role</c>.</param>
/// <param name="Language">The language.</param>
/// <param name="Files">The files to copy, by name.</param>
/// <param name="Build">The command that makes something runnable of them; empty if they are.</param>
/// <param name="Source">How the tool reaches it then.</param>
/// <param name="Edit">The file to edit.</param>
internal sealed record ConsumerSkeleton(
    string Role, string Language, ImmutableArray<string> Files, string Build, string Source, string Edit)
{
    private const string Driver = "driver";
    private const string Application = "application";

    public static ImmutableArray<ConsumerSkeleton> All { get; } =
    [
        new(
            Driver,
            "c",
            ["dhp_wdm.h", "ntddk.h", "wdm.h", "ntifs.h", "dhp_main.c", "driver.c"],
            "cc -std=gnu11 -O1 -I. -o driver driver.c dhp_main.c",
            "command:./driver",
            "driver.c, and the traits in dhp_main.c"),
        new(
            Driver,
            "csharp",
            ["MyDriver.cs", "Driver.csproj"],
            "dotnet build",
            "assembly:bin/Debug/net10.0/Driver.dll",
            "MyDriver.cs"),
        new(
            Driver,
            "python",
            ["dhp_driver.py"],
            "",
            $"command:{Skeleton.Python} dhp_driver.py",
            "dhp_driver.py"),
        new(
            Application,
            "c",
            ["dhp_wdm.h", "dhp_win32.h", "windows.h", "dbt.h", "dhp_app_main.c", "application.c"],
            "cc -std=gnu11 -O1 -I. -o application application.c dhp_app_main.c",
            "command:./application",
            "application.c, and the traits in dhp_app_main.c"),
        new(
            Application,
            "csharp",
            ["MyApplication.cs", "Application.csproj"],
            "dotnet build",
            "assembly:bin/Debug/net10.0/Application.dll",
            "MyApplication.cs"),
        new(
            Application,
            "python",
            ["dhp_application.py"],
            "",
            $"command:{Skeleton.Python} dhp_application.py",
            "dhp_application.py"),
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
