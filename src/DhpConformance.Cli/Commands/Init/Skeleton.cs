using System.Collections.Immutable;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>What somebody begins with in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Files">The files to copy, by name.</param>
/// <param name="Build">The command that makes something runnable of them; empty if they are.</param>
/// <param name="Setup">What a machine that runs them needs, as steps of a workflow; empty for nothing.</param>
/// <param name="Source">How the tool reaches it then.</param>
/// <param name="Edit">The file to edit.</param>
internal sealed record Skeleton(
    string Language, ImmutableArray<string> Files, string Build, string Setup, string Source, string Edit)
{
    /// <summary>The command that runs Python on this system.</summary>
    public static string Python => OperatingSystem.IsWindows() ? "python" : "python3";

    /// <summary>Whether it takes requests of several clients at once.</summary>
    public bool TakesClients { get; init; }

    /// <summary>The packages of Debian that build and run it, beside .NET; empty for none.</summary>
    public string Packages { get; init; } = "";

    public static ImmutableArray<Skeleton> All { get; } =
    [
        new(
            "csharp",
            ["MyServer.cs", "Program.cs", "Adapter.csproj"],
            "dotnet build",
            "",
            "assembly:bin/Debug/net10.0/Adapter.dll",
            "MyServer.cs")
        {
            TakesClients = true,
        },
        new(
            "python",
            ["dhp_adapter.py"],
            "",
            """
                  - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
                    with:
                      python-version: "3.x"

            """,
            $"command:{Python} dhp_adapter.py",
            "dhp_adapter.py")
        {
            TakesClients = true,
            Packages = "python3",
        },
        new(
            "c",
            ["dhp_adapter.c"],
            "cc -std=c11 -O2 -o dhp_adapter dhp_adapter.c",
            "",
            "command:./dhp_adapter",
            "dhp_adapter.c")
        {
            Packages = "gcc libc6-dev",
        },
    ];
}
