using System.Text.Json;

namespace DhpConformance.Engine.Replay;

/// <summary>Writes replay files; <c>specs/replay.md</c> describes the format.</summary>
public static class ReplayWriter
{
    /// <summary>The content of a replay file.</summary>
    public static string Text(ReplayFile replay)
    {
        using var writer = new StringWriter();
        Write(replay, writer);
        return writer.ToString();
    }

    /// <summary>Writes a replay file.</summary>
    public static void Write(ReplayFile replay, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(writer);
        Line(JsonSerializer.Serialize(replay.Header, ReplayJson.Default.ReplayHeader));
        foreach (var exchange in replay.Exchanges)
        {
            Line(Json(exchange));
        }

        Line(JsonSerializer.Serialize(new ReplayFooter(replay.Exchanges.Length), ReplayJson.Default.ReplayFooter));

        void Line(string json)
        {
            writer.Write(json);
            writer.Write('\n');
        }
    }

    // An implementation that is broken may have answered with what cannot be written, such as a list that was never
    // filled in. The file is needed all the more.
    private static string Json(Exchange exchange)
    {
        try
        {
            return JsonSerializer.Serialize(exchange, ReplayJson.Default.Exchange);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var error = new ExchangeError($"The answer cannot be written as JSON: {exception.Message}");
            return JsonSerializer.Serialize<Exchange>(
                exchange switch
                {
                    ApplyExchange apply => apply with { Result = null, Error = error },
                    _ => new ObserveExchange { Error = error },
                },
                ReplayJson.Default.Exchange);
        }
    }
}
