using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// A request to a server, as plain data. The family is closed: these are all the operations there are.
/// An implementation that does not claim one refuses it (<see cref="RefusalReason.NotSupported"/>).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "operation")]
[JsonDerivedType(typeof(AssignUnit), "assign-unit")]
[JsonDerivedType(typeof(ReleaseUnit), "release-unit")]
[JsonDerivedType(typeof(SwitchUnitPower), "switch-unit-power")]
[JsonDerivedType(typeof(StartPartition), "start-partition")]
[JsonDerivedType(typeof(StopPartition), "stop-partition")]
[JsonDerivedType(typeof(RestartPartition), "restart-partition")]
[JsonDerivedType(typeof(PowerOnServer), "power-on-server")]
[JsonDerivedType(typeof(PowerOffServer), "power-off-server")]
[JsonDerivedType(typeof(HotAdd), "hot-add")]
[JsonDerivedType(typeof(HotReplace), "hot-replace")]
[JsonDerivedType(typeof(HotRemove), "hot-remove")]
[JsonDerivedType(typeof(RegisterDriver), "register-driver")]
[JsonDerivedType(typeof(RegisterApplication), "register-application")]
[JsonDerivedType(typeof(Deregister), "deregister")]
[JsonDerivedType(typeof(SubmitIo), "submit-io")]
[JsonDerivedType(typeof(InjectPartitionError), "inject-partition-error")]
[JsonDerivedType(typeof(InjectStartFailure), "inject-start-failure")]
[JsonDerivedType(typeof(InjectServiceProcessorOutage), "inject-service-processor-outage")]
[JsonDerivedType(typeof(Settle), "settle")]
public abstract record Operation
{
    // The family is closed: an operation that the model does not know could not be judged.
    private protected Operation()
    {
    }
}
