namespace DhpConformance.Engine.Generation;

/// <summary>What a case is large in. Most cases are small: they are fast, and most faults show in them.</summary>
internal enum CaseShape
{
    /// <summary>Up to three partitions and a dozen units.</summary>
    Small,

    /// <summary>The server of the documents: twelve units in three partitions.</summary>
    Documents,

    /// <summary>Four to eight I/O host bridges.</summary>
    Bridges,

    /// <summary>Four to eight partitions.</summary>
    Partitions,

    /// <summary>As many active processors as a boundary or a limit allows, in units of 1 to 64.</summary>
    Processors,

    /// <summary>A few processors below or above as many as the operating system can use, or just as many.</summary>
    ProcessorLimit,

    /// <summary>Units of each kind that are nearly alike, processors of any size from 1 to 64 among them.</summary>
    Units,

    /// <summary>Two to six partitions, several operating systems, a static server in half of the cases.</summary>
    Neighbours,

    /// <summary>Memory modules from 64 MiB to more than 16 TiB, of all sizes between.</summary>
    Memory,

    /// <summary>Hundreds of hot replaces without a stop: each spare comes back.</summary>
    ManyReplaces,

    /// <summary>Hundreds of starts, stops, crashes, power cycles and assignments.</summary>
    ManyStarts,

    /// <summary>Hundreds of registrations, vetoes, failures and I/O requests, of more than eight consumers.</summary>
    ManyConsumers,

    /// <summary>One operation with one answer, again and again, and all partitions in one state at a time.</summary>
    Repetitions,

    /// <summary>A few units and spares that are added, replaced, removed and released again and again.</summary>
    Churn,

    /// <summary>A dozen or two of free units of each kind, and hot adds one close after the other.</summary>
    Burst,

    /// <summary>Hundreds of hot adds, and of hot removes where they are supported, without a stop.</summary>
    ManyAdds,
}
