using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;

namespace DhpConformance.Reporting.Failures;

/// <summary>
/// The notifications of the reference server in a failing sequence. The model decides whether the observed
/// notifications are right. It names no expected notifications, since the rules permit several; these are one example.
/// </summary>
internal static class ReferenceRun
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
