namespace DhpConformance.Rogues.Rogues;

/// <summary>Sends back every line as it came: the fastest answer that a pipe allows, as a measure.</summary>
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
