using System.Diagnostics;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>An adapter that says nothing, too much or too late holds nobody up.</summary>
public sealed class SilentAdapterTests
{
    private static readonly HostingOptions Hurried =
        TestAdapter.Patient with { RequestDeadline = TestAdapter.Short, Grace = TestAdapter.Short };

    [Fact]
    public void One_that_never_answers_is_ended_at_its_deadline()
    {
        using var adapter = new TestAdapter("never-answers", Hurried);
        adapter.Server.Reset(Setups.Small);
        var watch = Stopwatch.StartNew();
        var problem = Assert.Throws<HostingException>(() => adapter.Server.Apply(Setups.AssignMemory));
        Assert.True(watch.Elapsed < TestAdapter.Ample, $"took {watch.Elapsed}");
        Assert.Equal(HostingFault.NeverAnswered, problem.Kind);
        Assert.Equal(ServerFault.DeadlineMissed, problem.Fault);
        Assert.True(problem.EffectUnknown);
        Assert.Contains("did not answer 'apply' (request 3) within 0.3 s", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Flush the output after every line", problem.Message, StringComparison.Ordinal);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void One_that_answers_late_is_told_from_one_that_never_does()
    {
        using var adapter = new TestAdapter("answers-late", Hurried with { Grace = TestAdapter.Ample });
        var problem = Assert.Throws<HostingException>(() => adapter.ResetAndApply());
        Assert.Equal(HostingFault.AnsweredLate, problem.Kind);
        Assert.Equal(ServerFault.DeadlineMissed, problem.Fault);
        Assert.Contains("though its deadline was 0.3 s", problem.Message, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"completed\"", problem.Line, StringComparison.Ordinal);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void One_that_does_not_read_is_ended_though_its_input_is_full()
    {
        // More than a pipe holds, so that sending it has to wait.
        var units = Enumerable.Range(0, 5000).Select(id =>
            new PartitionUnit(new UnitId(id), UnitKind.Processor, "cpu", 1, id.ToString(CultureInfo.InvariantCulture)));
        var large = Setups.Small with { Units = [.. units] };
        using var adapter = new TestAdapter(
            "never-reads", Hurried with { ResetDeadline = TestAdapter.Short, RequestDeadline = TestAdapter.Ample });
        var problem = Assert.Throws<HostingException>(() => adapter.Server.Reset(large));
        Assert.Equal(HostingFault.NeverAnswered, problem.Kind);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void One_that_closes_its_input_is_not_told_that_it_closed_its_output()
    {
        using var adapter = new TestAdapter(
            "closes-its-input", TestAdapter.Patient with { EndDeadline = TestAdapter.Short });
        var problem = Assert.Throws<HostingException>(() => adapter.ResetAndApply());
        Assert.Equal(HostingFault.ExitedMidCall, problem.Kind);
        Assert.Contains(
            "The adapter closed its standard input, though it still runs, before it had read 'reset' (request 2).",
            problem.Message,
            StringComparison.Ordinal);
        Assert.False(adapter.HasLeftProcesses);
    }

    [Fact]
    public void A_flood_of_log_neither_stops_it_nor_fills_the_memory()
    {
        using var adapter = new TestAdapter("floods-stderr");
        Assert.Equal(Outcome.Completed, adapter.ResetAndApply());
        var problem = Assert.Throws<HostingException>(adapter.Server.Observe);
        Assert.Equal(HostingFault.ExitedMidCall, problem.Kind);
        Assert.EndsWith("the last words\n", problem.StandardError, StringComparison.Ordinal);
        Assert.StartsWith("... (", problem.StandardError, StringComparison.Ordinal);
        Assert.InRange(problem.StandardError!.Length, 8000, 8300);
        Assert.Contains("the last words", problem.Evidence, StringComparison.Ordinal);
        Assert.False(problem.EffectUnknown, "looking changes nothing");
    }
}
