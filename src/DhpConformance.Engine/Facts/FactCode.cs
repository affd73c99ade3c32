using System.Text;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Facts;

/// <summary>
/// A failure as a test to paste. Where one assertion can say what is wrong the test needs the vocabulary alone; where
/// none can, it lets the engine judge the replay file.
/// </summary>
public static class FactCode
{
    /// <summary>Writes the test.</summary>
    /// <param name="profile">The profile that was judged.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="retelling">The same along the model.</param>
    /// <param name="replayFile">Where its replay file is, as the test shall name it.</param>
    public static string Of(ProfileResult profile, Failure failure, ModelTimeline retelling, string replayFile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(retelling);
        var code = new StringBuilder();
        code.Append($"// {profile.Profile.Name}, case {failure.Case}. ");
        code.Append($"{Capitalized(FailureNarration.Moment(failure))}, {failure.Subject}:\n");
        code.Append($"// expected {OneLine(failure.Expected)}; observed {OneLine(failure.Observed)}.\n");
        code.Append("[Fact]\n");
        code.Append($"public void {Name(failure.Rule ?? "ERROR")}_{Name(profile.Profile.Name)}()\n{{\n");
        code.Append("    using IPartitionableServer server = CreateServer(); // yours\n");
        if (AssertionCode.Of(failure, retelling, "var seen = server.Observe();") is { } assertion)
        {
            code.Append($"    server.Reset({SetupCode.Of(failure.Setup, "    ")});\n");
            Drive(code, failure, retelling);
            code.Append(string.Concat(assertion.Select(line => $"    {line}\n")));
        }
        else
        {
            Replay(code, replayFile);
        }

        return code.Append("}\n").ToString();
    }

    // Order and number of notifications, and what an implementation is held to once it has chosen: only the engine
    // knows how to judge these.
    private static void Replay(StringBuilder code, string replayFile)
    {
        code.Append("    // using DhpConformance.Engine.Replay;\n");
        code.Append($"    var replay = ReplayReader.Parse(File.ReadAllText({SetupCode.Literal(replayFile)}));\n");
        code.Append("    Assert.Null(Replayer.Run(server, replay));\n");
    }

    private static void Drive(StringBuilder code, Failure failure, ModelTimeline retelling)
    {
        var looks = failure.ObservationPolicy == ObservationPolicy.AfterEveryOperation;
        if (looks && failure.Operations.Length > 0)
        {
            code.Append("    server.Observe();\n");
        }

        for (var i = 0; i < failure.Operations.Length; i++)
        {
            var isLast = i == failure.Operations.Length - 1;
            var step = retelling.Steps[i];
            code.Append($"\n    // {step.Number}. {step.Sentence} Required: {step.Decision}.\n");
            code.Append(isLast ? "    var answer = " : "    ");
            code.Append($"server.Apply({OperationCode.Of(failure.Operations[i])});\n");
            code.Append(looks && !isLast ? "    server.Observe();\n" : "");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Name(string text)
    {
        var name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return name.Length > 0 ? name : "_";
    }
}
