namespace DhpConformance.Benchmarks.Workloads;

/// <summary>Sends back what comes as it came: the fastest answer that a pipe allows.</summary>
internal static class BareEcho
{
    public static void Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        var chunk = new byte[64 * 1024];
        for (var count = input.Read(chunk); count > 0; count = input.Read(chunk))
        {
            output.Write(chunk.AsSpan(0, count));
        }
    }
}
