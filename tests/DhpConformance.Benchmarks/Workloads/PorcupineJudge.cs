using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>
/// Porcupine, which is written in Go, in a process of its own. It needs <c>go</c> on the path, and the module from the
/// network or in the folder that <c>DHP_PORCUPINE</c> names.
/// </summary>
internal sealed class PorcupineJudge : IDisposable
{
    private const string Module = "github.com/anishathalye/porcupine";

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private PorcupineJudge(DirectoryInfo folder, string histories)
    {
        this.folder = folder;
        var file = Path.Combine(folder.FullName, "histories");
        File.WriteAllText(file, histories);
        process = Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, "judge"), [file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,

            // It judges the units of a history at the same time otherwise.
            Environment = { ["GOMAXPROCS"] = "1" },
        })!;
    }

    /// <summary>Builds and starts it; null, and the reason, if that cannot be done here.</summary>
    public static (PorcupineJudge? Judge, string Reason) Start(string histories)
    {
        var folder = Directory.CreateTempSubdirectory("dhp-porcupine-");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Porcupine")))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        var reason = Environment.GetEnvironmentVariable("DHP_PORCUPINE") is { Length: > 0 } module
            ? Go(folder, "mod", "edit", "-replace", $"{Module}={module}")
            : null;
        reason ??= Go(folder, "build", "-mod=mod", "-o", "judge", ".");
        if (reason is null)
        {
            return (new(folder, histories), "");
        }

        folder.Delete(recursive: true);
        return (null, reason);
    }

    /// <summary>Judges all histories once: processor time in seconds, and a letter for each.</summary>
    public (double Seconds, string Verdicts) Round()
    {
        process.StandardInput.WriteLine();
        var words = process.StandardOutput.ReadLine()!.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    // The reason if it fails.
    private static string? Go(DirectoryInfo folder, params string[] arguments)
    {
        try
        {
            using var go = Process.Start(new ProcessStartInfo("go", arguments)
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
            })!;
            var error = go.StandardError.ReadToEnd();
            go.WaitForExit();
            return go.ExitCode == 0 ? null : $"`go {arguments[0]}` failed: {error.Trim().Split('\n')[^1]}";
        }
        catch (Win32Exception)
        {
            return "there is no `go` on the path";
        }
    }
}
