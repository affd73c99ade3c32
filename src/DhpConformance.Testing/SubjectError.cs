using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>
/// What somebody asks for by mistake: each would otherwise judge nothing, or less than they think, and pass.
/// </summary>
internal static class SubjectError
{
    /// <summary>What is wrong with the options, and what to do; null if nothing is.</summary>
    public static string? In(SuiteOptions options)
    {
        var profiles = options.Profiles.IsDefault ? [] : options.Profiles;
        var rules = options.Rules.IsDefault ? [] : options.Rules;
        return profiles.Length == 0
                ? "Its Options name no profile; name one at least: Profiles = "
                    + "[ProfileCatalog.Find(\"windows-server-2008-x64\")!]."
            : profiles.Any(profile => profile is null)
                ? "One of the Profiles of its Options is null: most likely ProfileCatalog.Find was given a name that "
                    + "no built-in profile has. There are: "
                    + $"{string.Join(", ", ProfileCatalog.All.Select(profile => profile.Name))}."
            : profiles.GroupBy(profile => profile.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
                ? $"Two of the Profiles of its Options are called {twice.Key}, but tests are named after profiles; "
                    + "list it once, or rename one."
            : rules.FirstOrDefault(rule => RuleCatalog.Find(rule ?? "") is null, "none") is var rule && rule != "none"
                ? $"Its Options name the rule \"{rule}\", and there is none. {Similar(rule ?? "")}"
            : Few("Cases", options.Cases) ?? Few("Length", options.Length) ?? Few("Threads", options.Threads)
                ?? Share(options);
    }

    /// <summary>What is wrong with the known failures, and what to do; null if nothing is.</summary>
    public static string? In(KnownFailureList known) =>
        known.All.IsDefault
            ? "Its KnownFailures have no list; return KnownFailureList.None if there are none."
        : known.All.FirstOrDefault(one => RuleCatalog.Find(one?.Rule ?? "") is null, Fine) is var one && one != Fine
            ? $"Its KnownFailures name the rule \"{one?.Rule}\", and there is none. {Similar(one?.Rule ?? "")}"
            : null;

    private static KnownFailure Fine { get; } = new("", "", "");

    private static string? Few(string name, int number) => number >= 1
        ? null
        : $"{name} of its Options is {number}; it must be 1 or more, and is the usual number if it is left out.";

    private static string? Share(SuiteOptions options) => options.CasesOfShard >= 1
        ? null
        : $"Shard {options.Shard} of its Options has none of the {options.Cases} cases, which are dealt out in "
            + "batches of 16; ask for more cases, or for fewer shards.";

    // An id is a group and a number: who misspells one mostly has the group right.
    private static string Similar(string id)
    {
        var group = RuleCatalog.All
            .Where(rule => id.StartsWith(rule.Group, StringComparison.OrdinalIgnoreCase))
            .Select(rule => rule.Id)
            .ToList();
        return group.Count > 0
            ? $"Those that begin like it are: {string.Join(", ", group)}."
            : "RuleCatalog.All has all of them; so has `dhp rules`.";
    }
}
