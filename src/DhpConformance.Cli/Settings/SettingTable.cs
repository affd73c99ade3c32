using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Settings;

/// <summary>All settings of a run, in the order of the help.</summary>
internal static class SettingTable
{
    public static readonly Setting Implementation = new(
        "implementation",
        "SOURCE",
        "The implementation under test: reference, mutant:NAME (a faulty server), variant:NAME (a conforming server "
        + "that differs), assembly:PATH[#TYPE], command:COMMAND LINE, unix:PATH or tcp:127.0.0.1:PORT. A consumer: "
        + "reference:disk, mutant:NAME, assembly:PATH[#TYPE] or command:COMMAND LINE.",
        "reference")
    {
        RefusesEmpty = true,
    };

    public static readonly Setting Role = new(
        "role",
        "server|consumer",
        "What is under test: a server, or a consumer (a driver or an application).",
        "server");

    public static readonly Setting Profile = new(
        "profile", "NAME|FILE", "Operating systems to judge by: names of built-in profiles, or JSON files.", "")
    {
        Many = true,
        DefaultName = "all built-in profiles; also hot-everything for a mutant or a variant",
    };

    public static readonly Setting Cases = new(
        "cases", "N", "Cases for each profile, 1 or more.", Text(SuiteOptions.DefaultCases));

    public static readonly Setting Clients = new(
        "clients",
        "N",
        "Clients that send overlapping requests, 2 to 4; the run judges only the rules for overlapping requests. With "
        + "1, requests do not overlap.",
        "1");

    public static readonly Setting Length = new(
        "length", "N", "Operations in each case, 1 or more.", Text(SuiteOptions.DefaultLength));

    public static readonly Setting Seed = new(
        "seed", "S", "Seed of all cases: the same seed gives the same results.", "1");

    public static readonly Setting Workload = new(
        "workload",
        "default|churn|burst|soak",
        "What half of the small cases are about instead: churn adds, replaces, removes and adds again; burst adds many "
        + "units close together; soak has 300 to 1,000 hot operations without a stop.",
        "default");

    public static readonly Setting Threads = new(
        "threads", "N", "Threads that execute cases, 1 or more; the results do not depend on it.",
        Text(Environment.ProcessorCount))
    {
        DefaultName = "one for each processor",
    };

    public static readonly Setting Rule = new(
        "rule", "ID|FAMILY", "Rules to judge: REP-01, or all of a family: REP-*.", "")
    {
        Many = true,
        DefaultName = "all",
    };

    public static readonly Setting Out = new(
        "out", "DIR", "Folder for results.json and the replay files of failures.", "reports/latest");

    public static readonly Setting Claims = new(
        "claims", "FILE", "Claims that the implementation must make, each true or false; checked before the run.", "")
    {
        DefaultName = "the claims of its handshake or `Describe`",
    };

    public static readonly Setting KnownFailures = new(
        "known-failures", "FILE", "Rules that are known to be broken, each with a reason and a link.", "")
    {
        DefaultName = "none",
    };

    public static readonly Setting Shard = new(
        "shard",
        "K/N",
        "Run share K of N of the cases (in blocks of 16) or of the states of a scope; `dhp merge` combines the shares.",
        "1/1");

    public static readonly Setting RestartPerCase = new(
        "restart-per-case", "true|false", "Start a fresh process for each case, for a program that cannot reset.",
        "false")
    {
        IsSwitch = true,
    };

    public static readonly Setting TimeoutScale = new(
        "timeout-scale", "X", "Multiplies every deadline for a program behind a pipe or socket.", "1");

    public static readonly Setting Corpus = new(
        "corpus",
        "DIR|none",
        "Folder of cases that failed or are rare: the run executes them first and adds new ones.",
        "")
    {
        DefaultName = ".dhp beside dhp.json; none for built-in implementations",
    };

    public static readonly Setting FailFast = new(
        "fail-fast", "true|false", "End the run at the first failure.", "false")
    {
        IsSwitch = true,
    };

    public static readonly Setting Budget = new(
        "for", "TIME", "End the run after this time, divided equally among the profiles: 30s, 5m, 1h.", "")
    {
        DefaultName = "no limit",
    };

    public static readonly Setting Level = new(
        "level",
        "must|should|may",
        "Rules that decide the exit code: those of this level and of stricter levels.",
        "may");

    public static readonly Setting Requirements = new(
        "requirements",
        "SET",
        "Judge by an earlier set of rules, such as 2026.11; see stability.md.",
        "")
    {
        DefaultName = "all rules of this version",
    };

    public static readonly Setting Quiet = new(
        "quiet", "true|false", "Print only failures, and the verdict in one line.", "false")
    {
        IsSwitch = true,
    };

    public static readonly Setting Verbose = new(
        "verbose",
        "true|false",
        "Write each request and answer, with its time, to standard error, for a program behind a pipe or socket.",
        "false")
    {
        IsSwitch = true,
    };

    public static readonly Setting Progress = new(
        "progress", "auto|json|none", "How to show progress; json writes one object per line to standard error.",
        "auto");

    public static ImmutableArray<Setting> All { get; } =
    [
        Implementation, Role, Profile, Clients, Cases, Length, Seed, Workload, Threads, Rule, Out, Claims,
        KnownFailures, Shard, RestartPerCase, TimeoutScale, Corpus, FailFast, Budget, Level, Requirements, Quiet,
        Verbose, Progress,
    ];

    /// <summary>Those that make sense only where cases of a server are drawn.</summary>
    public static ImmutableArray<Setting> OfDrawnCases { get; } = [Workload, Corpus, FailFast, Budget];

    /// <summary>Those that say nothing about a driver or an application.</summary>
    public static ImmutableArray<Setting> OfServers { get; } =
        [.. OfDrawnCases, Profile, Clients, Length, Claims, KnownFailures, Shard, RestartPerCase, Verbose];

    /// <summary>Those that say what is judged and how it is reached.</summary>
    public static ImmutableArray<Setting> Reaching { get; } = [Implementation, Claims, RestartPerCase, TimeoutScale];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
