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
            .. Phrase(script.ProcessorArrivals, "is notified of processors"),
            .. Phrase(script.MemoryArrivals, "is notified of memory"),
        ]),
        _ => "",
    };

    private static IEnumerable<string> Words(DriverScript script) =>
    [
        .. Phrase(script.Synchronous, "is called around each processor"),
        .. Phrase(script.IncludeExisting, "also around each existing processor"),
        .. Phrase(script.VetoesStart is not null, $"vetoes start number {Number(script.VetoesStart)}"),
        .. Phrase(script.ProcessorArrivals, "is notified of processors"),
        .. Phrase(script.MemoryArrivals, "is notified of memory"),
        .. Phrase(script.ExistingArrivals, "also of existing units"),
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
