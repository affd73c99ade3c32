using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>Messages of every kind, with something in every member.</summary>
internal static class Samples
{
    private static readonly PartitionId Partition = new(0);
    private static readonly UnitId Unit = new(1);
    private static readonly ConsumerId Consumer = new(2);
    private static readonly LogicalProcessor Processor = new(0, 1, 2, Unit);

    private static readonly Observation Full = new()
    {
        PoweredOn = true,
        Units = [new UnitObservation(Unit, Partition, UnitPower.On), new UnitObservation(Unit, null, UnitPower.Off)],
        Partitions =
        [
            new PartitionObservation
            {
                Id = Partition,
                State = RunState.Running,
                ActiveMasks = [ulong.MaxValue],
                Processors = [Processor],
                Bridges = [Unit],
                LatestHotOperation = new HotOperationStatus(HotOperation.Replace, Unit, OutcomeKind.Completed),
                Devices = [new DeviceObservation(Consumer, DeviceState.Started)],
                Applications = [new ApplicationObservation(Consumer, [ulong.MaxValue])],
            },
        ],
        Notifications =
        [
            new Notification
            {
                Partition = Partition,
                Kind = NotificationKind.ProcessorStart,
                Operation = 1,
                Consumer = Consumer,
                Unit = Unit,
                Processor = Processor,
            },
            new Notification { Partition = Partition, Kind = NotificationKind.HighMemory, Operation = 1 },
        ],
    };

    private static readonly DeviceScript Device = new() { RebalancePolicy = 1, ClassOptOut = false };

    /// <summary>Every operation there is; a test counts them.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        new AssignUnit(Unit, Partition),
        new ReleaseUnit(Unit),
        new SwitchUnitPower(Unit, UnitPower.Off),
        new StartPartition(Partition),
        new StopPartition(Partition),
        new RestartPartition(Partition),
        new PowerOnServer(),
        new PowerOffServer(),
        new HotAdd(Partition, Unit),
        new HotReplace(Partition, Unit, new UnitId(3)),
        new HotRemove(Partition, Unit),
        new RegisterDriver(Partition, Consumer, new DriverScript { VetoesStart = 1, Device = Device }),
        new RegisterApplication(Partition, Consumer, new ApplicationScript(true, false)),
        new Deregister(Consumer),
        new SubmitIo(Consumer, 4),
        new InjectPartitionError(Partition),
        new InjectStartFailure(Unit, 1),
        new InjectServiceProcessorOutage(false),
        new Settle(),
    ];

    /// <summary>The session that is joined.</summary>
    public const string Session = "e3f1";

    /// <summary>Requests by schema, as the suite writes them.</summary>
    public static IEnumerable<(string Schema, string Line)> Requests()
    {
        using var writer = new RequestWriter();
        yield return ("initialize.request", Text(writer.Initialize(1, 10_000)));
        yield return ("reset.request", Text(writer.Reset(1, 10_000, Setups.Small)));
        yield return ("observe.request", Text(writer.Plain(1, 5_000, Method.Observe)));
        yield return ("join.request", Text(writer.Join(1, 2_000, Session, 1)));
        yield return ("shutdown.request", Text(writer.Plain(1, 2_000, Method.Shutdown)));
        yield return ("observe.request", Text(writer.Plain(1, 5_000, Method.Observe, 2)));
        yield return ("apply.request", Text(writer.Apply(1, 5_000, new Settle(), 1)));
        foreach (var operation in Operations)
        {
            yield return ("apply.request", Text(writer.Apply(1, 5_000, operation)));
        }
    }

    /// <summary>Results by schema, as an adapter in .NET writes them.</summary>
    public static IEnumerable<(string Schema, string Line)> Results()
    {
        using var writer = new ResponseWriter();
        var description = new ImplementationDescription("sample", "1", Claims.Of(Claim.HotRemove));
        yield return ("initialize.result", Text(writer.Handshake(1, "1.0", description, restartPerReset: true)));
        var different = description with { Claims = Claims.All.With(AllTraits) };
        yield return ("initialize.result", Text(writer.Handshake(1, "1.1", different, restartPerReset: true)));
        yield return ("reset.result", Text(writer.Empty(1)));
        yield return ("reset.result", Text(writer.Reset(1, "e3f1")));
        yield return ("join.result", Text(writer.Empty(1)));
        yield return ("apply.result", Text(writer.Outcome(1, Outcome.Accepted)));
        yield return ("apply.result", Text(writer.Outcome(1, Outcome.Refused(RefusalReason.InUse))));
        yield return ("apply.result", Text(writer.Outcome(1, Outcome.Failed(FailureReason.Vetoed))));
        yield return ("observe.result", Text(writer.Observation(1, Full)));
    }

    // All but one of each two that contradict each other.
    private static Traits AllTraits => Enum.GetValues<Trait>()
        .Where(trait => trait is not (Trait.RetiresReplacedUnit or Trait.RoundsTo))
        .Aggregate(Traits.None, (traits, trait) => traits.With(trait));

    private static string Text(ReadOnlyMemory<byte> line) => System.Text.Encoding.UTF8.GetString(line.Span);
}
