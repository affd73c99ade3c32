namespace DhpConformance.Reference.Variants;

/// <summary>Servers that take every choice at random which the specification leaves open.</summary>
internal static class ChoiceVariants
{
    // Four may end in any order, each with or without effect: with more, the suite does not try every order.
    private const int MostPending = 4;

    public static readonly Variant[] All =
    [
        new(
            "accepts-at-random",
            "What may be chosen is chosen at random, and so is whether a request is answered before it is carried out, "
            + "and when and in which order up to four of them end.",
            () => new ChoosesAtRandom("accepts-at-random", MostPending))
        {
            Rules = ["REF-01", "REF-06", "TOP-09", "CON-04", "CON-06", "QUI-03"],
        },
        new(
            "chooses-at-random",
            "Whatever the specification leaves open is chosen at random: reasons, numbers, sizes, order, delay, "
            + "and what is notified once or twice.",
            () => new ChoosesAtRandom("chooses-at-random", mostPending: 0))
        {
            Rules = ["REF-02", "REF-06", "PROC-18", "MEM-05", "ASY-01", "REB-01", "QUI-01", "IO-02"],
        },
    ];
}
