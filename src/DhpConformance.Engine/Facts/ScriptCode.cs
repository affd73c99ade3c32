using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Facts;

/// <summary>Scripts of consumers as C# expressions. What is left at its default is left out.</summary>
internal static class ScriptCode
{
    public static string Of(ApplicationScript script) =>
        $"new({OperationCode.Word(script.ProcessorArrivals)}, {OperationCode.Word(script.MemoryArrivals)})";

    public static string Of(DriverScript script) => Initializer(
    [
        Flag(nameof(script.Synchronous), script.Synchronous),
        Flag(nameof(script.IncludeExisting), script.IncludeExisting),
        Number(nameof(script.VetoesStart), script.VetoesStart),
        Flag(nameof(script.ProcessorArrivals), script.ProcessorArrivals),
        Flag(nameof(script.MemoryArrivals), script.MemoryArrivals),
        Flag(nameof(script.ExistingArrivals), script.ExistingArrivals),
        script.Device is null ? "" : $"{nameof(script.Device)} = {Of(script.Device)}",
    ]);

    private static string Of(DeviceScript device) => Initializer(
    [
        device.Class == default ? "" : $"{nameof(device.Class)} = DeviceClass.{device.Class}",
        Number(nameof(device.RebalancePolicy), device.RebalancePolicy),
        device.ClassOptOut is { } optOut ? $"{nameof(device.ClassOptOut)} = {OperationCode.Word(optOut)}" : "",
        Flag(nameof(device.RejectsQueryStop), device.RejectsQueryStop),
        Flag(nameof(device.FailsRestart), device.FailsRestart),
        Flag(nameof(device.RejectsQueryPower), device.RejectsQueryPower),
        Flag(nameof(device.NeverReachesD3), device.NeverReachesD3),
        Flag(nameof(device.NonDynamic), device.NonDynamic),
    ]);

    private static string Initializer(string[] members)
    {
        var set = members.Where(member => member.Length > 0).ToList();
        return set.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", set)} }}";
    }

    private static string Flag(string name, bool value) => value ? $"{name} = true" : "";

    private static string Number(string name, int? value) =>
        value is { } number ? $"{name} = {number.ToString(CultureInfo.InvariantCulture)}" : "";
}
