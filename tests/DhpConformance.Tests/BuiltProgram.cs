namespace DhpConformance.Tests;

/// <summary>
/// Programs of this repository that tests start as processes. They are started where their own project was built: the
/// copies beside the tests are instrumented for coverage, and a process that is killed while it writes down what it
/// covered can spoil what the tests have covered.
/// </summary>
internal static class BuiltProgram
{
    /// <summary>The path of the command-line tool.</summary>
    public static string Tool { get; } = PathOf("DhpConformance.Cli", "dhp.dll");

    /// <summary>The path of an assembly with an entry point.</summary>
    /// <param name="project">The project that builds it.</param>
    /// <param name="assembly">The name of its file.</param>
    public static string PathOf(string project, string assembly)
    {
        // Every project is built to bin/PROJECT/CONFIGURATION, the tests as well.
        var beside = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(beside.Parent!.Parent!.FullName, project, beside.Name, assembly);
    }
}
