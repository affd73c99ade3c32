using System.Text.Json.Nodes;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0: what failed, and what is still open. A finding is about no line of code that the suite could know, so
/// it points at its replay file.
/// </summary>
internal static class SarifWriter
{
    public static void Write(RunResults results, TextWriter writer)
    {
        var findings = results.Profiles
            .SelectMany(profile => profile.Rules, (profile, rule) => (profile, rule))
            .Where(one => one.rule.Verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Error)
            .ToList();
        var rules = findings.Select(one => one.rule.Rule).Distinct().ToList();
        var shown = findings.Select(one => Finding(results, one.profile, one.rule, rules));
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(results, rules) },
                ["invocations"] = new JsonArray(Invocation(results)),
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. shown]),
            }),
        };
        writer.Write(log.ToJsonString(JsonText.Indented));
        writer.Write('\n');
    }

    private static JsonObject Driver(RunResults results, List<string> rules) => new()
    {
        ["name"] = "DhpConformance",
        ["version"] = results.Suite,
        ["rules"] = new JsonArray([.. rules.Select(id => new JsonObject
        {
            ["id"] = id,
            ["shortDescription"] = Message(RuleCatalog.Find(id)?.Statement ?? id),
        })]),
    };

    private static JsonObject Invocation(RunResults results) => new()
    {
        ["executionSuccessful"] = Completeness.Of(results).IsWhole,
        ["toolExecutionNotifications"] = new JsonArray(
        [
            .. Completeness.Of(results).Missing.Select(missing => Notification("warning", $"INCOMPLETE: {missing}")),
            .. ChosenRules.Of(results).Caution is { } caution ? [Notification("note", caution)] : (JsonObject[])[],
            .. results.Implementation.Traits is { IsEmpty: false } traits
                ? [Notification("note", $"The implementation declares traits: {traits}.")]
                : (JsonObject[])[],
            .. UndecidedCases.Sentences(results).Select(undecided => Notification("note", undecided)),
            .. results.Profiles
                .SelectMany(profile => profile.Failures, (profile, failure) => (profile, failure))
                .Where(one => one.failure.Rule is null)
                .Select(one => Notification(
                    "error",
                    $"{one.profile.Profile.Name}: the implementation or its adapter failed: {one.failure.Observed}")),
        ]),
    };

    private static JsonObject Finding(
        RunResults results, ProfileResult profile, RuleResult rule, List<string> rules)
    {
        var failure = profile.Failures.FirstOrDefault(one => one.Rule == rule.Rule);
        var finding = new JsonObject
        {
            ["ruleId"] = rule.Rule,
            ["ruleIndex"] = rules.IndexOf(rule.Rule),
            ["kind"] = rule.Verdict == Verdict.Fail ? "fail" : "open",
            ["level"] = rule.Verdict == Verdict.Fail ? LevelOf(rule.Rule) : "none",
            ["message"] = Message($"{profile.Profile.Name}{LevelMark.Of(rule.Rule)}: {Sentence(rule, failure)}"),
            ["locations"] = new JsonArray(ReplayFile($"{rule.Rule}-{profile.Profile.Name}.ndjson")),
            ["partialFingerprints"] = new JsonObject { ["ruleAndProfile/v1"] = $"{rule.Rule}/{profile.Profile.Name}" },
        };
        if (failure?.Cause is { } cause)
        {
            finding["properties"] = new JsonObject { ["cause"] = cause };
        }

        if (rule.Verdict == Verdict.Fail
            && results.Implementation.KnownFailures?.FirstOrDefault(
                one => one.Rule == rule.Rule && one.IsMetIn(profile)) is { } known)
        {
            finding["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["justification"] = $"{known.Reason} ({known.Link})",
            });
        }

        return finding;
    }

    private static string LevelOf(string rule) => LevelMark.LevelOf(rule) switch
    {
        Level.Must => "error",
        Level.Should => "warning",
        _ => "note",
    };

    private static string Sentence(RuleResult rule, Failure? failure) => failure is null
        ? $"{VerdictStyle.Word(rule.Verdict)}. {rule.Reason}".TrimEnd()
        : $"{failure.Subject}: expected {failure.Expected}, observed {failure.Observed}\n"
            + string.Join('\n', FailureNarration.Steps(failure));

    // Escaped as one name: whatever a profile is called, the file is in that folder.
    private static JsonObject ReplayFile(string name) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject
            {
                ["uri"] = $"failures/{Uri.EscapeDataString(name)}",
            },
            ["region"] = new JsonObject { ["startLine"] = 1 },
        },
    };

    private static JsonObject Notification(string level, string text) =>
        new() { ["level"] = level, ["message"] = Message(text) };

    private static JsonObject Message(string text) => new() { ["text"] = text };
}
