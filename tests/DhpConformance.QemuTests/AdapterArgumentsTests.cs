using System.Diagnostics;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Tests;

namespace DhpConformance.QemuTests;

/// <summary>A slip on the command line is told to whoever made it, by hand or through the suite.</summary>
public sealed class AdapterArgumentsTests
{
    private const string Bogus = "'--bogus' is not an option; 'dhp-qemu --help' shows what there is.";

    [Theory]
    [InlineData("'--bogus' is not an option", "--bogus")]
    [InlineData("'--version' is not an option", "--version")]
    [InlineData("A value is missing after --machine", "--machine")]
    [InlineData("'pc' is not a machine; there are pseries and q35", "--machine", "pc")]
    [InlineData("--spare-slots is '100000', and not a number from 0 to 1000", "--spare-slots", "100000")]
    [InlineData("--spare-slots is 'many', and not a number", "--spare-slots", "many")]
    public void A_slip_is_named(string words, params string[] arguments)
    {
        var problem = Assert.Throws<ArgumentException>(() => AdapterArguments.Parse(arguments));
        Assert.StartsWith(words, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("; 'dhp-qemu --help' shows what there is.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_shows_every_option_that_is_understood()
    {
        var (code, output, _) = Run("", "--help");
        Assert.Equal(0, code);
        Assert.All(
            ["--machine", "--qemu-binary", "--accelerator", "--spare-slots", "--scripts", "--guest"],
            option =>
            {
                Assert.Contains(option, output, StringComparison.Ordinal);
                var problem = Assert.Throws<ArgumentException>(() => AdapterArguments.Parse([option]));
                Assert.StartsWith("A value is missing", problem.Message, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Whoever_starts_it_by_hand_reads_it() =>
        Assert.Equal((5, "", Bogus), Run("", "--bogus"));

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
        var program = BuiltProgram.PathOf("DhpConformance.Adapters.Qemu", "dhp-qemu.dll");
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
