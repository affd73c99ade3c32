using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>A request that is under way. Reads like <c>'apply' (request 4)</c>.</summary>
/// <param name="Method">What is asked.</param>
/// <param name="Id">Its number, counted from 1.</param>
/// <param name="Allowed">How long the adapter may take.</param>
/// <param name="Client">Which of several clients asks; null where there is one.</param>
internal readonly record struct PendingRequest(Method Method, long Id, TimeSpan Allowed, int? Client = null)
{
    /// <summary>The same in whole milliseconds, at least 1, as it is sent to the adapter.</summary>
    public long DeadlineMs => Math.Max(1, (long)Allowed.TotalMilliseconds);

    public override string ToString() => Client is { } client
        ? $"'{Method.Name()}' (request {Id}, of client {client})"
        : $"'{Method.Name()}' (request {Id})";
}
