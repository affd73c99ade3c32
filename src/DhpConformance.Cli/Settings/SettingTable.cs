using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Engine.Campaigns;

namespace DhpConformance.Cli.Settings;

/// <summary>All settings of a run, in the order of the help.</summary>
internal static class SettingTable
{
    public static readonly Setting Implementation = new(
        "implementation",
        "SOURCE",
        "What is judged: reference, mutant:NAME for a broken one, assembly:PATH[#TYPE], command:COMMAND LINE, "
        + "unix:PATH or tcp:127.0.0.1:PORT.",
        "reference")
    {
        RefusesEmpty = true,
    };

    public static readonly Setting Profile = new(
        "profile", "NAME|FILE", "Operating systems to judge it by: names of built-in profiles, or JSON files.", "")
    {
        Many = true,
        DefaultName = "all built-in ones; for a mutant, hot-everything as well",
    };

    public static readonly Setting Cases = new(
        "cases", "N", "Cases for each profile, 1 or more.", Text(SuiteOptions.DefaultCases));

    public static readonly Setting Length = new(
        "length", "N", "Operations in each case, 1 or more.", Text(SuiteOptions.DefaultLength));

    public static readonly Setting Seed = new(
        "seed", "S", "Where all cases come from: the same seed gives the same results.", "1");

    public static readonly Setting Threads = new(
        "threads", "N", "Threads that execute cases, 1 or more; the results do not depend on it.",
        Text(Environment.ProcessorCount))
    {
        DefaultName = "one for each processor",
    };

    public static readonly Setting Rule = new("rule", "ID", "Rules to judge.", "")
    {
        Many = true,
        DefaultName = "all",
    };

    public static readonly Setting Out = new(
        "out", "DIR", "Folder for results.json and the replay files of failures.", "reports/latest");

    public static readonly Setting Claims = new(
        "claims", "FILE", "What the implementation has to claim, every claim true or false; checked first.", "")
    {
        DefaultName = "what it says itself",
    };

    public static readonly Setting KnownFailures = new(
        "known-failures", "FILE", "Rules that are known to be broken, each with a reason and a link.", "")
    {
        DefaultName = "none",
    };

    public static readonly Setting Shard = new(
        "shard",
        "K/N",
        "Run the K-th of N shares of the cases, dealt out 16 at a time, or of the states of a scope; `dhp merge` puts "
        + "them together.",
        "1/1");

    public static readonly Setting RestartPerCase = new(
        "restart-per-case", "true|false", "Start a fresh process for each case, for a program that cannot reset.",
        "false")
    {
        IsSwitch = true,
    };

    public static readonly Setting TimeoutScale = new(
        "timeout-scale", "X", "Multiplies every deadline of a program that is reached over a pipe or socket.", "1");

    public static ImmutableArray<Setting> All { get; } =
    [
        Implementation, Profile, Cases, Length, Seed, Threads, Rule, Out, Claims, KnownFailures, Shard, RestartPerCase,
        TimeoutScale,
    ];

    /// <summary>Those that say what is judged and how it is reached.</summary>
    public static ImmutableArray<Setting> Reaching { get; } = [Implementation, Claims, RestartPerCase, TimeoutScale];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
