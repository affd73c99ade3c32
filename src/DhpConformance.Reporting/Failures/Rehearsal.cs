using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;

namespace DhpConformance.Reporting.Failures;

/// <summary>
/// What the reference server tells when a failing sequence is done on it. The model says whether what was told is
/// right; it cannot say what should have been told instead, since the rules leave room. This is one way to be right.
/// </summary>
internal static class Rehearsal
{
    public static ImmutableArray<Notification> Of(Failure failure)
    {
        using var server = new ReferenceServer();
        server.Reset(failure.Setup);
        foreach (var operation in failure.Operations)
        {
            server.Apply(operation);
        }

        return server.Observe().Notifications;
    }
}
