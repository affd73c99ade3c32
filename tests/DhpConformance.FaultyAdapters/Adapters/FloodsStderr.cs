namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Writes much more to standard error than a pipe holds, and then crashes.</summary>
internal static class FloodsStderr
{
    public static void Run() => Relay.Run((request, answer) =>
    {
        if (request.Asks("apply"))
        {
            for (var line = 0; line < 100_000; line++)
            {
                Console.Error.WriteLine($"debug: line {line} of very many");
            }
        }

        if (request.Asks("observe"))
        {
            Console.Error.WriteLine("the last words");
            Environment.Exit(1);
        }

        return answer + "\n";
    });
}
