using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Attribution;

/// <summary>
/// A rule that a sequence seems to break, and the experiment that may show another: if the sequence without what could
/// be to blame still breaks one of the better rules, that one is broken. What is put off may come later in the
/// experiment, so most of them let the server settle.
/// </summary>
/// <param name="Rule">What it seems to be.</param>
/// <param name="Experiment">The test case without what could be to blame.</param>
/// <param name="Better">The rules that the experiment may show.</param>
internal sealed record Ambiguity(string Rule, Func<Finding, TestCase> Experiment, params string[] Better)
{
    /// <summary>All there are; <c>specs/judging.md</c> lists them.</summary>
    public static Ambiguity[] All { get; } =
    [
        // Does a partition keep a unit after a veto only, or after every failure?
        new("SYN-09", found => Scripts(found, Unvetoed), "ADD-01", "ADD-04"),
        new("SYN-09", FailedInstead, "REF-03"),
        new("SYN-10", found => Scripts(found, Unvetoed), "ADD-01", "ADD-04"),

        // Is only a veto handled wrongly, only a start failure beside a veto, or every failure?
        new("SYN-01", FailedInstead, "REF-03"),
        new("ADD-04", found => Scripts(found, Unvetoed), "REF-03"),

        // Is a notification wrong because a similar one is due in another partition?
        new("CON-05", WithoutNeighbours,
            "REB-02", "REB-03", "REB-04", "REB-05", "ASY-02", "ASY-03", "APP-02", "APP-06"),

        // Is a device not asked because another refused, because its settings were ignored, or is no device asked?
        new("REB-09", found => Devices(found, device => device with { RejectsQueryStop = false }),
            "REB-01", "REB-03", "REB-04"),
        new("REB-03", found => Devices(found, Plain), "REB-01"),
        new("REB-04", found => Devices(found, Plain), "REB-01"),
        new("REB-01", Settled, "REB-14"),

        // Is an arrival of a unit that was added, replaced or failed late, duplicated or wrong?
        new("ASY-07", Settled, "ASY-02", "ASY-03"),
        new("ASY-03", Settled, "ASY-02", "ASY-11"),
        new("APP-06", Settled, "APP-02"),
        new("ASY-02", Settled, "ASY-03"),
        new("APP-02", Settled, "APP-06"),

        // A notification of a unit is missing: of the existing unit, or of its return?
        new("ASY-11", found => Scripts(found, script => script with { ExistingArrivals = false }), "ASY-01"),

        // A later request completes first: is the earlier one late, or lost?
        new("IO-02", Settled, "IO-01"),
        new("IO-02", SettledAfterReplaces, "IO-01"),
        new("IO-02", UpToLastReplace, "IO-01"),

        // Does the replace wrongly succeed because of the device that does not sleep, or because of the spare?
        new("QUI-09", found => Devices(found, device => device with { NeverReachesD3 = false }), "REP-05", "REP-21"),
    ];

    private static DriverScript Unvetoed(DriverScript script) => script with { VetoesStart = null };

    private static DeviceScript Plain(DeviceScript device) => device with
    {
        Class = DeviceClass.Other,
        RebalancePolicy = null,
        ClassOptOut = null,
    };

    private static TestCase FailedInstead(Finding found)
    {
        var testCase = Scripts(found, Unvetoed);
        if (testCase.Operations is not [.., HotAdd add]
            || testCase.Setup.Units.FirstOrDefault(
                unit => unit.Id == add.Unit) is not { Kind: UnitKind.Processor } unit)
        {
            return testCase;
        }

        var failure = new InjectStartFailure(unit.Id, (int)unit.Capacity);
        return testCase with { Operations = testCase.Operations.Insert(testCase.Operations.Length - 1, failure) };
    }

    // A refused request in place of each hot add next door: what is put off by a number of operations comes as before.
    private static TestCase WithoutNeighbours(Finding found)
    {
        var own = found.TestCase.Setup.Partitions[found.Violation.Partition].Id;
        return found.TestCase with
        {
            Operations =
            [
                .. found.TestCase.Operations.Select(operation =>
                    operation is HotAdd add && add.Partition != own ? new PowerOnServer() : operation),
                new Settle(),
            ],
        };
    }

    private static TestCase Settled(Finding found) =>
        SettledAfter(found, operation => operation is HotAdd or HotReplace);

    // What a replace loses may have been put off by an earlier hot add, and would have come if that had been settled.
    private static TestCase SettledAfterReplaces(Finding found) =>
        SettledAfter(found, operation => operation is HotReplace);

    // A settle after an earlier replace, even a refused one, shifts what is put off by a number of operations: then the
    // request may complete before the replace that loses it.
    private static TestCase UpToLastReplace(Finding found)
    {
        var operations = found.TestCase.Operations;
        var last = operations.LastIndexOf(operations.LastOrDefault(operation => operation is HotReplace)!);
        return found.TestCase with { Operations = [.. operations[..(last + 1)], new Settle()] };
    }

    private static TestCase SettledAfter(Finding found, Predicate<Operation> isSettled) => found.TestCase with
    {
        Operations =
        [
            .. found.TestCase.Operations.SelectMany(operation => isSettled(operation)
                ? new[] { operation, new Settle() }
                : [operation]),
        ],
    };

    private static TestCase Devices(Finding found, Func<DeviceScript, DeviceScript> change) =>
        Scripts(found, script => script with { Device = script.Device is { } device ? change(device) : null });

    private static TestCase Scripts(Finding found, Func<DriverScript, DriverScript> change) => found.TestCase with
    {
        Operations =
        [
            .. found.TestCase.Operations.Select(operation => operation is RegisterDriver register
                ? register with { Script = change(register.Script) }
                : operation),
        ],
    };
}
