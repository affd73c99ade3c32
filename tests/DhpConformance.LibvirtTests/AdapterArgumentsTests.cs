using System.Diagnostics;
using DhpConformance.Adapters.Libvirt;
using DhpConformance.QemuTests;
using DhpConformance.Tests;

namespace DhpConformance.LibvirtTests;

/// <summary>A mistake on the command line is told to whoever made it, by hand or through the suite.</summary>
public sealed class AdapterArgumentsTests
{
    private const string Bogus = "'--bogus' is not an option; 'dhp-libvirt --help' shows what there is.";

    [Theory]
    [InlineData("'--bogus' is not an option", "--bogus")]
    [InlineData("A value is missing after --connect", "--connect")]
    [InlineData("--spare-slots is 'many', and not a number", "--spare-slots", "many")]
    [InlineData("--spare-slots is '1001', and not a number from 0 to 1000", "--spare-slots", "1001")]
    [InlineData("--prefix is '', and not 1 to 20", "--prefix", "")]
    [InlineData("--prefix is '-x', and not 1 to 20", "--prefix", "-x")]
    [InlineData("--prefix is 'a/b', and not 1 to 20", "--prefix", "a/b")]
    public void A_mistake_is_named(string words, params string[] arguments)
    {
        var problem = Assert.Throws<ArgumentException>(() => AdapterArguments.Parse(arguments));
        Assert.StartsWith(words, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("; 'dhp-libvirt --help' shows what there is.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read()
    {
        var options = AdapterArguments.Parse(
            [
                "--connect", "qemu:///session", "--virsh", "v", "--emulator", "e", "--prefix", "mine-",
                "--spare-slots", "3", "--script", "s",
            ]);
        Assert.Equal(
            new LibvirtOptions
            {
                Connection = "qemu:///session",
                Program = "v",
                Emulator = "e",
                Prefix = "mine-",
                SpareSlots = 3,
                Script = "s",
            },
            options);
    }

    [Fact]
    public void Help_shows_every_option_that_is_understood() => Assert.All(
        ["--connect", "--virsh", "--emulator", "--prefix", "--spare-slots", "--script"],
        option =>
        {
            Assert.Contains(option, AdapterArguments.Help, StringComparison.Ordinal);
            var problem = Assert.Throws<ArgumentException>(() => AdapterArguments.Parse([option]));
            Assert.StartsWith("A value is missing", problem.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void Whoever_starts_it_by_hand_reads_it() => Assert.Equal((5, "", Bogus), Run("", "--bogus"));

    [Fact]
    public void The_suite_is_told_when_it_asks()
    {
        var (code, output, error) = Run(Requests.Initialize + "\n", "--bogus");
        Assert.Equal((5, ""), (code, error));
        Assert.Contains("\"code\":4", output, StringComparison.Ordinal);
        Assert.Contains("is not an option", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments)
    {
        var program = BuiltProgram.PathOf("DhpConformance.Adapters.Libvirt", "dhp-libvirt.dll");
        using var adapter = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        adapter.StandardInput.Write(input);
        adapter.StandardInput.Close();
        var output = adapter.StandardOutput.ReadToEnd();
        var error = adapter.StandardError.ReadToEnd();
        adapter.WaitForExit();
        return (adapter.ExitCode, output, error.Trim());
    }
}
