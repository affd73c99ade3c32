namespace DhpConformance.Model.Rules;

/// <summary>
/// A size at which a rule is put to the test: a fault may show from a size, an amount or a count on and not before. A
/// run says in how many cases each was reached; a rule that names some passes only where each that is possible was.
/// </summary>
public enum SizeGoal
{
    /// <summary>A processor is active in a second group.</summary>
    SecondGroup,

    /// <summary>A processor is active in a third group.</summary>
    ThirdGroup,

    /// <summary>A processor is active in a fourth group.</summary>
    FourthGroup,

    /// <summary>A driver was called for a processor that was hot added to another group than the first.</summary>
    CallbackBeyondFirstGroup,

    /// <summary>
    /// A processor was hot added to a partition with several populated groups, in which an application was registered.
    /// </summary>
    ApplicationWithSeveralGroups,

    /// <summary>As many processors are active as the operating system can use.</summary>
    ProcessorLimit,

    /// <summary>A hot add was refused that would have made it one more.</summary>
    AddBeyondProcessorLimit,

    /// <summary>A start was refused with one more.</summary>
    StartBeyondProcessorLimit,

    /// <summary>More than 256 processors are active.</summary>
    ProcessorsBeyondFourGroups,

    /// <summary>The server has 8 partitions or more.</summary>
    EightPartitions,

    /// <summary>A unit or partition has a number beyond 65,535.</summary>
    NumberBeyondTwoBytes,

    /// <summary>A partition runs with more than 4 GiB of memory.</summary>
    MemoryBeyondFourGib,

    /// <summary>A partition runs with more than 2 TiB of memory.</summary>
    MemoryBeyondTwoTib,

    /// <summary>A hot add was refused that would have exceeded a memory limit above 4 GiB.</summary>
    AddBeyondLargeMemoryLimit,

    /// <summary>More than four consumers are registered in a partition.</summary>
    MoreThanFourConsumers,

    /// <summary>A processor was hot added among more than four, one with a callback at least.</summary>
    CallbackAmongMoreThanFour,

    /// <summary>Something was hot added among more than four, of which a driver hears at least.</summary>
    DriverArrivalAmongMoreThanFour,

    /// <summary>Something was hot added among more than four, of which an application hears at least.</summary>
    ApplicationArrivalAmongMoreThanFour,

    /// <summary>A unit was replaced among more than four, one driver at least.</summary>
    ReplaceAmongMoreThanFour,

    /// <summary>More than 300 hot operations were asked for in a case, and nothing ended a partition.</summary>
    ManyHotOperations,
}
