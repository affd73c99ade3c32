namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>
/// Answers some requests, and from then on none, however often it is started again: what it drives hangs.
/// </summary>
internal static class FallsSilent
{
    private const int Answered = 200;

    /// <summary>The variable with the path of the file that says that it has fallen silent.</summary>
    public const string Mark = "DHP_TEST_SILENT";

    public static void Run()
    {
        var mark = Environment.GetEnvironmentVariable(Mark)!;
        var answered = 0;
        if (File.Exists(mark))
        {
            Thread.Sleep(Timeout.Infinite);
        }

        Relay.Run((_, answer) =>
        {
            if (++answered > Answered || File.Exists(mark))
            {
                File.WriteAllText(mark, "");
                Thread.Sleep(Timeout.Infinite);
            }

            return answer + "\n";
        });
    }
}
