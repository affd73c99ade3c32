using System.Globalization;

namespace DhpConformance.Adapters.Qemu;

/// <summary>The command line of the adapter.</summary>
internal static class AdapterArguments
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help =
        """
        dhp-qemu: an adapter whose partitions are QEMU processes; the suite starts it, and speaks to it over a pipe.

          --machine pseries|q35   the machine of every partition; pseries if it is not given
          --qemu-binary PATH      another QEMU, 7.0 or later
          --accelerator TEXT      tcg, or tcg,thread=single for one thread for all processors
          --spare-slots NUMBER    slots for processors that no unit may use, 0 to 1000; 0 if it is not given
          --scripts FOLDER        leaves there what was said to each process, as a shell script
          --guest FOLDER          q35 only: the operating system that .ci/guest has left there, in each partition
          --help                  prints this
        """;

    private const int MostSpareSlots = 1000;

    /// <summary>The options it stands for.</summary>
    /// <exception cref="ArgumentException">It cannot be understood; the message says why.</exception>
    public static QemuOptions Parse(string[] arguments)
    {
        var options = new QemuOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var (name, value) = (arguments[i], arguments.ElementAtOrDefault(i + 1));
            options = name switch
            {
                "--machine" => options with { Machine = Machine(Given()) },
                "--qemu-binary" => options with { Binary = Given() },
                "--accelerator" => options with { Accelerator = Given() },
                "--spare-slots" => options with { SpareSlots = Number(Given()) },
                "--scripts" => options with { Scripts = Given() },
                "--guest" => options with { Guest = Given() },
                _ => throw Mistake($"'{name}' is not an option"),
            };

            string Given() => value ?? throw Mistake($"A value is missing after {name}");
        }

        return options is { Guest: not null, Machine: not QemuMachine.Q35 }
            ? throw Mistake("--guest needs --machine q35")
            : options;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostSpareSlots
            ? number
            : throw Mistake($"--spare-slots is '{text}', and not a number from 0 to {MostSpareSlots}");

    private static QemuMachine Machine(string name) => name switch
    {
        "pseries" => QemuMachine.Pseries,
        "q35" => QemuMachine.Q35,
        _ => throw Mistake($"'{name}' is not a machine; there are pseries and q35"),
    };

    private static ArgumentException Mistake(string what) => new($"{what}; 'dhp-qemu --help' shows what there is.");
}
