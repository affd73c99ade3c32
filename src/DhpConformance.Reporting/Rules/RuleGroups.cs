using System.Collections.Immutable;

namespace DhpConformance.Reporting.Rules;

/// <summary>The groups that rules come in, by what stands before the hyphen of their ids.</summary>
internal static class RuleGroups
{
    private static readonly ImmutableDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["TOP"] = "Topology and partitions",
        ["DYN"] = "Static and dynamic servers",
        ["RUN"] = "Life cycle",
        ["CAP"] = "Capabilities",
        ["ADD"] = "Hot add",
        ["REP"] = "Hot replace",
        ["REM"] = "Hot remove",
        ["MEM"] = "Memory",
        ["PROC"] = "Processors",
        ["REF"] = "Refusals",
        ["CON"] = "Consumers",
        ["SYN"] = "Synchronous notification",
        ["ASY"] = "Asynchronous notification",
        ["APP"] = "Applications",
        ["REB"] = "Resource rebalance",
        ["QUI"] = "Quiescence",
        ["IO"] = "I/O of devices that pause",
    }.ToImmutableDictionary();

    /// <summary>The group of a rule, also of one that this version does not know.</summary>
    public static string Of(string rule) => rule.Split('-', 2)[0];

    /// <summary>What a group is about; its own name if this version does not know it.</summary>
    public static string Title(string group) => Titles.GetValueOrDefault(group, group);
}
