using System.Collections.Immutable;

namespace DhpConformance.Tests.Properties;

public sealed class SmallerTests
{
    [Fact]
    public void A_list_becomes_its_halves_and_itself_without_each_element() => Assert.Equal(
        ["a", "bc", "bc", "ac", "ab"],
        Smaller.Lists<char>(['a', 'b', 'c']).Select(list => string.Concat(list)));

    [Fact]
    public void What_is_smaller_ends() => Assert.Empty(Smaller.Lists(ImmutableArray<int>.Empty));
}
