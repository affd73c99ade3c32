using System.Globalization;

namespace DhpConformance.Adapters.Libvirt;

/// <summary>The command line of the adapter.</summary>
internal static class AdapterArguments
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help =
        """
        dhp-libvirt: an adapter whose partitions are domains of libvirt (pseries, TCG); the suite starts it, and speaks
        to it over a pipe.

          --connect URI     the libvirt to use; qemu:///system if it is not given
          --virsh PATH      another virsh
          --emulator PATH   another qemu-system-ppc64; the one that libvirt chooses if it is not given
          --prefix NAME     what names of domains begin with; dhp- if it is not given
          --spare-slots N   places for processors that no unit may use, 0 to 1000; 0 if it is not given
          --script FILE     appends there each command that changes something, as lines of a shell script
          --help            prints this
        """;

    private const int LongestPrefix = 20;
    private const int MostSpareSlots = 1000;

    /// <summary>The options it stands for.</summary>
    /// <exception cref="ArgumentException">It cannot be understood; the message says why.</exception>
    public static LibvirtOptions Parse(string[] arguments)
    {
        var options = new LibvirtOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var (name, value) = (arguments[i], arguments.ElementAtOrDefault(i + 1));
            options = name switch
            {
                "--connect" => options with { Connection = Given() },
                "--virsh" => options with { Program = Given() },
                "--emulator" => options with { Emulator = Given() },
                "--prefix" => options with { Prefix = Prefix(Given()) },
                "--spare-slots" => options with { SpareSlots = Number(Given()) },
                "--script" => options with { Script = Given() },
                _ => throw Mistake($"'{name}' is not an option"),
            };

            string Given() => value ?? throw Mistake($"A value is missing after {name}");
        }

        return options;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostSpareSlots
            ? number
            : throw Mistake($"--spare-slots is '{text}', and not a number from 0 to {MostSpareSlots}");

    // Names of domains are names of files, too, and words of a shell.
    private static string Prefix(string text) =>
        text.Length is > 0 and <= LongestPrefix
            && char.IsAsciiLetterOrDigit(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? text
            : throw Mistake(
                $"--prefix is '{text}', and not 1 to {LongestPrefix} letters, digits, '-' and '_', a letter or digit "
                + "first");

    private static ArgumentException Mistake(string what) =>
        new($"{what}; 'dhp-libvirt --help' shows what there is.");
}
