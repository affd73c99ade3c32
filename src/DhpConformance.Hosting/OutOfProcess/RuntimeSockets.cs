namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// The sockets and pipes by which debuggers find a .NET program. One that is killed leaves them in the temporary
/// folder, and an adapter may be killed a hundred times in a run.
/// </summary>
internal static class RuntimeSockets
{
    private static readonly string[] Names = ["dotnet-diagnostic-", "clr-debug-pipe-"];

    /// <summary>Removes those of a process that has ended.</summary>
    public static void RemoveOf(int id)
    {
        try
        {
            foreach (var file in Names.SelectMany(name => Directory.GetFiles(Path.GetTempPath(), $"{name}{id}-*")))
            {
                File.Delete(file);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // They are somebody else's, or gone.
        }
    }
}
