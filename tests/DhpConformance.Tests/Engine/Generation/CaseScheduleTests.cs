using DhpConformance.Engine.Generation;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Generation;

public sealed class CaseScheduleTests
{
    private static readonly CaseSchedule Replacing = new(ProfileCatalog.Find("windows-server-2008-x64")!);
    private static readonly CaseSchedule Adding = new(ProfileCatalog.Find("windows-server-2003-sp1-x86")!);

    [Fact]
    public void A_hundred_cases_have_every_shape() =>
        Assert.Equal(Enum.GetValues<CaseShape>(), Shapes(Replacing, 100).Distinct().Order());

    [Fact]
    public void Most_cases_are_small() =>
        Assert.InRange(Shapes(Replacing, 1000).Count(shape => shape == CaseShape.Small), 700, 900);

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
    [InlineData(149, 50, 400)]
    [InlineData(149, 1, 8)]
    [InlineData(149, 5000, 5000)]
    public void A_long_case_has_up_to_a_thousand_operations(int number, int length, int expected) =>
        Assert.Equal(expected, CaseSchedule.LengthOf(number, CaseShape.ManyAdds, length));

    private static IEnumerable<CaseShape> Shapes(CaseSchedule schedule, int cases) =>
        Enumerable.Range(0, cases).Select(schedule.ShapeOf);
}
