namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Goes on after its input has ended.</summary>
internal static class IgnoresEndOfInput
{
    public static void Run()
    {
        WellBehaved.Run();
        Thread.Sleep(Timeout.Infinite);
    }
}
