using DhpConformance.Engine.Facts;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Reporting;

namespace DhpConformance.Tests.Engine.Facts;

/// <summary>The facts of a report are pasted into a file that compiles and runs with the other tests.</summary>
public sealed class FactCodeTests
{
    private static readonly ProfileResult Profile =
        SampleRuns.Failing.Profiles.Single(profile => profile.Profile.Name == "windows-server-2008-x64");

    [Fact]
    public void Pasted_facts_are_current()
    {
        var older = SampleRuns.Failing.Profiles[0];
        var facts = new[] { Code(Profile, "REP-01"), Code(older, "TOP-20") }
            .Select(code => "    " + code.TrimEnd().ReplaceLineEndings("\n    "))
            .Select(code => code.Replace("\n    \n", "\n\n", StringComparison.Ordinal));
        Approved.Matches(
            "tests/DhpConformance.Tests/Engine/Facts/PastedFacts.cs",
            $$"""
            using DhpConformance.Abstractions;
            using DhpConformance.Reference;

            namespace DhpConformance.Tests.Engine.Facts;

            public sealed class PastedFacts
            {
            {{string.Join("\n\n", facts)}}

                public static IPartitionableServer CreateServer() => new ReferenceServer();
            }

            """);
    }

    [Fact]
    public void What_no_assertion_can_say_is_left_to_the_engine()
    {
        var code = Code(Profile, "SYN-03");
        Assert.Contains(
            "ReplayReader.Parse(File.ReadAllText(\"failures/SYN-03-windows-server-2008-x64.ndjson\"))",
            code,
            StringComparison.Ordinal);
        Assert.Contains("Assert.Null(Replayer.Run(server, replay));", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_literal_stays_a_literal() => Assert.Equal(
        "\"a\\\"b\\\\c\\u000Ad\\u2028\\u00E9\"", SetupCode.Literal("a\"b\\c\nd\u2028\u00e9"));

    private static string Code(ProfileResult profile, string rule)
    {
        var failure = profile.Failures.First(one => one.Rule == rule);
        var retelling = ModelTimeline.Of(failure, SampleRuns.Failing.Implementation.Claimed);
        return FactCode.Of(profile, failure, retelling, $"failures/{rule}-{profile.Profile.Name}.ndjson");
    }
}
