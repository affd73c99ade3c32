namespace DhpConformance.Model.Matching;

/// <summary>What can differ in an observation. <c>specs/judging.md</c> names the rule for each.</summary>
public enum Field
{
    /// <summary>A unit is missing, invented or listed twice.</summary>
    UnitList,

    /// <summary>The power of the server.</summary>
    ServerPower,

    /// <summary>The owner of a unit.</summary>
    Owner,

    /// <summary>The power of a unit.</summary>
    UnitPower,

    /// <summary>The run state of a partition.</summary>
    RunState,

    /// <summary>The number of active processors.</summary>
    ActiveProcessors,

    /// <summary>The maximum number of processors.</summary>
    MaximumProcessors,

    /// <summary>System-wide indexes.</summary>
    ProcessorIndex,

    /// <summary>Group and number of a processor.</summary>
    ProcessorNumber,

    /// <summary>Active masks.</summary>
    ActiveMask,

    /// <summary>Which unit a logical processor is part of.</summary>
    ProcessorUnit,

    /// <summary>Numbers that should have stayed as they were.</summary>
    Numbering,

    /// <summary>The amount of memory.</summary>
    Memory,

    /// <summary>Pool sizes.</summary>
    Pools,

    /// <summary>Started bridges.</summary>
    Bridges,

    /// <summary>The latest hot operation.</summary>
    LatestHotOperation,

    /// <summary>Which devices and applications are shown.</summary>
    Consumers,

    /// <summary>The affinity of an application.</summary>
    Affinity,
}
