using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DhpConformance.Tests.Specs;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The diagrams of <c>specs/monitors.md</c> show the states and transitions that the monitors really have, and no
/// others.
/// </summary>
public sealed partial class MonitorDiagramTests
{
    private const string Page = "specs/monitors.md";

    private static readonly ConcurrentDictionary<string, Lazy<MonitorDiagram>> Found = new();

    public static TheoryData<string> Names => [.. MonitorAlphabets.All.Select(alphabet => alphabet.Name)];

    [Fact]
    public void The_diagrams_show_what_the_monitors_permit() => Approved.Matches(Page, Drawn(SpecsFolder.Read(Page)));

    [Fact]
    public void The_page_has_every_diagram() => Assert.Equal(
        MonitorAlphabets.All.Select(alphabet => alphabet.Name),
        Block().Matches(SpecsFolder.Read(Page)).Select(block => block.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_state_has_a_name_of_its_own(string name)
    {
        var (alphabet, names) = (Of(name), Of(name).States.Values);
        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain(
            "NO NAME", Right(alphabet).Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_monitor_without_one_of_its_transitions_has_another_diagram(string name)
    {
        var alphabet = Of(name);
        var right = Right(alphabet);
        var transition = right.Transitions.Last();
        var wrong = new MonitorDiagram(alphabet, log =>
            log.Take(transition.Length).SequenceEqual(transition) ? "REF-01" : alphabet.Verdict(log));
        Assert.NotEqual(right.Markdown, wrong.Markdown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_monitor_that_lets_something_pass_has_another_diagram(string name)
    {
        var alphabet = Of(name);
        var right = Right(alphabet);
        var refusal = right.Refusals.First();
        var wrong = new MonitorDiagram(alphabet, log => alphabet.Verdict(
            log.Take(refusal.Length).SequenceEqual(refusal)
                ? [.. log.Take(refusal.Length - 1), .. log.Skip(refusal.Length)]
                : log));
        Assert.NotEqual(right.Markdown, wrong.Markdown);
    }

    private static MonitorDiagram Right(MonitorAlphabet alphabet) =>
        Found.GetOrAdd(alphabet.Name, _ => new(() => new(alphabet, alphabet.Verdict))).Value;

    private static MonitorAlphabet Of(string name) => MonitorAlphabets.All.Single(alphabet => alphabet.Name == name);

    private static string Drawn(string page) => Block().Replace(page, block =>
    {
        var alphabet = Of(block.Groups[1].Value);
        return $"<!-- {alphabet.Name} -->\n{Right(alphabet).Markdown}<!-- end -->";
    });

    [GeneratedRegex("<!-- ([a-z-]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Block();
}
