namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Hangs in an operation.</summary>
internal static class NeverAnswers
{
    public static void Run() => Relay.Run((request, answer) =>
    {
        if (request.Asks("apply"))
        {
            Thread.Sleep(Timeout.Infinite);
        }

        return answer + "\n";
    });
}
