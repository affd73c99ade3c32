using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;

namespace DhpConformance.Engine.Concurrency;

/// <summary>How a case ended.</summary>
/// <param name="Rule">The rule that was broken; null if none was.</param>
/// <param name="Result">What was found out about its history, if that is not linearizable or nobody knows.</param>
/// <param name="Fault">How the implementation broke; null if it did not.</param>
internal sealed record CaseEnd(string? Rule, LinearizabilityResult? Result, string? Fault)
{
    /// <summary>How a call got no answer, in a sentence; null if nothing is known but that.</summary>
    public string? Silence { get; init; }
}

/// <summary>
/// One case: a server, and rounds in which several clients ask at once. After each round the server settles, every
/// client observes it, and the history up to there is judged. It ends with the first that is wrong.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="description">What it says of itself.</param>
/// <param name="profile">What is judged.</param>
/// <param name="options">The run.</param>
internal sealed class ConcurrentCase(
    IConcurrentServer server, ImplementationDescription description, Profile profile, ConcurrentSuiteOptions options)
{
    private readonly ConcurrentSession session = new(server, options.Patience);
    private readonly HashSet<int> dead = [];
    private ServerSetup setup = null!;

    /// <summary>What was asked and answered, so far.</summary>
    public History History => new(
        new(
            HistoryHeader.CurrentFormat, $"dhp {options.Suite}", options.Source, profile, setup,
            [.. description.Claims], description.Claims.Traits),
        session.Calls);

    /// <summary>Whether a thread was left behind in the server, so that it cannot be used again.</summary>
    public bool IsStuck => session.IsStuck;

    /// <summary>Whether all clients waited for locks of each other, so that nobody had to wait to know.</summary>
    public bool IsDeadlocked => session.IsDeadlocked;

    /// <summary>How many rounds were begun.</summary>
    public int Rounds { get; private set; }

    /// <summary>Runs the case.</summary>
    /// <param name="seed">What it is drawn from.</param>
    /// <param name="cancellation">Ends it after the round that is under way.</param>
    /// <returns>How it ended.</returns>
    public CaseEnd Run(ulong seed, CancellationToken cancellation)
    {
        var random = new RandomSource(seed);
        setup = ConcurrentSetup.Draw(profile, description.Limits, ref random);
        var generator = new RoundGenerator(setup, description.Claims, options.Clients);
        try
        {
            session.Begin(setup, options.Clients);
            var seen = session.Ask(0, null)!;
            var end = Judged();
            while (end is null && Rounds < options.Rounds && !cancellation.IsCancellationRequested)
            {
                generator.Restore(seen, ref random).ForEach(operation => session.Ask(0, operation));
                seen = session.Ask(0, null)!;
                var round = generator.Draw(seen, ref random).Without(dead);
                round = !options.Mishaps ? round : RoundGenerator.WithMishap(round, MayDie, ref random);
                end = Judged() ?? Round(round, (ulong)random.Below(int.MaxValue), out seen);
            }

            return end ?? new(null, null, null);
        }
        catch (RoundEndedException)
        {
            return Judged() ?? Broken();
        }
        finally
        {
            session.End();
        }
    }

    // What hangs, or ends, before anything has overlapped does so in a sequence, too.
    private CaseEnd Broken() => session.Fault is { } fault ? new(null, null, fault)
        : Rounds > 0 ? Unanswered()
        : new(null, null, session.Silence ?? $"It does not answer one client alone within {options.Patience}.");

    private CaseEnd Unanswered() => new("LIN-10", null, null) { Silence = session.Silence };

    // Late, since whoever is dead puts nothing more to the test.
    private bool MayDie => dead.Count == 0 && 2 * Rounds >= options.Rounds;

    // Afterwards everybody has waited for each other: whatever a client sees then it sees alone.
    private CaseEnd? Round(Round round, ulong seed, out Observation seen)
    {
        Rounds++;
        seen = null!;
        foreach (var operation in round.Before)
        {
            session.Ask(0, operation);
        }

        if (!session.Ask(round, seed))
        {
            return Unanswered();
        }

        dead.UnionWith(session.Dead);

        session.Ask(0, new Settle());
        for (var client = options.Clients - 1; client >= 0; client--)
        {
            if (dead.Contains(client))
            {
                continue;
            }

            seen = session.Ask(client, null)!;
        }

        return Judged();
    }

    private CaseEnd? Judged()
    {
        var history = History;
        if (LinearizabilityChecker.InvalidData(history) is { } fault)
        {
            return new(null, null, fault);
        }

        var result = LinearizabilityChecker.Check(history);
        return result.Verdict switch
        {
            LinearizabilityVerdict.NotLinearizable => new(result.Rule, result, null),
            LinearizabilityVerdict.Inconclusive => new(null, result, null),
            _ => null,
        };
    }
}
