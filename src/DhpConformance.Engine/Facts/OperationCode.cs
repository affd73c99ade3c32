using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Facts;

/// <summary>Operations as C# expressions.</summary>
internal static class OperationCode
{
    public static string Of(Operation operation) => operation switch
    {
        AssignUnit one => $"new AssignUnit({Of(one.Unit)}, {Of(one.Partition)})",
        ReleaseUnit one => $"new ReleaseUnit({Of(one.Unit)})",
        SwitchUnitPower one => $"new SwitchUnitPower({Of(one.Unit)}, UnitPower.{one.Power})",
        StartPartition one => $"new StartPartition({Of(one.Partition)})",
        StopPartition one => $"new StopPartition({Of(one.Partition)})",
        RestartPartition one => $"new RestartPartition({Of(one.Partition)})",
        HotAdd one => $"new HotAdd({Of(one.Partition)}, {Of(one.Unit)})",
        HotReplace one => $"new HotReplace({Of(one.Partition)}, {Of(one.Target)}, {Of(one.Spare)})",
        HotRemove one => $"new HotRemove({Of(one.Partition)}, {Of(one.Unit)})",
        RegisterDriver one =>
            $"new RegisterDriver({Of(one.Partition)}, {Of(one.Consumer)}, {ScriptCode.Of(one.Script)})",
        RegisterApplication one =>
            $"new RegisterApplication({Of(one.Partition)}, {Of(one.Consumer)}, {ScriptCode.Of(one.Script)})",
        Deregister one => $"new Deregister({Of(one.Consumer)})",
        SubmitIo one => $"new SubmitIo({Of(one.Driver)}, {one.Requests})",
        InjectPartitionError one => $"new InjectPartitionError({Of(one.Partition)})",
        InjectStartFailure one => $"new InjectStartFailure({Of(one.Unit)}, {one.Components})",
        InjectServiceProcessorOutage one => $"new InjectServiceProcessorOutage({Word(one.Available)})",
        _ => $"new {operation.GetType().Name}()",
    };

    /// <summary>A truth value.</summary>
    public static string Word(bool value) => value ? "true" : "false";

    private static string Of(UnitId id) => $"new UnitId({id.Value})";

    private static string Of(PartitionId id) => $"new PartitionId({id.Value})";

    private static string Of(ConsumerId id) => $"new ConsumerId({id.Value})";
}
