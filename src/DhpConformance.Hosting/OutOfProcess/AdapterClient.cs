using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// What the suite asks one adapter, in the protocol's words. The first trouble ends the adapter and the
/// conversation: after it nobody knows what the adapter holds to be true.
/// </summary>
internal sealed class AdapterClient : IDisposable
{
    // How long an adapter may take to end, at most, when somebody waits for the prompt.
    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(1);

    private readonly RequestWriter writer = new();
    private readonly IAdapterLink link;
    private readonly HostingOptions options;
    private readonly Exchange exchange;
    private readonly RequestNumbers numbers;
    private readonly bool isOther;
    private OverlappingExchange? overlapping;
    private int? number;

    public AdapterClient(IAdapterLink link, HostingOptions options)
    {
        (this.link, this.options) = (link, options);
        exchange = new(link, options);
        numbers = new();
    }

    private AdapterClient(AdapterClient first, int number)
    {
        (link, options, exchange, numbers) = (first.link, first.options, first.exchange, first.numbers);
        (overlapping, this.number, isOther) = (first.overlapping, number, true);
    }

    /// <summary>Whether further connections lead to the same adapter.</summary>
    public bool IsShared => link.IsShared;

    /// <summary>
    /// Another client over the same wire, to be used on a thread of its own. From now on every request says which
    /// client it is of. It ends with the wire.
    /// </summary>
    public AdapterClient Another(int client)
    {
        overlapping ??= new(exchange, options);
        number = 0;
        return new(this, client);
    }

    public Handshake Initialize()
    {
        var asked = Next(Method.Initialize, options.StartDeadline);
        var handshake = Ask(asked, writer.Initialize(asked.Id, asked.DeadlineMs), Handshake.Read);
        return !ProtocolVersion.Supported.Contains(handshake.Version)
                ? throw exchange.Break(asked, AnswerFault.WrongVersion(Excerpt.Of(handshake.Version)), default)
            : handshake.Problem is { } problem
                ? throw exchange.Break(asked, AnswerFault.InvalidClaims(problem), default)
            : handshake;
    }

    /// <summary>The session that further connections may join; empty if there is none.</summary>
    public string Reset(ServerSetup setup)
    {
        number = null;
        var asked = Next(Method.Reset, options.ResetDeadline);
        return Ask(asked, writer.Reset(asked.Id, asked.DeadlineMs, setup), Answer.Session);
    }

    /// <summary>Becomes another client of the server of another connection. Always true.</summary>
    public bool Join(string session, int client)
    {
        var asked = Next(Method.Join, options.ResetDeadline) with { Client = client };
        return Ask(asked, writer.Join(asked.Id, asked.DeadlineMs, session, client), Answer.Empty);
    }

    public Outcome Apply(Operation operation)
    {
        var asked = Next(Method.Apply, operation is Settle ? options.SettleDeadline : options.RequestDeadline);
        return Ask(asked, writer.Apply(asked.Id, asked.DeadlineMs, operation, number), Answer.Outcome);
    }

    public Observation Observe()
    {
        var asked = Next(Method.Observe, options.RequestDeadline);
        return Ask(asked, writer.Plain(asked.Id, asked.DeadlineMs, asked.Method, number), Answer.Observation);
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

    /// <summary>Cuts the connection, also while an answer is waited for, which then does not come.</summary>
    public void Cut() => link.Dispose();

    public void Dispose()
    {
        writer.Dispose();
        if (!isOther)
        {
            link.Dispose();
        }
    }

    /// <summary>What is thrown instead of an answer after an interruption.</summary>
    public static HostingException Interruption() => new(
        HostingFault.Interrupted, "It was interrupted before the adapter had answered.");

    private T Ask<T>(PendingRequest asked, ReadOnlyMemory<byte> request, Exchange.ReadAnswer<T> read) =>
        overlapping is null ? exchange.Ask(asked, request, read) : overlapping.Ask(asked, request, read);

    private PendingRequest Next(Method method, TimeSpan allowed) =>
        new(method, numbers.Next(), options.Scaled(allowed), number);

    /// <summary>The numbers of all requests over one wire, from 1.</summary>
    private sealed class RequestNumbers
    {
        private long latest;

        public long Next() => Interlocked.Increment(ref latest);
    }
}
