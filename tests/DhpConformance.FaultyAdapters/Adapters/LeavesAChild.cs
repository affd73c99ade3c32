using System.Diagnostics;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Starts a child that outlives it and holds its output; crashes in an operation.</summary>
internal static class LeavesAChild
{
    /// <summary>What the child does.</summary>
    public static void Sleep() => Thread.Sleep(Timeout.Infinite);

    public static void Run()
    {
        using var child = Process.Start(Environment.ProcessPath!, [Environment.GetCommandLineArgs()[0], "sleeps"]);
        Console.Error.WriteLine($"child {child.Id}");
        ExitsMidCall.Run();
    }
}
