using System.Text.Json;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Results;

/// <summary>
/// Names the way in which a rule was broken: after which operation, in what, and what was required. The name is the
/// same in each run, since it has neither numbers nor amounts.
/// </summary>
public static partial class CauseSignature
{
    /// <summary>
    /// The signature of a violation, such as <c>hot-replace; the answer; refused (incompatible)</c>.
    /// </summary>
    /// <param name="operation">The operation after which it showed; null for the reset.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="expected">What the rules require.</param>
    public static string Of(Operation? operation, string subject, string expected)
    {
        var after = operation is null ? "reset" : JsonNamingPolicy.KebabCaseLower.ConvertName(operation.GetType().Name);
        return $"{after}; {WithoutNumbers(subject)}; {WithoutNumbers(expected)}";
    }

    /// <summary>The signature of a violation.</summary>
    internal static string Of(Violation violation) => Of(violation.Operation, violation.Subject, violation.Expected);

    // "1 logical processor" and "2 logical processors", "unit u3" and "units u3, u4" are the same here.
    private static string WithoutNumbers(string text) =>
        Plural().Replace(Sequence().Replace(Number().Replace(text, "#"), "$1"), "");

    [GeneratedRegex("0x[0-9a-f]+|[0-9]+([.,][0-9]+)*( (bytes?|[KMGTP]iB))?")]
    private static partial Regex Number();

    [GeneratedRegex(@"([a-z]?#)((,| and| or)? \1)+")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"(?<=# ([a-z]+ ){0,3}[a-z]{3,})s\b|(?<=\b(unit|partition|driver|processor))s(?= [a-z]?#)")]
    private static partial Regex Plural();
}
