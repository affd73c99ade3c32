namespace DhpConformance.Model.Rules;

/// <summary>MEM, continued: memory events that are hints and no promises.</summary>
internal static class MemoryNoticeRules
{
    public static readonly Rule[] All =
    [
        new("MEM-06", "The high memory condition may follow the add of memory, but need not.")
        {
            Level = Level.May,
            Sources = ["DHP-MEM-05", "DHP-MEM-06", "G-63"],
            NotTestable = "Free memory is not part of the contract: the event is neither required nor forbidden.",
        },
        new("MEM-08", "Adding memory by itself raises no event of the pools.")
        {
            Sources = ["DHP-MEM-08"],
            Derived = true,
            NotTestable =
                "Events of the pools are not part of the contract; that the pools stay as they are is MEM-04.",
        },
    ];
}
