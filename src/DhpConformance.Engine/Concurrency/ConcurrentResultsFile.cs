using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Results of a run with several clients as JSON; <c>specs/clients-results.schema.json</c> describes the format. Calls
/// are named by their numbers, which count the calls of the history from 1 in the order of their beginning.
/// </summary>
public static class ConcurrentResultsFile
{
    /// <summary>The version of the format.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The content of the file.</summary>
    /// <param name="results">The results.</param>
    public static string Text(ConcurrentResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var implementation = results.Implementation;
        var options = results.Options;
        return JsonSerializer.Serialize(
            new Written(
                CurrentSchema,
                options.Clients,
                options.Suite,
                new(
                    options.Source,
                    implementation.Name,
                    implementation.Version,
                    [.. implementation.Claims],
                    implementation.Claims.Traits),
                options.Cases,
                options.Rounds,
                options.Seed,
                results.Verdict,
                [.. results.Profiles.Select(Of)]),
            ConcurrentResultsJson.Default.Written) + "\n";
    }

    private static WrittenProfile Of(ConcurrentProfileResult profile) => new(
        profile.Profile.Name,
        profile.Verdict,
        profile.Headline,
        profile.Cases,
        profile.Rounds,
        profile.Calls,
        profile.Fault,
        profile.Stopped,
        [.. profile.Conflicts.Select(pair => new WrittenConflict(pair.Key.Split(" || "), pair.Value))],
        [.. profile.Rules.Select(rule => new WrittenRule(rule.Rule, rule.Verdict, rule.Occasions, rule.Reason))],
        [.. profile.Failures.Select(failure => Of(profile, failure))]);

    private static WrittenFailure Of(ConcurrentProfileResult profile, ConcurrentFailure failure) => new(
        failure.Rule,
        failure.Cases,
        profile.FileOf(failure),
        failure.Recorded.Calls.Length,
        [.. failure.History.Calls.Select(call => call.Number)],
        failure.Silence,
        [.. failure.Recorded.Calls.Where(call => call.IsLost).Select(call => call.Number)],
        [.. failure.Result?.Order.Select(call => call.Number) ?? []],
        failure.Result?.Orders ?? 0,
        [.. failure.Result?.Stuck.SelectMany(Of) ?? []]);

    private static IEnumerable<WrittenMisfit> Of(StuckCall stuck) => stuck.Misfits.Select(misfit =>
        new WrittenMisfit(stuck.Call.Number, stuck.Rule, misfit.Subject, misfit.Expected, misfit.Observed));

    internal sealed record Written(
        int Schema,
        int Clients,
        string Suite,
        ImplementationSummary Implementation,
        int Cases,
        int Rounds,
        ulong Seed,
        Verdict Verdict,
        ImmutableArray<WrittenProfile> Profiles);

    internal sealed record WrittenProfile(
        string Profile,
        Verdict Verdict,
        string Headline,
        int Cases,
        int Rounds,
        int Calls,
        string? Fault,
        string? Stopped,
        ImmutableArray<WrittenConflict> Conflicts,
        ImmutableArray<WrittenRule> Rules,
        ImmutableArray<WrittenFailure> Failures);

    internal sealed record WrittenConflict(string[] Calls, int Overlaps);

    internal sealed record WrittenRule(string Rule, Verdict Verdict, int Occasions, string? Reason);

    internal sealed record WrittenFailure(
        string Rule,
        int Cases,
        string File,
        int Calls,
        ImmutableArray<int> Shown,
        string? Silence,
        ImmutableArray<int> Lost,
        ImmutableArray<int> Order,
        int Orders,
        ImmutableArray<WrittenMisfit> Misfits);

    internal sealed record WrittenMisfit(int Call, string Rule, string Subject, string Expected, string Observed);
}

/// <summary>Results of a run with several clients as JSON. What is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ConcurrentResultsFile.Written))]
internal sealed partial class ConcurrentResultsJson : JsonSerializerContext;
