using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>What is left of an adapter when it has ended, and how the next one begins.</summary>
public sealed class RestartTests
{
    [Fact]
    public void One_process_serves_many_resets()
    {
        using var adapter = new TestAdapter("well-behaved");
        Assert.Equal(Outcome.Completed, adapter.ResetAndApply());
        Assert.Equal(Outcome.Completed, adapter.ResetAndApply());
        Assert.Equal(1, adapter.Starts);
    }

    [Fact]
    public void After_a_fault_the_next_reset_starts_afresh()
    {
        using var adapter = new TestAdapter("exits-mid-call");
        Assert.Throws<HostingException>(() => adapter.ResetAndApply());
        Assert.Throws<InvalidOperationException>(adapter.Server.Observe);
        adapter.Server.Reset(Setups.Small);
        Assert.Equal(3, adapter.Server.Observe().Units.Length);
        Assert.Equal(2, adapter.Starts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void State_that_leaks_through_a_reset_does_not_leak_into_a_fresh_process(bool restart, int starts)
    {
        using var adapter = new TestAdapter("leaks-state", TestAdapter.Patient with { RestartPerReset = restart });
        adapter.ResetAndApply();
        adapter.Server.Reset(Setups.Small);
        var memory = adapter.Server.Observe().Units.Single(unit => unit.Id == Setups.Memory);
        Assert.Equal(restart ? null : Setups.Partition, memory.Owner);
        Assert.Equal(starts, adapter.Starts);
    }

    [Fact]
    public void An_adapter_that_behaves_ends_without_a_remark()
    {
        var adapter = new TestAdapter("well-behaved");
        adapter.ResetAndApply();
        adapter.Dispose();
        Assert.Empty(adapter.Notes);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void One_that_ignores_the_end_of_its_input_is_ended_and_remarked_upon()
    {
        var adapter = new TestAdapter(
            "ignores-end-of-input", TestAdapter.Patient with { EndDeadline = TestAdapter.Short });
        adapter.ResetAndApply();
        adapter.Dispose();
        var warning = Assert.Single(adapter.Notes);
        Assert.Equal(HostingFault.IgnoredEndOfInput, warning.Kind);
        Assert.Contains("did not end within 0.3 s of 'shutdown'", warning.Message, StringComparison.Ordinal);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void A_child_that_holds_the_output_of_a_crashed_adapter_holds_nobody_up()
    {
        using var adapter = new TestAdapter("leaves-a-child", TestAdapter.Patient with
        {
            RequestDeadline = TestAdapter.Short, EndDeadline = TestAdapter.Short, Grace = TestAdapter.Short,
        });
        var problem = Assert.Throws<HostingException>(() => adapter.ResetAndApply());

        // On a busy machine the deadline may come before the crash.
        Assert.True(problem.Kind is HostingFault.ExitedMidCall or HostingFault.NeverAnswered, problem.Message);
        Assert.False(adapter.HasLeftProcesses);
        AssertChildIsGone(problem);
    }

    [Fact]
    public void The_end_of_an_adapter_is_noticed_before_its_deadline_though_a_child_holds_its_output()
    {
        using var adapter = new TestAdapter("leaves-a-child");
        adapter.Server.Reset(Setups.Small);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var problem = Assert.Throws<HostingException>(() => adapter.Server.Apply(Setups.AssignMemory));
        Assert.Equal(HostingFault.ExitedMidCall, problem.Kind);
        Assert.Contains("a process that it had started went on holding its output", problem.Message);
        Assert.True(
            watch.Elapsed < TestAdapter.Ample / 4, $"took {watch.Elapsed}, and the deadline is {TestAdapter.Ample}");
        AssertChildIsGone(problem);
    }

    [Fact]
    public void A_child_that_outlives_an_adapter_is_ended_and_remarked_upon()
    {
        var adapter = new TestAdapter("leaves-a-child");
        adapter.Server.Reset(Setups.Small);
        adapter.Dispose();
        var warning = Assert.Single(adapter.Notes);
        Assert.Equal(HostingFault.LeftProcesses, warning.Kind);
        Assert.Contains("A process that the adapter", warning.Message, StringComparison.Ordinal);
        AssertChildIsGone(warning);
    }

    private static void AssertChildIsGone(HostingException problem)
    {
        var line = problem.StandardError!.Split('\n')
            .Single(line => line.StartsWith("child ", StringComparison.Ordinal));
        var child = int.Parse(line["child ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(TestAdapter.IsRunning(child));
    }
}
