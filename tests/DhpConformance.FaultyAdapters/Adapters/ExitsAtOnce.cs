namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Does not start: says why on standard error, and ends.</summary>
internal static class ExitsAtOnce
{
    public static void Run()
    {
        Console.Error.WriteLine("cannot open /etc/acme/partitions.conf");
        Environment.Exit(3);
    }
}
