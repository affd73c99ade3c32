using System.Globalization;

namespace DhpConformance.Adapters.Qemu;

/// <summary>The command line of the adapter.</summary>
internal static class AdapterArguments
{
    public const string Usage =
        "Usage: dhp-qemu [--machine pseries|q35] [--qemu-binary PATH] [--accelerator TEXT] [--scripts FOLDER] "
        + "[--spare-slots NUMBER] [--guest FOLDER]";

    /// <summary>The options it stands for.</summary>
    /// <exception cref="ArgumentException">It cannot be understood; the message says why.</exception>
    public static QemuOptions Parse(string[] arguments)
    {
        var options = new QemuOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length
                ? arguments[i + 1]
                : throw new ArgumentException($"A value is missing after {arguments[i]}. {Usage}");
            options = arguments[i] switch
            {
                "--machine" => options with { Machine = Machine(value) },
                "--qemu-binary" => options with { Binary = value },
                "--accelerator" => options with { Accelerator = value },
                "--spare-slots" => options with { SpareSlots = Number(value) },
                "--scripts" => options with { Scripts = value },
                "--guest" => options with { Guest = value },
                _ => throw new ArgumentException($"{arguments[i]} is not an option. {Usage}"),
            };
        }

        return options is { Guest: not null, Machine: not QemuMachine.Q35 }
            ? throw new ArgumentException($"--guest needs --machine q35. {Usage}")
            : options;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{text}' is not a number. {Usage}");

    private static QemuMachine Machine(string name) => name switch
    {
        "pseries" => QemuMachine.Pseries,
        "q35" => QemuMachine.Q35,
        _ => throw new ArgumentException($"'{name}' is not a machine. {Usage}"),
    };
}
