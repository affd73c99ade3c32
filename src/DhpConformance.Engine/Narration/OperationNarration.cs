using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Narration;

/// <summary>Operations in sentences. A unit is called by its kind, so the setup has to be known.</summary>
public sealed class OperationNarration(ServerSetup setup)
{
    private readonly Dictionary<UnitId, UnitKind> kinds = setup.Units.ToDictionary(unit => unit.Id, unit => unit.Kind);

    /// <summary>One sentence, such as <c>Hot add processor u1 to p0.</c></summary>
    public string Sentence(Operation operation) => operation switch
    {
        AssignUnit assign => $"Assign {Named(assign.Unit)} to {Named(assign.Partition)}.",
        ReleaseUnit release => $"Release {Named(release.Unit)} from the partition that holds it.",
        SwitchUnitPower power => $"Switch {Named(power.Unit)} {Words.Of(power.Power)}.",
        StartPartition start => $"Start {Named(start.Partition)}.",
        StopPartition stop => $"Stop {Named(stop.Partition)}.",
        RestartPartition restart => $"Restart {Named(restart.Partition)}.",
        PowerOnServer => "Power the server on.",
        PowerOffServer => "Power the server off.",
        HotAdd add => $"Hot add {Named(add.Unit)} to {Named(add.Partition)}.",
        HotReplace replace =>
            $"Hot replace {Named(replace.Target)} of {Named(replace.Partition)} by {Named(replace.Spare)}.",
        HotRemove remove => $"Hot remove {Named(remove.Unit)} from {Named(remove.Partition)}.",
        RegisterDriver register => $"Load driver {register.Consumer} in {Named(register.Partition)}.",
        RegisterApplication register => $"Start application {register.Consumer} in {Named(register.Partition)}.",
        Deregister deregister => $"Deregister {deregister.Consumer}.",
        SubmitIo submit => $"Submit {Quantity.Of(submit.Requests, "I/O request")} to the device of {submit.Driver}.",
        InjectPartitionError error => $"Let an error crash {Named(error.Partition)}.",
        InjectStartFailure failure =>
            $"Let {Quantity.Of(failure.Components, "component")} of {Named(failure.Unit)} fail to start next time.",
        InjectServiceProcessorOutage { Available: false } => "Let the service processor stop answering.",
        InjectServiceProcessorOutage => "Let the service processor answer again.",
        Settle => "Let everything that was begun come to its end.",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "This operation has no sentence."),
    };

    private string Named(PartitionId partition) =>
        setup.Partitions.Any(one => one.Id == partition) ? $"{partition}" : $"unknown partition {partition}";

    private string Named(UnitId unit) =>
        kinds.TryGetValue(unit, out var kind) ? $"{Quantity.Kind(kind)} {unit}" : $"unknown unit {unit}";
}
