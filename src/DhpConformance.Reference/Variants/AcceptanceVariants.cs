using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Servers that answer before a hot operation has ended, as most hypervisors do.</summary>
internal static class AcceptanceVariants
{
    private const int MostPending = 6;

    public static readonly Variant[] All =
    [
        Variant.Of(
            "accepts-hot-operations",
            "Every hot operation that is not refused is accepted, whether it will succeed or fail, and ends when the "
            + "next request comes.",
            ["REF-06"],
            Accepting(goesOnIn: null)),
        Variant.Of(
            "ends-accepted-operations-during-an-outage",
            "What was accepted goes on while the service processor does not answer, and has its whole effect.",
            ["REF-06", "TOP-09"],
            Accepting(goesOnIn: operation => operation is InjectServiceProcessorOutage)),
        new(
            "ends-accepted-operations-late",
            "Up to six accepted hot operations are under way beside completed ones; they end late, in any order, "
            + "before or after any request, and memory is signalled in between.",
            () => new EndsAcceptedLate("ends-accepted-operations-late", MostPending))
        {
            Rules = ["REF-06", "CON-06", "CON-08", "QUI-03", "QUI-06", "QUI-13", "REP-18", "REP-21", "TOP-04"],
        },
    ];

    private static ServerComposition Accepting(Predicate<Operation>? goesOnIn) => new()
    {
        Claims = Claims.All,
        Admission = machine => new AcceptingAdmission(machine),
        RequestHandler = (service, admission) =>
            new AcceptedHotOperations(service, (AcceptingAdmission)admission, goesOnIn),
    };
}
