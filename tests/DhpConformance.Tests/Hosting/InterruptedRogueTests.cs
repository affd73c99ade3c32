using System.Diagnostics;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>Nobody who presses Ctrl+C waits for a deadline, or finds a process left behind.</summary>
public sealed class InterruptedRogueTests
{
    [Fact]
    public void A_request_that_is_not_answered_is_cut_short()
    {
        using var interruption = new CancellationTokenSource();
        using var rogue = new Rogue("never-answers", Rogue.Patient with { Interrupted = interruption.Token });
        rogue.Server.Reset(Setups.Small);
        interruption.CancelAfter(Rogue.Short);
        var watch = Stopwatch.StartNew();
        var problem = Assert.Throws<HostingException>(() => rogue.Server.Apply(Setups.AssignMemory));
        Assert.Equal(HostingFault.Interrupted, problem.Kind);
        Assert.True(watch.Elapsed < Rogue.Ample / 2, $"took {watch.Elapsed}");
        Assert.False(rogue.HasLeftProcesses);
    }

    [Fact]
    public void What_breaks_after_the_interruption_is_called_that()
    {
        using var interruption = new CancellationTokenSource();
        using var rogue = new Rogue("exits-mid-call", Rogue.Patient with { Interrupted = interruption.Token });
        rogue.Server.Reset(Setups.Small);
        interruption.Cancel();
        Assert.Equal(
            HostingFault.Interrupted,
            Assert.Throws<HostingException>(() => rogue.Server.Apply(Setups.AssignMemory)).Kind);
    }

    [Fact]
    public void Nothing_is_started_after_the_interruption()
    {
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        using var rogue = new Rogue("well-behaved", Rogue.Patient with { Interrupted = interruption.Token });
        Assert.Throws<HostingException>(() => rogue.Server.Reset(Setups.Small));
        Assert.Equal(0, rogue.Starts);
    }

    [Fact]
    public void Who_ends_at_once_ends_every_adapter_first()
    {
        using var abandonment = new CancellationTokenSource();
        using var rogue = new Rogue("ignores-end-of-input", Rogue.Patient with { Abandoned = abandonment.Token });
        rogue.Server.Reset(Setups.Small);
        Assert.True(rogue.HasLeftProcesses);
        abandonment.Cancel();
        Assert.False(rogue.HasLeftProcesses);
    }
}
