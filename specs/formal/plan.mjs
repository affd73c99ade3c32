// What is checked: the scopes that are explored, the small modules, and where what is interesting has to turn up.

/** Each scope of scopes.qnt, with the witnesses (witnesses.qnt) that it has to reach. The largest first. */
export const scopes = {
  medium: [
    "bothRun", "oneRunsBesideACrash", "poolsSmallerThanMemory",
    "processorAdded", "memoryAdded", "bridgeAdded", "processorReplaced", "memoryReplaced",
    "refusedAsInUse", "refusedAsNotAssigned", "refusedAsNotRunning", "refusedAsNotStopped", "refusedAsNotSupported",
    "refusedAsIncompatible", "refusedAsInsufficient", "refusedForMany",
  ],
  removable: ["processorRemoved", "memoryRemoved", "bridgeRemoved", "refusedAsNotAssigned", "refusedAsInsufficient"],
  faults: [
    "partsAreParked", "failureWaits", "addPartlyCompleted", "addFailed", "replaceFailed", "partlyStartedUnitReplaced",
    "refusedAsInvalid",
  ],
  spares: ["powerLeftOpen", "refusedAsIncompatible"],
  strangers: ["refusedAsNotPresent", "bothRun"],
  mixed: ["bothRun", "memoryAdded", "processorAdded", "refusedAsNotSupported"],
  limits: ["processorLimitReached", "memoryLimitReached", "refusedAsLimitExceeded"],
  static: ["staticMapChanged", "refusedAsNotDynamic", "refusedForMany"],
  outage: ["refusedAsUnavailable"],
  parked: ["partsAreParked", "refusedForParkedParts"],
  locked: ["refusedAsLockedAndUnavailable"],
  single: ["processorAdded", "bridgeAdded", "processorReplaced", "memoryReplaced"],
  x86: ["memoryAdded", "refusedAsNotSupported"],
};

/** Scopes that are not asked for `reasonsAreTrue`: it takes as long as the search, and the others have every request. */
export const withoutReasons = ["medium", "removable", "mixed", "spares"];

/** The modules of the core, whose invariants are asked of every scope. */
export const invariantModules = ["stateInvariants", "stepInvariants", "answerInvariants"];

/** The small modules: every `val` after the heading Invariants or Witnesses has to hold. */
export const modules = ["synchronous", "rebalance", "quiescence"];

/** Traces of random walks: as many of them, of so many steps each. */
export const walks = { number: 120, steps: 50, seed: 24301 };
