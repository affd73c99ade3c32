using System.Diagnostics;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>Nobody who presses Ctrl+C waits for a deadline, or finds a process left behind.</summary>
public sealed class InterruptedAdapterTests
{
    [Fact]
    public void A_request_that_is_not_answered_is_cut_short()
    {
        using var interruption = new CancellationTokenSource();
        using var adapter = new TestAdapter(
            "never-answers", TestAdapter.Patient with { Interrupted = interruption.Token });
        adapter.Server.Reset(Setups.Small);
        interruption.CancelAfter(TestAdapter.Short);
        var watch = Stopwatch.StartNew();
        var problem = Assert.Throws<HostingException>(() => adapter.Server.Apply(Setups.AssignMemory));
        Assert.Equal(HostingFault.Interrupted, problem.Kind);
        Assert.True(watch.Elapsed < TestAdapter.Ample / 2, $"took {watch.Elapsed}");
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void What_breaks_after_the_interruption_is_called_that()
    {
        using var interruption = new CancellationTokenSource();
        using var adapter = new TestAdapter(
            "exits-mid-call", TestAdapter.Patient with { Interrupted = interruption.Token });
        adapter.Server.Reset(Setups.Small);
        interruption.Cancel();
        Assert.Equal(
            HostingFault.Interrupted,
            Assert.Throws<HostingException>(() => adapter.Server.Apply(Setups.AssignMemory)).Kind);
    }

    [Fact]
    public void Nothing_is_started_after_the_interruption()
    {
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        using var adapter = new TestAdapter(
            "well-behaved", TestAdapter.Patient with { Interrupted = interruption.Token });
        Assert.Throws<HostingException>(() => adapter.Server.Reset(Setups.Small));
        Assert.Equal(0, adapter.Starts);
    }

    [Fact]
    public void Who_ends_at_once_ends_every_adapter_first()
    {
        using var abandonment = new CancellationTokenSource();
        using var adapter = new TestAdapter(
            "ignores-end-of-input", TestAdapter.Patient with { Abandoned = abandonment.Token });
        adapter.Server.Reset(Setups.Small);
        Assert.True(adapter.HasLeftProcesses);
        abandonment.Cancel();
        Assert.False(adapter.HasLeftProcesses);
    }
}
