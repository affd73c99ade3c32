namespace DhpConformance.Engine.Generation;

/// <summary>What the operations of a case are mostly about; a column of <see cref="OperationWeights"/>.</summary>
internal enum OperationMix
{
    /// <summary>Everything but consumers.</summary>
    Plain,

    /// <summary>Consumers that listen, and more to tell them.</summary>
    Consumers,

    /// <summary>Hot replaces, and nothing that ends a partition.</summary>
    Replaces,

    /// <summary>Units that come and go, and come back.</summary>
    Churn,

    /// <summary>Hot adds, one after the other, and who is notified of them.</summary>
    Burst,

    /// <summary>What begins and ends partitions, and what can be done while they are stopped.</summary>
    Starts,

    /// <summary>Consumers that come and go, and what they disturb.</summary>
    Registrations,

    /// <summary>Hot adds and hot removes, and nothing that ends a partition.</summary>
    Adds,
}
