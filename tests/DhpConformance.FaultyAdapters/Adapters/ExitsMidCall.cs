namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Crashes in an operation.</summary>
internal static class ExitsMidCall
{
    public static void Run() => Relay.Run((request, answer) =>
    {
        if (request.Asks("apply"))
        {
            Console.Error.WriteLine("assertion failed: owner != null");
            Environment.Exit(134);
        }

        return answer + "\n";
    });
}
