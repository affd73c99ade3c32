using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Engine.Narration;

/// <summary>Operations in words: whole sentences that tell one operation from another.</summary>
public sealed class OperationNarrationProperties : IControlled
{
    private readonly Func<ServerSetup, Operation, string> sentence;

    public OperationNarrationProperties()
        : this(Real)
    {
    }

    internal OperationNarrationProperties(Func<ServerSetup, Operation, string> sentence) => this.sentence = sentence;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(It_is_a_sentence_on_a_line), new OperationNarrationProperties(
            (setup, operation) => Real(setup, operation).TrimEnd('.'))),
        new(nameof(It_is_a_sentence_on_a_line), new OperationNarrationProperties((_, operation) => $"{operation}.\n.")),
        new(nameof(Hot_operations_that_differ_are_told_differently), new OperationNarrationProperties(
            (_, operation) => operation.GetType().Name)),
        new(nameof(It_names_the_units), new OperationNarrationProperties((setup, operation) =>
            Real(setup, operation).Replace('u', 'v'))),
    ];

    [Property]
    public bool It_is_a_sentence_on_a_line(Moment moment)
    {
        var text = sentence(moment.Scenario.Setup, moment.Operation);
        return char.IsUpper(text[0]) && text[^1] == '.' && !text.Contains('\n', StringComparison.Ordinal);
    }

    [Property]
    public bool Hot_operations_that_differ_are_told_differently(Scenario scenario)
    {
        var hot = scenario.Operations.Where(one => one is HotAdd or HotReplace or HotRemove).Distinct().ToList();
        return hot.Select(one => sentence(scenario.Setup, one)).Distinct().Count() == hot.Count;
    }

    [Property]
    public bool It_names_the_units(Scenario scenario) => scenario.Operations.OfType<HotAdd>().All(add =>
        sentence(scenario.Setup, add).Contains($" {add.Unit} ", StringComparison.Ordinal));

    private static string Real(ServerSetup setup, Operation operation) =>
        new OperationNarration(setup).Sentence(operation);
}
