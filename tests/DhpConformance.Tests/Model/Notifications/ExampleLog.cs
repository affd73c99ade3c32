using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>The notifications of a scenario, and the rule that they break.</summary>
/// <param name="Rule">The rule; null if it is right.</param>
/// <param name="Name">What is right or wrong about it.</param>
/// <param name="Scenario">What happened.</param>
/// <param name="Log">The notifications that the server reports.</param>
internal sealed record ExampleLog(string? Rule, string Name, Scenario Scenario, params Notification[] Log)
{
    /// <summary>In place of a rule: the data mean nothing.</summary>
    public const string Error = "Error";

    /// <summary>Fails unless this is judged as it should be.</summary>
    public void Check()
    {
        var violation = Scenario.FirstViolation(Log);
        var found = violation is null ? null : violation.Rule ?? Error;
        Assert.True(
            found == Rule,
            $"{Name}: expected {Rule ?? "nothing wrong"}, found {found ?? "nothing wrong"}: {violation}");
    }

    /// <summary>The names of tales, as data for a theory.</summary>
    public static TheoryData<string> Names(IEnumerable<ExampleLog> tales) => [.. tales.Select(tale => tale.ToString())];

    public override string ToString() => $"{Rule ?? "right"}: {Name}";
}
