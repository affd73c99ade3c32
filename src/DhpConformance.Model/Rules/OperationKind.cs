namespace DhpConformance.Model.Rules;

/// <summary>The operations, as a dense enumeration for counting.</summary>
public enum OperationKind
{
    /// <summary>Cold assignment of a unit.</summary>
    AssignUnit,

    /// <summary>Cold release of a unit.</summary>
    ReleaseUnit,

    /// <summary>A unit's power switch.</summary>
    SwitchUnitPower,

    /// <summary>Start of a partition.</summary>
    StartPartition,

    /// <summary>Stop of a partition.</summary>
    StopPartition,

    /// <summary>Restart of a partition.</summary>
    RestartPartition,

    /// <summary>The server is powered on.</summary>
    PowerOnServer,

    /// <summary>The server is powered off.</summary>
    PowerOffServer,

    /// <summary>Hot add.</summary>
    HotAdd,

    /// <summary>Hot replace.</summary>
    HotReplace,

    /// <summary>Hot remove.</summary>
    HotRemove,

    /// <summary>A driver is registered.</summary>
    RegisterDriver,

    /// <summary>An application is registered.</summary>
    RegisterApplication,

    /// <summary>A consumer is deregistered.</summary>
    Deregister,

    /// <summary>I/O requests are submitted.</summary>
    SubmitIo,

    /// <summary>An error inside a partition.</summary>
    InjectPartitionError,

    /// <summary>A unit that will not start.</summary>
    InjectStartFailure,

    /// <summary>The service processor stops or resumes answering.</summary>
    InjectServiceProcessorOutage,

    /// <summary>Everything begun comes to its end.</summary>
    Settle,
}

/// <summary>Families of operations.</summary>
public static class OperationFamilies
{
    extension(OperationKind operation)
    {
        /// <summary>Whether it changes a running partition.</summary>
        public bool IsHot => operation is OperationKind.HotAdd or OperationKind.HotReplace or OperationKind.HotRemove;

        /// <summary>Whether it registers or deregisters a consumer, or hands I/O to one.</summary>
        public bool IsAboutConsumers => operation is OperationKind.RegisterDriver or OperationKind.RegisterApplication
            or OperationKind.Deregister or OperationKind.SubmitIo;

        /// <summary>Whether it injects a fault.</summary>
        public bool IsFault => operation is OperationKind.InjectPartitionError or OperationKind.InjectStartFailure
            or OperationKind.InjectServiceProcessorOutage;

        /// <summary>Whether it starts or stops a partition or the server.</summary>
        public bool IsLifeCycle => operation is OperationKind.StartPartition or OperationKind.StopPartition
            or OperationKind.RestartPartition or OperationKind.PowerOnServer or OperationKind.PowerOffServer;
    }
}
