using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>What is left of an adapter when it has ended, and how the next one begins.</summary>
public sealed class RestartTests
{
    [Fact]
    public void One_process_serves_many_resets()
    {
        using var rogue = new Rogue("well-behaved");
        Assert.Equal(Outcome.Completed, rogue.ResetAndApply());
        Assert.Equal(Outcome.Completed, rogue.ResetAndApply());
        Assert.Equal(1, rogue.Starts);
    }

    [Fact]
    public void After_a_fault_the_next_reset_starts_afresh()
    {
        using var rogue = new Rogue("exits-mid-call");
        Assert.Throws<HostingException>(() => rogue.ResetAndApply());
        Assert.Throws<InvalidOperationException>(rogue.Server.Observe);
        rogue.Server.Reset(Setups.Small);
        Assert.Equal(3, rogue.Server.Observe().Units.Length);
        Assert.Equal(2, rogue.Starts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void State_that_leaks_through_a_reset_does_not_leak_into_a_fresh_process(bool restart, int starts)
    {
        using var rogue = new Rogue("leaks-state", Rogue.Patient with { RestartPerReset = restart });
        rogue.ResetAndApply();
        rogue.Server.Reset(Setups.Small);
        var memory = rogue.Server.Observe().Units.Single(unit => unit.Id == Setups.Memory);
        Assert.Equal(restart ? null : Setups.Partition, memory.Owner);
        Assert.Equal(starts, rogue.Starts);
    }

    [Fact]
    public void An_adapter_that_behaves_ends_without_a_remark()
    {
        var rogue = new Rogue("well-behaved");
        rogue.ResetAndApply();
        rogue.Dispose();
        Assert.Empty(rogue.Notes);
        Assert.False(rogue.HasLeftProcesses);
    }

    [Fact]
    public void One_that_ignores_the_end_of_its_input_is_ended_and_remarked_upon()
    {
        var rogue = new Rogue("ignores-end-of-input", Rogue.Patient with { EndDeadline = Rogue.Short });
        rogue.ResetAndApply();
        rogue.Dispose();
        var remark = Assert.Single(rogue.Notes);
        Assert.Equal(HostingFault.IgnoredEndOfInput, remark.Kind);
        Assert.Contains("did not end within 0.3 s of 'shutdown'", remark.Message, StringComparison.Ordinal);
        Assert.False(rogue.HasLeftProcesses);
    }

    [Fact]
    public void A_child_that_holds_the_output_of_a_crashed_adapter_holds_nobody_up()
    {
        using var rogue = new Rogue("leaves-a-child", Rogue.Patient with
        {
            RequestDeadline = Rogue.Short, EndDeadline = Rogue.Short, Grace = Rogue.Short,
        });
        var problem = Assert.Throws<HostingException>(() => rogue.ResetAndApply());

        // On a busy machine the deadline may come before the crash.
        Assert.True(problem.Kind is HostingFault.ExitedMidCall or HostingFault.NeverAnswered, problem.Message);
        Assert.False(rogue.HasLeftProcesses);
        AssertChildIsGone(problem);
    }

    [Fact]
    public void The_end_of_an_adapter_is_noticed_before_its_deadline_though_a_child_holds_its_output()
    {
        using var rogue = new Rogue("leaves-a-child");
        rogue.Server.Reset(Setups.Small);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var problem = Assert.Throws<HostingException>(() => rogue.Server.Apply(Setups.AssignMemory));
        Assert.Equal(HostingFault.ExitedMidCall, problem.Kind);
        Assert.Contains("a process that it had started went on holding its output", problem.Message);
        Assert.True(watch.Elapsed < Rogue.Ample / 4, $"took {watch.Elapsed}, and the deadline is {Rogue.Ample}");
        AssertChildIsGone(problem);
    }

    [Fact]
    public void A_child_that_outlives_an_adapter_is_ended_and_remarked_upon()
    {
        var rogue = new Rogue("leaves-a-child");
        rogue.Server.Reset(Setups.Small);
        rogue.Dispose();
        var remark = Assert.Single(rogue.Notes);
        Assert.Equal(HostingFault.LeftProcesses, remark.Kind);
        Assert.Contains("A process that the adapter", remark.Message, StringComparison.Ordinal);
        AssertChildIsGone(remark);
    }

    private static void AssertChildIsGone(HostingException problem)
    {
        var line = problem.StandardError!.Split('\n')
            .Single(line => line.StartsWith("child ", StringComparison.Ordinal));
        var child = int.Parse(line["child ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Rogue.IsRunning(child));
    }
}
