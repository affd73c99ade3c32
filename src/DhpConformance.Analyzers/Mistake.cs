using Microsoft.CodeAnalysis;

namespace DhpConformance.Analyzers;

/// <summary>
/// What is wrong with a property in a way that no run can tell: it would pass without having run, never end, or end
/// the run of all tests. Each message is one sentence that says what to change.
/// </summary>
internal static class Mistake
{
    public static readonly DiagnosticDescriptor AsyncVoid = Of(
        "DHP001", "{0} is async void, so that it passes before it has ended; let it return Task");

    public static readonly DiagnosticDescriptor ReturnType = Of(
        "DHP002", "{0} returns {1}, which FsCheck cannot judge; let it return bool, Task<bool>, Task or Property, or "
            + "nothing");

    public static readonly DiagnosticDescriptor Null = Of(
        "DHP003", "{0} returns null where it has to return an object of type {1}; return one, or let it return bool");

    public static readonly DiagnosticDescriptor Endless = Of(
        "DHP004", "{0} is {1}, so that the property would never end; give a number from 1");

    public static readonly DiagnosticDescriptor Replay = Of(
        "DHP005", "Replay is \"{0}\", which FsCheck cannot read, or whose second number is even, so that a digit is "
            + "missing; copy it from a failure, as \"(seed,gamma)\" or \"(seed,gamma,size)\"");

    public static readonly DiagnosticDescriptor NothingDrawn = Of(
        "DHP006", "{0} in Arbitrary generates nothing, because it {1}");

    public static readonly DiagnosticDescriptor Undrawn = Of(
        "DHP007", "Nothing says how the scenarios of {0} are drawn; add Arbitrary = [typeof(PartitionScenarios)] to "
            + "its attribute");

    public static readonly DiagnosticDescriptor NotItself = Of(
        "DHP008", "{0} derives from PartitionScenarios<{1}>, so that its own overrides are ignored; derive it from "
            + "PartitionScenarios<{0}>");

    public static readonly DiagnosticDescriptor Timeout = Of(
        "DHP009", "FsCheck ignores Timeout in xunit 2; leave it out, and give RunOn a limit");

    public static readonly DiagnosticDescriptor Unawaited = Of(
        "DHP010", "{0} starts a {1} and does not wait for it, so that it passes before that has ended; await it");

    public static readonly DiagnosticDescriptor OutOfRange = Of(
        "DHP011", "{0} is {1}, which FsCheck cannot take; give a number from {2}, or leave it out");

    // One title for all of them: the message says what is wrong.
    private static DiagnosticDescriptor Of(string id, string message) => new(
        id,
        "A property that says nothing",
        message,
        "Properties",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: "https://www.nuget.org/packages/DhpConformance.Xunit");
}
