using System.Collections.Immutable;
using System.Diagnostics;
using DhpConformance.Engine.Consumers;
using DhpConformance.Hosting;
using DhpConformance.Tests.Cli;

namespace DhpConformance.Tests.Consumers;

/// <summary>A sample in C, compiled with the headers of the kit, as it is or edited.</summary>
/// <param name="Program">The file that is edited.</param>
/// <param name="Main">The file with the implementation of the kit.</param>
/// <param name="Folders">Where the files are.</param>
internal sealed record KitInC(string Program, string Main, ImmutableArray<string> Folders)
{
    public static KitInC Driver { get; } = new("driver.c", "dhp_main.c", ["specs/adapters/driver-c"]);

    public static KitInC Application { get; } =
        new("application.c", "dhp_app_main.c", ["specs/adapters/driver-c", "specs/adapters/application-c"]);

    /// <summary>A text with one place replaced, which has to be there.</summary>
    public static string Mistaken(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    public ConsumerResults Judge(TemporaryFolder folder, Func<string, string> edit, int cases)
    {
        using var source = Build(folder, edit);
        return ConsumerSuite.Run(source.Create, new() { Cases = cases });
    }

    public ConsumerSource Build(
        TemporaryFolder folder, Func<string, string> edit, params ReadOnlySpan<string> options)
    {
        foreach (var file in Folders.SelectMany(one => Directory.GetFiles(RepositoryRoot.Of(one))))
        {
            var text = File.ReadAllText(file);
            var name = Path.GetFileName(file);
            File.WriteAllText(Path.Combine(folder.Path, name), name == Program ? edit(text) : text);
        }

        using var compiler = Process.Start(new ProcessStartInfo(
            "cc", ["-std=gnu11", "-O1", "-w", "-I.", .. options, "-o", "consumer", Program, Main])
        {
            WorkingDirectory = folder.Path,
        })!;
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return ConsumerSource.Parse($"command:{Path.Combine(folder.Path, "consumer")}");
    }
}
