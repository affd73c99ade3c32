using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Generation;

public sealed class CaseScheduleTests
{
    private static readonly CaseSchedule Replacing = new(ProfileCatalog.Find("windows-server-2008-x64")!);
    private static readonly CaseSchedule Adding = new(ProfileCatalog.Find("windows-server-2003-sp1-x86")!);

    [Fact]
    public void A_hundred_cases_have_every_shape() =>
        Assert.Equal(
            Enum.GetValues<CaseShape>().Except([CaseShape.Churn, CaseShape.Burst]),
            Shapes(Replacing, 100).Distinct().Order());

    [Fact]
    public void Most_cases_are_small() =>
        Assert.InRange(Shapes(Replacing, 1000).Count(shape => shape == CaseShape.Small), 550, 900);

    [Fact]
    public void An_operating_system_without_hot_replace_is_asked_for_hundreds_of_hot_adds_instead()
    {
        Assert.DoesNotContain(CaseShape.ManyReplaces, Shapes(Adding, 1000));
        Assert.Equal(
            Shapes(Replacing, 1000).Count(shape => shape is CaseShape.ManyReplaces or CaseShape.ManyAdds),
            Shapes(Adding, 1000).Count(shape => shape == CaseShape.ManyAdds));
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(1, 1)]
    public void A_small_case_is_as_long_as_it_is_asked_to_be(int length, int expected) =>
        Assert.Equal(expected, CaseSchedule.LengthOf(0, CaseShape.Small, length));

    [Theory]
    [InlineData(49, 50, 1000)]
    [InlineData(249, 50, 400)]
    [InlineData(249, 1, 8)]
    [InlineData(249, 5000, 5000)]
    public void A_long_case_has_up_to_a_thousand_operations(int number, int length, int expected) =>
        Assert.Equal(expected, CaseSchedule.LengthOf(number, CaseShape.ManyAdds, length));

    [Theory]
    [InlineData(Workload.Churn, nameof(CaseShape.Churn))]
    [InlineData(Workload.Burst, nameof(CaseShape.Burst))]
    [InlineData(Workload.Soak, nameof(CaseShape.ManyReplaces))]
    [InlineData(Workload.Soak, nameof(CaseShape.ManyAdds))]
    public void A_workload_takes_the_place_of_small_cases_and_of_no_others(Workload workload, string name)
    {
        var shape = Enum.Parse<CaseShape>(name);
        var usual = Shapes(Replacing, 100).ToList();
        var shapes = Shapes(new(ProfileCatalog.Find("windows-server-2008-x64")!, workload), 100).ToList();
        Assert.InRange(shapes.Count(one => one == shape) - usual.Count(one => one == shape), 10, 40);
        Assert.All(usual.Zip(shapes), pair => Assert.True(pair.First == pair.Second || pair.First == CaseShape.Small));
        Assert.InRange(shapes.Count(one => one == CaseShape.Small), 25, 50);
    }

    [Fact]
    public void Cases_of_a_soak_have_up_to_a_thousand_operations_and_hundreds_at_least()
    {
        var lengths = Enumerable.Range(0, 1000)
            .Select(number => CaseSchedule.LengthOf(number, CaseShape.ManyAdds, 50, Workload.Soak)).ToList();
        Assert.InRange(lengths.Min(), 400, 410);
        Assert.InRange(lengths.Max(), 990, 1000);
    }

    private static IEnumerable<CaseShape> Shapes(CaseSchedule schedule, int cases) =>
        Enumerable.Range(0, cases).Select(schedule.ShapeOf);
}
