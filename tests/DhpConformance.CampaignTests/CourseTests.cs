using System.Text.Json;
using DhpConformance.Campaigns.Commands;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Engine.Campaigns;

namespace DhpConformance.CampaignTests;

/// <summary>Who gets which work, and when a campaign is over.</summary>
public sealed class CourseTests
{
    private static readonly WorkerCard One = new("one", 1);
    private static readonly WorkerCard Other = new("other", 1);

    private readonly SetClock clock = new();
    private readonly CampaignPlan plan = LedgerTests.PlanOf("reference", cases: 70).Plan;
    private readonly CampaignCourse course;

    public CourseTests() => course = new CampaignCourse(StateOf(plan), clock);

    [Fact]
    public void No_two_workers_get_the_same_unit()
    {
        var places = Enumerable.Range(0, 10)
            .SelectMany(i => course.Next(i % 2 == 0 ? One : Other, 1).Places)
            .ToList();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), places);
        Assert.Equal(AssignmentKind.Wait, course.Next(One, 1).Kind);
    }

    [Fact]
    public void The_unit_of_a_worker_that_says_nothing_is_given_to_another()
    {
        Assert.Equal([0], course.Next(One, 1).Places);
        clock.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal([1], course.Next(Other, 1).Places);
        clock.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal([0], course.Next(Other, 1).Places);
    }

    [Fact]
    public void The_unit_of_a_worker_that_is_alive_is_not()
    {
        course.Next(One, 1);
        clock.Pass(TimeSpan.FromSeconds(29));
        course.Renew("one");
        clock.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal([1], course.Next(Other, 1).Places);
    }

    [Fact]
    public void The_unit_of_a_worker_that_goes_is_free_at_once()
    {
        course.Next(One, 1);
        course.Leave("one", "Its implementation could not be started.");
        Assert.Equal([0], course.Next(Other, 1).Places);
        Assert.Equal(
            "Its implementation could not be started.",
            course.Status().Workers.Single(worker => worker.Name == "one").LastWords);
    }

    [Fact]
    public void A_worker_that_could_not_start_is_in_the_status()
    {
        course.Leave("three", "It could not start: the command was not found.");
        var line = StatusText.Lines("night", course.Status())
            .Single(one => one.StartsWith("  three:", StringComparison.Ordinal));
        Assert.EndsWith("gone: It could not start: the command was not found.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_says_how_far_it_is_and_who_is_silent()
    {
        course.Report(ReportOf(course.Next(One, 1)));
        clock.Pass(TimeSpan.FromSeconds(90));
        Assert.Equal(
            [
                "night: running, 0:01:30",
                "  windows-2000: 16 of 70 cases, 0 failing",
                "  windows-server-2008-x64: 0 of 70 cases, 0 failing",
                "  one: 1 slot, 16 cases, 16.0 a second; has said nothing for 0:01:30",
            ],
            StatusText.Lines("night", course.Status()));
    }

    [Fact]
    public void A_unit_that_two_workers_report_counts_once()
    {
        var report = ReportOf(course.Next(One, 1));
        clock.Pass(TimeSpan.FromSeconds(31));
        var same = course.Next(Other, 1);
        Assert.Equal(report.Places, same.Places);
        Assert.Equal(1, course.Report(report with { Worker = "other" }));
        Assert.Equal(0, course.Report(report));
        Assert.Equal(16, course.Status().Profiles[0].Done);
        Assert.Equal([0L, 16L], course.Status().Workers.Select(worker => worker.Cases));
    }

    [Fact]
    public void One_that_is_paused_deals_out_nothing_until_it_is_resumed()
    {
        course.Pause(isPaused: true);
        Assert.Equal(AssignmentKind.Wait, course.Next(One, 1).Kind);
        course.Pause(isPaused: false);
        Assert.Equal(AssignmentKind.Execute, course.Next(One, 1).Kind);
    }

    [Fact]
    public void One_that_ends_by_time_finishes_the_batches_that_are_begun_for_all_profiles()
    {
        var state = StateOf(plan);
        (state.IsTimed, state.TimeLeft) = (true, TimeSpan.FromHours(8));
        var timed = new CampaignCourse(state, clock);
        Assert.Null(timed.Status().Cases);
        var begun = Enumerable.Range(0, 3).Select(_ => timed.Next(One, 1)).ToList();
        for (var passed = 0; passed < 8 * 60 * 3; passed++)
        {
            clock.Pass(TimeSpan.FromSeconds(20));
            timed.Renew("one");
        }

        Assert.Equal(32, timed.Status().Cases);
        var last = timed.Next(One, 1);
        Assert.Equal([3], last.Places);
        Assert.Equal(AssignmentKind.Wait, timed.Next(One, 1).Kind);
        Assert.All([.. begun, last], one => timed.Report(ReportOf(one)));
        Assert.Equal(CampaignPhase.Finished, timed.Status().Phase);
        Assert.Equal(AssignmentKind.Over, timed.Next(One, 1).Kind);
    }

    [Fact]
    public void A_course_goes_on_from_what_is_kept_and_takes_reports_of_the_time_before()
    {
        var (first, second) = (course.Next(One, 1), course.Next(One, 1));
        course.Report(ReportOf(first));
        var next = new CampaignCourse(course.Keep(), clock);
        Assert.Equal(1, next.Report(ReportOf(second)));
        Assert.Equal(0, next.Report(ReportOf(first)));
        Assert.Equal([2], next.Next(One, 1).Places);
    }

    [Fact]
    public void What_is_left_at_the_end_is_shared()
    {
        course.Next(One, 1);
        course.Next(Other, 1);
        Assert.InRange(course.Next(One, 64).Places.Length, 1, 3);
    }

    private static CampaignState StateOf(CampaignPlan plan) => new()
    {
        Plan = plan,
        Phase = CampaignPhase.Running,
        Lease = TimeSpan.FromSeconds(30),
    };

    private WorkReport ReportOf(Assignment assignment)
    {
        var execution = new CampaignExecution(plan, LedgerTests.PlanOf("reference").Create);
        using var slot = execution.Open();
        return new(
            "one",
            assignment.Places,
            [
                .. assignment.Places.Select(place => JsonSerializer.SerializeToUtf8Bytes(
                    slot.Execute(execution.At(place), CancellationToken.None)!, CampaignJson.Default.WrittenBatch)),
            ]);
    }
}
