using System.Collections.Immutable;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>A system for continuous integration, and the file that makes it run the suite.</summary>
/// <param name="Name">What <c>--ci</c> calls it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="File">The file, below the root of a repository.</param>
/// <param name="Indent">What stands before a command of the file.</param>
/// <param name="Setup">The lines that install what a language needs beside .NET; empty for nothing.</param>
internal sealed record CiSystem(string Name, string Title, string File, string Indent, Func<string, string> Setup)
{
    /// <summary>What <c>--ci</c> is given to have no such file.</summary>
    public const string None = "none";

    /// <summary>All of them; the first one unless another is named.</summary>
    public static ImmutableArray<CiSystem> All { get; } =
    [
        new(
            "github",
            "GitHub",
            Path.Combine(".github", "workflows", "conformance.yml"),
            "      - run: ",
            language => language == "python"
                ? """
                        - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
                          with:
                            python-version: "3.x"

                  """
                : ""),
        new(
            "gitlab",
            "GitLab",
            ".gitlab-ci.yml",
            "    - ",
            language => language switch
            {
                "python" => Packages("python3"),
                "c" => Packages("gcc libc6-dev"),
                _ => "",
            }),
    ];

    /// <summary>The content of the file.</summary>
    /// <param name="skeleton">What somebody begins with.</param>
    public string Content(Skeleton skeleton) => SkeletonFiles.Resource(Resource)
        .Replace("$setup$\n", Setup(skeleton.Language), StringComparison.Ordinal)
        .Replace(
            "$build$\n", skeleton.Build.Length == 0 ? "" : $"{Indent}{skeleton.Build}\n", StringComparison.Ordinal)
        .Replace("$version$", ConformanceSuite.Version, StringComparison.Ordinal);

    private static string Packages(string names) =>
        $"    - apt-get update\n    - apt-get install --yes --no-install-recommends {names}\n";

    private string Resource => Path.GetFileName(File).TrimStart('.');
}
