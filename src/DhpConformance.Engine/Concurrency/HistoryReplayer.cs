using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;

namespace DhpConformance.Engine.Concurrency;

/// <summary>How often what a history shows showed again.</summary>
/// <param name="Tries">How often its calls were made.</param>
/// <param name="Rules">In how many of these tries which rule was broken, in the order of the rules.</param>
/// <param name="Fault">How the implementation broke; null if it did not.</param>
public sealed record HistoryReplay(int Tries, ImmutableSortedDictionary<string, int> Rules, string? Fault)
{
    /// <summary>In how many tries some rule was broken.</summary>
    public int Broken => Rules.Values.Sum();
}

/// <summary>
/// Makes the calls of a history again: what did not overlap one after the other, what did at once. Which interleaving
/// comes of it is not in anybody's hands, so that it is tried several times.
/// </summary>
public static class HistoryReplayer
{
    /// <summary>How often it is tried.</summary>
    public const int DefaultTries = 50;

    /// <summary>Makes the calls of a history again, on a server that is reset each time.</summary>
    /// <param name="create">Makes a server.</param>
    /// <param name="history">The history.</param>
    /// <param name="tries">How often, 1 or more.</param>
    /// <param name="patience">How long a client may take for one answer.</param>
    /// <exception cref="NotSupportedException">
    /// The server takes requests of one client only; the message is a sentence.
    /// </exception>
    public static HistoryReplay Run(
        Func<IPartitionableServer> create, History history, int tries, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var rules = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (done, fault) = (0, (string?)null);
        IConcurrentServer? server = null;
        while (done < tries && fault is null)
        {
            server ??= ConcurrentServers.Make(create);
            var session = new ConcurrentSession(server, patience);

            // Whoever is asked again may claim something else than who was recorded.
            var claims = server.Describe().Claims;
            var header = history.Header with { Claims = [.. claims], Traits = claims.Traits };
            var rule = Try(session, history with { Header = header }, (ulong)done, out fault);
            done++;
            if (rule is not null)
            {
                rules[rule] = rules.GetValueOrDefault(rule) + 1;
            }

            session.End();
            server = session.IsStuck ? null : server;
        }

        server?.Dispose();
        return new(done, rules.ToImmutableSortedDictionary(StringComparer.Ordinal), fault);
    }

    // The rule that is broken; null if none is.
    private static string? Try(ConcurrentSession session, History history, ulong seed, out string? fault)
    {
        fault = null;
        try
        {
            session.Begin(history.Header.Setup, history.Calls.Select(call => call.Client).DefaultIfEmpty().Max() + 1);
            foreach (var calls in Segments(history))
            {
                if (calls is [var alone])
                {
                    session.Ask(alone.Client, alone.Operation);
                }
                else if (!session.Ask(new Round([], Programs(calls)), seed++))
                {
                    return "LIN-10";
                }
            }
        }
        catch (RoundEndedException)
        {
            if (session.Fault is null)
            {
                return "LIN-10";
            }

            fault = session.Fault;
        }

        var again = history with { Calls = session.Calls };
        fault ??= LinearizabilityChecker.InvalidData(again);
        return fault is null ? LinearizabilityChecker.Check(again).Rule : null;
    }

    // Calls that overlap, directly or by way of others.
    private static List<List<HistoryCall>> Segments(History history)
    {
        var segments = new List<List<HistoryCall>>();
        var end = long.MinValue;
        foreach (var call in history.Calls)
        {
            if (call.Invoked > end)
            {
                segments.Add([]);
            }

            segments[^1].Add(call);
            end = Math.Max(end, call.Ended ?? long.MaxValue);
        }

        return segments;
    }

    private static ImmutableArray<ImmutableArray<Operation?>> Programs(List<HistoryCall> calls) =>
    [
        .. Enumerable.Range(0, calls.Max(call => call.Client) + 1).Select(client =>
            calls.Where(call => call.Client == client).Select(call => call.Operation).ToImmutableArray()),
    ];
}
