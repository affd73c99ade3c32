using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>No rule about what is told is left without a example that breaks it.</summary>
public sealed class EveryRuleTests
{
    // Judged by the answer or by what the partition shows, and so by no notification.
    private static readonly string[] Shown =
        ["APP-08", "CON-01", "CON-02", "CON-03", "CON-07", "CON-08", "IO-05", "QUI-08", "QUI-09", "SYN-10", "SYN-26"];

    private static readonly string[] Groups = ["SYN", "ASY", "APP", "REB", "QUI", "IO", "CON"];

    [Fact]
    public void Every_rule_of_what_is_told_is_broken_by_some_tale()
    {
        var told = new[]
        {
            ProcessorCallbackTests.Examples, ArrivalTests.Examples, RebalanceTests.Examples, HotReplaceTests.Examples,
            IoTests.Examples, AddresseeTests.Examples,
        }.SelectMany(tales => tales).Select(example => example.Rule).ToHashSet();
        var wanted = RuleCatalog.All
            .Where(rule => rule.NotTestable is null && Groups.Contains(rule.Group))
            .Select(rule => rule.Id);
        Assert.Equal(Shown, wanted.Where(rule => !told.Contains(rule)).Order(StringComparer.Ordinal));
    }
}
