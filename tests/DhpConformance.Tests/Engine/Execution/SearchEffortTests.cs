using DhpConformance.Engine.Execution;

namespace DhpConformance.Tests.Engine.Execution;

public sealed class SearchEffortTests
{
    [Fact]
    public void It_is_used_up_once_more_is_asked_for_than_there_is()
    {
        var effort = new SearchEffort(most: 2);
        Assert.True(effort.Take());
        Assert.True(effort.Take());
        Assert.False(effort.IsUsedUp);
        Assert.False(effort.Take());
        Assert.True(effort.IsUsedUp);
    }
}
