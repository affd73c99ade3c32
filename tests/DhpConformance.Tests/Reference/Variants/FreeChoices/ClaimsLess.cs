using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Variants.FreeChoices;

/// <summary>
/// The same server without some of its claims: it refuses whatever needs them, and leaves their fields empty.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="number">Which claims are left out.</param>
internal sealed class ClaimsLess(IPartitionableServer server, int number) : IPartitionableServer
{
    private static readonly Claim[] AnyDriver =
    [
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ResourceRebalance, Claim.Quiescence,
    ];

    private ServerSetup? setup;

    private Claims Claims { get; } = Without(server.Describe().Claims, new Random(number));

    public ImplementationDescription Describe() => server.Describe() with { Claims = Claims };

    public void Reset(ServerSetup setup)
    {
        this.setup = setup;
        server.Reset(setup);
    }

    public Outcome Apply(Operation operation) =>
        IsClaimed(operation) ? server.Apply(operation) : Refuse();

    public Observation Observe()
    {
        var seen = server.Observe();
        return seen with
        {
            Units = Claims.Has(Claim.UnitPower)
                ? seen.Units
                : [.. seen.Units.Select(unit => unit with { Power = UnitPower.On })],
            Partitions = [.. seen.Partitions.Select(Shown)],
            Notifications =
            [
                .. seen.Notifications
                    .Where(notice => Claims.Has(Claim.Quiescence) || !IsPower(notice.Kind))
                    .Select(notice => Claims.Has(Claim.ProcessorNumbers)
                        ? notice
                        : notice with { Processor = null }),
            ],
        };
    }

    public void Dispose() => server.Dispose();

    // By way of a request that the server has to refuse, so that it counts this one, too.
    private Outcome Refuse()
    {
        server.Apply(new SwitchUnitPower(new(int.MaxValue), UnitPower.On));
        return Outcome.Refused(RefusalReason.NotSupported);
    }

    private static Claims Without(Claims all, Random random) =>
        all.Aggregate(all, (claims, claim) => random.Next(4) == 0 ? claims.Without(claim) : claims);

    private static bool IsPower(NotificationKind kind) => kind is
        QueryPower or SetPowerSleep or DeviceAsleep or UnitsSwapped or SetPowerWorking or DeviceAwake;

    private PartitionObservation Shown(PartitionObservation seen)
    {
        var shown = Claims.Has(Claim.ProcessorNumbers) ? seen : seen with
        {
            Processors = [],
            ActiveMasks = [],
            Applications = [.. seen.Applications.Select(application => application with { Affinity = [] })],
        };
        shown = Claims.Has(Claim.MemoryPools) ? shown : shown with { PagedPoolBytes = 0, NonpagedPoolBytes = 0 };
        return Claims.Has(Claim.HotOperationStatus) ? shown : shown with { LatestHotOperation = null };
    }

    private bool IsClaimed(Operation operation) => operation switch
    {
        SwitchUnitPower => Claims.Has(Claim.UnitPower),
        HotAdd add => setup!.Units.FirstOrDefault(unit => unit.Id == add.Unit)?.Kind switch
        {
            UnitKind.Processor => Claims.Has(Claim.HotAddProcessor),
            UnitKind.MemoryModule => Claims.Has(Claim.HotAddMemoryModule),
            UnitKind.IoHostBridge => Claims.Has(Claim.HotAddIoHostBridge),
            _ => Claims.Has(Claim.HotAddProcessor) || Claims.Has(Claim.HotAddMemoryModule)
                || Claims.Has(Claim.HotAddIoHostBridge),
        },
        HotReplace => Claims.Has(Claim.HotReplace),
        HotRemove => Claims.Has(Claim.HotRemove),
        InjectPartitionError => Claims.Has(Claim.PartitionErrors),
        InjectStartFailure => Claims.Has(Claim.StartFailures),
        InjectServiceProcessorOutage => Claims.Has(Claim.ServiceProcessorOutages),
        RegisterDriver register => IsClaimed(register.Script),
        RegisterApplication => Claims.Has(Claim.ApplicationNotification),
        Deregister => AnyDriver.Any(Claims.Has) || Claims.Has(Claim.ApplicationNotification),
        SubmitIo => Claims.Has(Claim.DeviceIo),
        _ => true,
    };

    private bool IsClaimed(DriverScript script) => AnyDriver.Any(Claims.Has)
        && (Claims.Has(Claim.SynchronousNotification)
            || (!script.Synchronous && !script.IncludeExisting && script.VetoesStart is null))
        && (Claims.Has(Claim.AsynchronousNotification)
            || (!script.ProcessorArrivals && !script.MemoryArrivals && !script.ExistingArrivals))
        && (script.Device is not { } device || (Claims.Has(Claim.ResourceRebalance)
            && (Claims.Has(Claim.Quiescence)
                || (!device.RejectsQueryPower && !device.NeverReachesD3 && !device.NonDynamic))));
}
