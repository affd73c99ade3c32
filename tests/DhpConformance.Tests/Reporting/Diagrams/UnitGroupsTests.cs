using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Diagrams;
using DhpConformance.Reporting.Failures;

namespace DhpConformance.Tests.Reporting.Diagrams;

/// <summary>Pictures of large servers show what a failure is about, and the rest in groups.</summary>
public sealed class UnitGroupsTests
{
    private static readonly ServerDiagram Large = Of([.. Units(40, owner: 0), .. Units(40, owner: null, first: 40)]);

    [Fact]
    public void A_small_server_is_drawn_unit_by_unit()
    {
        var small = Of([.. Units(UnitGroups.MostUnitsWithoutGroups, owner: 0)]);
        var groups = UnitGroups.Of([small, small], []);
        Assert.Equal(0, groups.Grouped);
        Assert.Equal(UnitGroups.MostUnitsWithoutGroups, groups.MostCells);
    }

    [Fact]
    public void What_no_step_concerns_shares_a_place_by_partition_and_kind()
    {
        var groups = UnitGroups.Of([Large, Large], []);
        Assert.Equal((80, 2), (groups.Grouped, groups.MostCells));
        var held = Assert.Single(groups.Cells(Large, new PartitionId(0)));
        Assert.Equal(("×40", "80 LP"), (held.Name, held.Detail));
        Assert.StartsWith("p0: 40 processors, 2 LP each: u0, u1, ", groups.Lines().First(), StringComparison.Ordinal);
        Assert.StartsWith("Free: 40 processors, ", groups.Lines().Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_a_step_names_is_drawn_alone() => Assert.Contains(
        UnitGroups.Of([Large], [new UnitId(7)]).Cells(Large, new PartitionId(0)), cell => cell.Name == "u7");

    [Fact]
    public void A_unit_that_moves_is_switched_off_fails_or_is_gone_is_drawn_alone()
    {
        ServerDiagram[] changed =
        [
            With(3, unit => unit with { Owner = null }),
            With(4, unit => unit with { Off = true }),
            With(5, unit => unit with { Failing = true }),
            Large with { Units = Large.Units.RemoveAt(6) },
        ];
        var groups = UnitGroups.Of([Large, .. changed], []);
        Assert.Equal(
            ["u3", "u4", "u5", "u6", "×36"],
            groups.Cells(Large, new PartitionId(0)).Select(cell => cell.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Units_that_are_off_are_not_with_those_that_are_on()
    {
        var mixed = Of([.. Units(40, owner: null), .. Units(40, null, 40).Select(unit => unit with { Off = true })]);
        Assert.Equal(["80 LP", "off"], UnitGroups.Of([mixed], []).Cells(mixed, null).Select(cell => cell.Detail));
    }

    [Fact]
    public void A_failure_with_300_processors_in_8_partitions_is_drawn_and_says_what_is_in_each_group()
    {
        var failure = LargeServer.Run.Profiles[0].Failures[0];
        var groups = FailureTimeline.Of(failure, LargeServer.Run.Implementation.Claimed).UnitGroups;
        Assert.True(failure.Setup.Units.Length > 300);
        Assert.InRange(groups.MostCells, 8, 20);

        var html = LargeServer.Run.As(ReportFormat.Html);
        Assert.Equal(failure.Operations.Length + 2, Regex.Count(html, "<svg class=\"server (seen)?\""));
        Assert.DoesNotContain("Steps without diagrams", html, StringComparison.Ordinal);
        var folded = Regex.Match(html, "(?s)<details class=\"grouped\">.*?</details>").Value;
        Assert.All(
            failure.Setup.Units.Where(unit => unit.Id.Value >= 100),
            unit => Assert.Matches($"\\b{unit.Id}\\b", folded));
        Assert.All(
            Regex.Matches(html, "viewBox=\"0 0 (\\d+) (\\d+)\" width").Select(match => match.Groups[2].Value),
            height => Assert.InRange(int.Parse(height), 1, 1000));
    }

    private static ServerDiagram With(int place, Func<DiagramUnit, DiagramUnit> change) =>
        Large with { Units = Large.Units.SetItem(place, change(Large.Units[place])) };

    private static ServerDiagram Of(ImmutableArray<DiagramUnit> units) => new(
        PoweredOn: true,
        Outage: false,
        units,
        [new(new PartitionId(0), "windows-2000", RunState.Running, 80, 1L << 30, "")]);

    private static IEnumerable<DiagramUnit> Units(int count, int? owner, int first = 0) =>
        Enumerable.Range(first, count).Select(i => new DiagramUnit(
            new(new(i), UnitKind.Processor, "cpu-a", 2, $"serial-{i}"),
            owner is { } place ? new PartitionId(place) : null,
            Off: false,
            Failing: false));
}
