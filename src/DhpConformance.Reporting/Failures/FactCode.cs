using System.Text;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Failures;

/// <summary>A failure as a test, to paste into a project that compiles against the vocabulary alone.</summary>
internal static class FactCode
{
    public static string Of(ProfileResult profile, Failure failure, Story story)
    {
        var code = new StringBuilder();
        code.Append($"// {profile.Profile.Name}, case {failure.Case}. ");
        code.Append($"{Capitalized(FailureNarration.Moment(failure))}, {failure.Subject}:\n");
        code.Append($"// expected {OneLine(failure.Expected)}; observed {OneLine(failure.Observed)}.\n");
        code.Append("[Fact]\n");
        code.Append($"public void {Name(failure.Rule ?? "ERROR")}_{Name(profile.Profile.Name)}()\n{{\n");
        code.Append("    using IPartitionableServer server = CreateServer(); // yours\n");
        code.Append($"    server.Reset({SetupCode.Of(failure.Setup, "    ")});\n");
        Drive(code, failure, story);
        return code.Append("}\n").ToString();
    }

    private static void Drive(StringBuilder code, Failure failure, Story story)
    {
        var looks = failure.Look == Engine.Execution.Look.AfterEveryOperation;
        if (looks && failure.Operations.Length > 0)
        {
            code.Append("    server.Observe();\n");
        }

        for (var i = 0; i < failure.Operations.Length; i++)
        {
            var isLast = i == failure.Operations.Length - 1;
            code.Append(isLast ? "    var answer = " : "    ");
            code.Append($"server.Apply({OperationCode.Of(failure.Operations[i])}); // {story.Steps[i + 1].Required}\n");
            code.Append(looks && !isLast ? "    server.Observe();\n" : "");
        }

        foreach (var line in AssertionCode.Of(failure, story, "var seen = server.Observe();"))
        {
            code.Append($"    {line}\n");
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
