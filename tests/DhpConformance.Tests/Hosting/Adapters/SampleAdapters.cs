using System.Diagnostics;

namespace DhpConformance.Tests.Hosting.Adapters;

/// <summary>How the samples that strangers begin with are run.</summary>
internal static class SampleAdapters
{
    private static readonly Lazy<string> CompiledC = new(CompileC);

    public static string Python => $"python3 \"{RepositoryRoot.Of("specs", "adapters", "python", "dhp_adapter.py")}\"";

    public static string C => $"\"{CompiledC.Value}\"";

    /// <summary>Compiles it as its first lines say, and takes no warning.</summary>
    private static string CompileC()
    {
        var source = RepositoryRoot.Of("specs", "adapters", "c", "dhp_adapter.c");
        var program = Path.Combine(Directory.CreateTempSubdirectory("dhp-c").FullName, "dhp_adapter");
        using var compiler = Process.Start(new ProcessStartInfo(
            "cc",
            ["-std=c11", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-o", program, source])
        {
            RedirectStandardError = true,
        })!;
        var problems = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, problems);
        return program;
    }
}
