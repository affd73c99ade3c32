using System.Collections.Immutable;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>What somebody begins with who has a server, a driver or an application, in one language.</summary>
/// <param name="Role">What it is, as in <c>--role</c>.</param>
/// <param name="Language">The language, as in <c>--language</c>.</param>
/// <param name="Files">The files to copy, by name.</param>
/// <param name="Build">The command that makes something runnable of them; empty if they are.</param>
/// <param name="Source">How the tool reaches it then.</param>
/// <param name="Edit">The file to edit.</param>
internal sealed record Skeleton(
    string Role, string Language, ImmutableArray<string> Files, string Build, string Source, string Edit)
{
    /// <summary>A partitionable server.</summary>
    public const string Server = "server";

    /// <summary>A driver that runs on one.</summary>
    public const string Driver = "driver";

    /// <summary>An application that runs on one.</summary>
    public const string Application = "application";

    /// <summary>The command that runs Python on this system.</summary>
    public static string Python => OperatingSystem.IsWindows() ? "python" : "python3";

    /// <summary>Whether it takes requests of several clients at once.</summary>
    public bool TakesClients { get; init; }

    public static ImmutableArray<Skeleton> All { get; } =
    [
        new(
            Server,
            "csharp",
            ["MyServer.cs", "Program.cs", "Adapter.csproj"],
            "dotnet build",
            "assembly:bin/Debug/net10.0/Adapter.dll",
            "MyServer.cs")
        {
            TakesClients = true,
        },
        new(
            Server,
            "python",
            ["dhp_adapter.py"],
            "",
            $"command:{Python} dhp_adapter.py",
            "dhp_adapter.py")
        {
            TakesClients = true,
        },
        new(
            Server,
            "c",
            ["dhp_adapter.c"],
            "cc -std=c11 -O2 -o dhp_adapter dhp_adapter.c",
            "command:./dhp_adapter",
            "dhp_adapter.c"),
        new(
            Driver,
            "c",
            [
                "dhp_wdm.h", "ntddk.h", "wdm.h", "ntifs.h", "procgrp.h", "ntstrsafe.h", "intrin.h", "initguid.h",
                "wdmguid.h", "dhp_main.c", "driver.c",
            ],
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
            $"command:{Python} dhp_driver.py",
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
            $"command:{Python} dhp_application.py",
            "dhp_application.py"),
    ];
}
