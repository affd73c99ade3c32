namespace DhpConformance.Model.Rules;

/// <summary>
/// What a step put to the test that a <see cref="Situation"/> does not tell, because it depends on consumers or on what
/// was done before. A run counts them; a rule names those that reach it.
/// </summary>
public enum CoverageGoal
{
    /// <summary>A consumer was notified of anything at all.</summary>
    Told,

    /// <summary>A driver was registered.</summary>
    DriverRegistered,

    /// <summary>A driver with a device was registered.</summary>
    DeviceRegistered,

    /// <summary>An application was registered.</summary>
    ApplicationRegistered,

    /// <summary>A consumer was deregistered.</summary>
    ConsumerDeregistered,

    /// <summary>A registration had to be refused as invalid, and for no other reason.</summary>
    RegistrationRefusedAsInvalid,

    /// <summary>A registration had to be refused as not running, and for no other reason.</summary>
    RegistrationRefusedAsNotRunning,

    /// <summary>
    /// A processor or memory module was added to a running partition from which a consumer had deregistered.
    /// </summary>
    AddAfterDeregistration,

    /// <summary>A processor or memory module was added to a partition whose registrations had ended before.</summary>
    AddAfterRegistrationsEnded,

    /// <summary>A hot operation was carried out while a consumer was registered in another partition.</summary>
    HotOperationBesideConsumerElsewhere,

    /// <summary>A logical processor became active while a driver with a callback was registered.</summary>
    ProcessorAddedWithSynchronousDriver,

    /// <summary>A unit of several logical processors was added with such a driver.</summary>
    SeveralProcessorsAddedWithSynchronousDriver,

    /// <summary>A logical processor was not added, of which a driver had accepted the Start.</summary>
    FailureOwed,

    /// <summary>A hot add failed because of a veto.</summary>
    AddVetoed,

    /// <summary>Some logical processors of a unit were vetoed, and others were not.</summary>
    AddPartlyVetoed,

    /// <summary>A memory module or bridge was added while a driver with a callback was registered.</summary>
    OtherUnitAddedWithSynchronousDriver,

    /// <summary>A logical processor became active with a driver without callback, or an application.</summary>
    ProcessorAddedWithOtherConsumer,

    /// <summary>A driver was registered that includes existing processors and vetoed none of them.</summary>
    ExistingProcessorsOffered,

    /// <summary>A driver was registered that includes existing processors and vetoed one of them.</summary>
    ExistingProcessorVetoed,

    /// <summary>A driver with a callback was registered that does not include existing processors.</summary>
    SynchronousDriverRegisteredForNew,

    /// <summary>A logical processor became active while a driver was registered for it.</summary>
    ProcessorAddedWithArrivalDriver,

    /// <summary>A memory module was added while a driver was registered for it.</summary>
    MemoryAddedWithArrivalDriver,

    /// <summary>A hot add failed, or a bridge was added, while a driver was registered for arrivals.</summary>
    NothingArrivedWithArrivalDriver,

    /// <summary>Something was added of a kind for which a driver with other arrivals was not registered.</summary>
    OtherKindAddedWithArrivalDriver,

    /// <summary>A driver was registered for arrivals that did not ask for existing ones.</summary>
    ArrivalDriverRegisteredForNew,

    /// <summary>A driver was registered that asked for existing interfaces.</summary>
    ExistingInterfacesReported,

    /// <summary>A unit was replaced while a consumer was registered for arrivals.</summary>
    ReplaceWithArrivalConsumer,

    /// <summary>A logical processor became active while an application was registered for it.</summary>
    ProcessorAddedWithApplication,

    /// <summary>A memory module was added while an application was registered for it.</summary>
    MemoryAddedWithApplication,

    /// <summary>A hot add failed, or a bridge was added, while an application was registered.</summary>
    NothingArrivedWithApplication,

    /// <summary>Something was added of a kind for which an application was not registered.</summary>
    OtherKindAddedWithApplication,

    /// <summary>A logical processor became active while an application was registered, for whatever.</summary>
    ProcessorAddedBesideApplication,

    /// <summary>A unit was replaced while an application was registered.</summary>
    ReplaceWithApplication,

    /// <summary>A rebalance was due in which a device takes part.</summary>
    RebalanceWithParticipant,

    /// <summary>
    /// A memory module was added, a unit replaced or a hot add failed while a driver with a device was registered.
    /// </summary>
    NoRebalanceDue,

    /// <summary>A rebalance was due with a device for which its policy decides.</summary>
    RebalanceDecidedByPolicy,

    /// <summary>A rebalance was due with a device for which the opt-out of its class decides.</summary>
    RebalanceDecidedByClass,

    /// <summary>A rebalance was due with a device for which the default of its class decides.</summary>
    RebalanceDecidedByDefault,

    /// <summary>A rebalance was due with a device that takes part and rejects query-stop.</summary>
    RebalanceRejected,

    /// <summary>A rebalance was due with a device that takes part and fails restart.</summary>
    RestartFailed,

    /// <summary>A unit was replaced.</summary>
    Replaced,

    /// <summary>A hot replace failed.</summary>
    ReplaceFailed,

    /// <summary>A unit was replaced while a driver was registered.</summary>
    ReplaceWithDriver,

    /// <summary>A unit was replaced while a driver with a device was registered.</summary>
    ReplaceWithDevice,

    /// <summary>A processor was replaced while a driver with a callback was registered.</summary>
    ReplaceWithSynchronousDriver,

    /// <summary>A hot replace had to be refused as incompatible because of a device alone.</summary>
    ReplaceWithNonDynamicDevice,

    /// <summary>A hot replace had to fail because a device never reaches D3.</summary>
    ReplaceWithSleeplessDevice,

    /// <summary>A unit was replaced before the server had settled arrivals in its partition.</summary>
    ReplaceWithPendingNotices,

    /// <summary>A unit was replaced before the server had settled a rebalance with a device that takes part.</summary>
    ReplaceWithRebalanceDue,

    /// <summary>A hot add or hot remove was carried out while a driver was registered.</summary>
    OtherHotOperationWithDriver,

    /// <summary>I/O was submitted.</summary>
    IoSubmitted,

    /// <summary>A unit was replaced before the server had settled an I/O request.</summary>
    IoPendingAtReplace,

    /// <summary>A rebalance was due, and I/O not settled, at a device that takes part.</summary>
    IoPendingAtRebalance,

    /// <summary>A unit was replaced before the server had settled several I/O requests to one device.</summary>
    SeveralIoPendingAtReplace,

    /// <summary>A rebalance was due, and several I/O requests not settled, at a device that takes part.</summary>
    SeveralIoPendingAtRebalance,
}
