using System.Text.Json;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Answers an operation rightly, but a moment after its deadline.</summary>
internal static class AnswersLate
{
    public static void Run() => Relay.Run((request, answer) =>
    {
        if (request.Asks("apply"))
        {
            using var message = JsonDocument.Parse(request);
            var allowed = message.RootElement.GetProperty("params").GetProperty("deadlineMs").GetInt32();
            Thread.Sleep(allowed + 50);
        }

        return answer + "\n";
    });
}
