using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Failures;

/// <summary>How a driver or application will behave, in words.</summary>
internal static class ScriptWords
{
    public static string Of(Operation operation) => operation switch
    {
        RegisterDriver { Script: { } script } => Sentence(Words(script)),
        RegisterApplication { Script: { } script } => Sentence(
        [
            .. Phrase(script.ProcessorArrivals, "hears of processors"),
            .. Phrase(script.MemoryArrivals, "hears of memory"),
        ]),
        _ => "",
    };

    private static IEnumerable<string> Words(DriverScript script) =>
    [
        .. Phrase(script.Synchronous, "is called around each processor"),
        .. Phrase(script.IncludeExisting, "existing ones too"),
        .. Phrase(script.VetoesStart is not null, $"vetoes number {Number(script.VetoesStart)} that it is offered"),
        .. Phrase(script.ProcessorArrivals, "hears of processors"),
        .. Phrase(script.MemoryArrivals, "hears of memory"),
        .. Phrase(script.ExistingArrivals, "also of what is there"),
        .. script.Device is { } device ? Words(device) : [],
    ];

    private static IEnumerable<string> Words(DeviceScript device) =>
    [
        device.Class == DeviceClass.Network ? "has a network adapter" : "has a device",
        .. Phrase(device.RebalancePolicy is not null, $"policy {Number(device.RebalancePolicy)}"),
        .. Phrase(device.ClassOptOut == true, "its class opted out"),
        .. Phrase(device.ClassOptOut == false, "its class opted in"),
        .. Phrase(device.RejectsQueryStop, "rejects query-stop"),
        .. Phrase(device.FailsRestart, "fails to restart"),
        .. Phrase(device.RejectsQueryPower, "rejects query-power"),
        .. Phrase(device.NeverReachesD3, "never reaches D3"),
        .. Phrase(device.NonDynamic, "is non-dynamic"),
    ];

    private static string[] Phrase(bool isSaid, string phrase) => isSaid ? [phrase] : [];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Sentence(IEnumerable<string> phrases) =>
        string.Join(", ", phrases) is { Length: > 0 } words ? $"It {words}." : "It registers for nothing.";
}
