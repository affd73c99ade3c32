using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// What the suite asks one adapter, in the protocol's words. The first trouble ends the adapter and the
/// conversation: after it nobody knows what the adapter holds to be true.
/// </summary>
internal sealed class AdapterClient(IAdapterLink link, HostingOptions options) : IDisposable
{
    // How long an adapter may take to end, at most, when somebody waits for the prompt.
    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(1);

    private readonly RequestWriter writer = new();
    private readonly Exchange exchange = new(link, options);
    private long requests;

    public Handshake Initialize()
    {
        var asked = Next(Method.Initialize, options.StartDeadline);
        var handshake = exchange.Ask(asked, writer.Initialize(asked.Id, asked.DeadlineMs), Handshake.Read);
        return !ProtocolVersion.Supported.Contains(handshake.Version)
                ? throw exchange.Break(asked, AnswerFault.WrongVersion(Excerpt.Of(handshake.Version)), default)
            : handshake.TraitProblem is { } problem
                ? throw exchange.Break(asked, AnswerFault.InvalidTraits(problem), default)
            : handshake;
    }

    /// <summary>Always true.</summary>
    public bool Reset(ServerSetup setup)
    {
        var asked = Next(Method.Reset, options.ResetDeadline);
        return exchange.Ask(asked, writer.Reset(asked.Id, asked.DeadlineMs, setup), Answer.Empty);
    }

    public Outcome Apply(Operation operation)
    {
        var asked = Next(Method.Apply, operation is Settle ? options.SettleDeadline : options.RequestDeadline);
        return exchange.Ask(asked, writer.Apply(asked.Id, asked.DeadlineMs, operation), Answer.Outcome);
    }

    public Observation Observe()
    {
        var asked = Next(Method.Observe, options.RequestDeadline);
        return exchange.Ask(asked, writer.Plain(asked.Id, asked.DeadlineMs, asked.Method), Answer.Observation);
    }

    /// <summary>Tells the adapter to end, sees to it that it does, and answers what was wrong with that.</summary>
    public IEnumerable<HostingException> End()
    {
        // Nobody waits for the answer: an adapter that ends without one harms nobody.
        var asked = Next(Method.Shutdown, options.EndDeadline);
        if (options.Interrupted.IsCancellationRequested)
        {
            asked = asked with { Allowed = TimeSpan.FromTicks(Math.Min(asked.Allowed.Ticks, Hurry.Ticks)) };
        }

        exchange.Tell(writer.Plain(asked.Id, asked.DeadlineMs, asked.Method), asked.Allowed);
        return link.End(asked.Allowed);
    }

    public void Dispose()
    {
        writer.Dispose();
        link.Dispose();
    }

    /// <summary>What is thrown instead of an answer after an interruption.</summary>
    public static HostingException Interruption() => new(
        HostingFault.Interrupted, "It was interrupted before the adapter had answered.");

    private PendingRequest Next(Method method, TimeSpan allowed) => new(method, ++requests, options.Scaled(allowed));
}
