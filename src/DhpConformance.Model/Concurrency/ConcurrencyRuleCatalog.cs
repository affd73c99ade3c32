using System.Collections.Immutable;

namespace DhpConformance.Model.Concurrency;

/// <summary>Every rule for requests that overlap, in the order of <c>specs/concurrency-rules.md</c>.</summary>
public static class ConcurrencyRuleCatalog
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ConcurrencyRule> All { get; } =
    [
        new("LIN-01", "Of overlapping requests for one unit, at most one gets it.")
        {
            Sources = ["DHP-TOP-09", "G-17", "G-100"],
            Generalises = ["TOP-13", "TOP-09", "REP-03", "REF-05"],
        },
        new("LIN-02", "Limits hold for the sum of what overlapping requests add or take.")
        {
            Sources = ["DHP-PROC-08", "G-60", "G-100"],
            Generalises = ["PROC-09", "MEM-11", "TOP-05"],
        },
        new("LIN-03", "No change that was granted is lost, and no change that was refused or undone is left behind.")
        {
            Sources = ["DHP-TOP-09", "G-00", "G-100"],
            Generalises = ["DYN-09", "ADD-10", "ADD-20", "TOP-14", "REF-01"],
        },
        new(
            "LIN-04",
            "An observation during a hot replace shows either the target or the spare in its place: not both, "
                + "and not neither.")
        {
            Sources = ["DHP-DYN-12", "G-92", "G-100"],
            Generalises = ["REP-04", "REP-18", "REP-21"],
        },
        new(
            "LIN-05",
            "A request that depends on the run state, on power or on the service processor is granted only if "
                + "its condition held at some moment while the request was under way, in one order with the "
                + "requests that change it.")
        {
            Sources = ["DHP-DYN-13", "G-16", "G-100"],
            Generalises = ["DYN-13", "RUN-01", "RUN-02", "RUN-03", "RUN-04", "RUN-05", "TOP-18"],
        },
        new("LIN-06", "The reason of a refusal or failure was true at some moment while the request was under way.")
        {
            Sources = ["G-00", "G-100"],
            Generalises = ["REF-01", "REF-02"],
        },
        new("LIN-07", "An observation shows the server as it was at one moment while the observation was under way.")
        {
            Sources = ["DHP-TOP-09", "G-100"],
            Generalises = ["TOP-01", "TOP-13", "TOP-14", "MEM-01", "PROC-02"],
        },
        new("LIN-08", "A request is refused as busy only while another is under way that concerns the same unit or "
            + "partition, or the whole server.")
        {
            Sources = ["G-16", "G-17", "G-100"],
            Generalises = ["ADD-01", "REP-05"],
        },
        new(
            "LIN-09",
            "A request is not refused as busy because of a request for another partition with which it has no "
                + "unit in common.")
        {
            Sources = ["G-18", "G-100"],
            Generalises = ["TOP-04"],
        },
        new("LIN-10", "Every request is answered, whatever overlaps it.")
        {
            Sources = ["G-100"],
            Generalises = ["REF-07"],
        },
    ];

    /// <summary>The rule with this id, in any case of letters; null if there is none.</summary>
    public static ConcurrencyRule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
