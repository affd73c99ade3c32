using DhpConformance.Abstractions;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Reporting;

/// <summary>
/// Breaks a few rules: it takes a larger spare for an identical one, and it remembers the last hot add that it refused
/// until its first partition runs, which then shows the unit. Nor does it tell drivers that a processor was not added
/// after all.
/// </summary>
internal sealed class CarelessServer : IPartitionableServer
{
    private readonly IPartitionableServer server =
        MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare").Create();

    private UnitId? remembered;

    public ImplementationDescription Describe() => server.Describe() with { Name = "careless", Version = "2.3.0" };

    public void Reset(ServerSetup setup)
    {
        remembered = null;
        server.Reset(setup);
    }

    public Outcome Apply(Operation operation)
    {
        var outcome = server.Apply(operation);
        if (operation is HotAdd add && outcome.Refusal == RefusalReason.NotSupported)
        {
            remembered = add.Unit;
        }

        return outcome;
    }

    public Observation Observe()
    {
        var seen = server.Observe();
        seen = seen with
        {
            Notifications = [.. seen.Notifications.Where(told => told.Kind != NotificationKind.ProcessorFailure)],
        };
        var first = seen.Partitions[0];
        return first.State != RunState.Running || remembered is not { } unit
            ? seen
            : seen with
            {
                Units =
                [
                    .. seen.Units.Select(one =>
                        one.Id == unit && one.Owner is null ? one with { Owner = first.Id } : one),
                ],
            };
    }

    public void Dispose() => server.Dispose();
}
