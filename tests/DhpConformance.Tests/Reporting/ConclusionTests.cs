using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Tests.Reporting;

public sealed class ConclusionTests
{
    [Fact]
    public void A_run_that_passes_is_conformant() =>
        Assert.Equal(new("pass", "Conformant", "to all 8 profiles"), Conclusion.Of(SampleRuns.Passing));

    [Fact]
    public void One_profile_is_named() => Assert.Equal(
        "to windows-2000", Conclusion.Of(SampleRuns.Of(SampleRuns.Passing, SampleRuns.Passing.Profiles[0])).Sentence);

    [Fact]
    public void What_fails_is_counted() =>
        Assert.Matches("^\\d+ rules broken in 8 of 8 profiles$", Conclusion.Of(SampleRuns.Failing).Sentence);

    [Fact]
    public void A_violation_stands_though_the_run_was_interrupted() => Assert.Equal(
        "Not conformant",
        Conclusion.Of(SampleRuns.Failing with { Footer = SampleRuns.Failing.Footer with { Complete = false } }).Word);

    [Fact]
    public void An_interrupted_run_proves_nothing() =>
        Assert.Equal("Incomplete", Conclusion.Of(SampleRuns.Interrupted).Word);

    [Fact]
    public void A_shard_alone_is_never_conformant()
    {
        var shard = SampleRuns.Passing with { Settings = SampleRuns.Passing.Settings with { Shard = "2/5" } };
        Assert.Equal(new("inconclusive", "Incomplete", "one shard of a run proves nothing"), Conclusion.Of(shard));
        Assert.StartsWith("Only shard 2/5 was run", Assert.Single(Completeness.Of(shard).Missing));
    }

    [Theory]
    [InlineData(Verdict.Inconclusive, "inconclusive")]
    [InlineData(Verdict.Error, "error")]
    public void What_could_not_be_decided_is_not_judged(Verdict verdict, string style)
    {
        var run = SampleRuns.Passing;
        var conclusion = Conclusion.Of(SampleRuns.Of(run, run.Profiles[0] with { Verdict = verdict }, run.Profiles[1]));
        Assert.Equal(("Not judged", style), (conclusion.Word, conclusion.Style));
    }

    [Fact]
    public void No_profile_is_no_proof() =>
        Assert.Equal("Not judged", Conclusion.Of(SampleRuns.Of(SampleRuns.Passing)).Word);
}
