using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>What was said to QEMU can be said again without the suite.</summary>
public sealed class ScriptTests
{
    [QemuFact(QemuMachine.Pseries)]
    public void A_script_says_the_same_and_hears_the_same()
    {
        using var folder = new TemporaryFolder();
        using (var server = new QemuServer(new QemuOptions { Scripts = folder.Path }))
        {
            server.Reset(Servers.Small(Servers.Pseries));
            server.Apply(new StartPartition(Servers.P0));
            server.Apply(new HotRemove(Servers.P0, new UnitId(6)));
        }

        using var shell = Process.Start(
            new ProcessStartInfo("sh", [Path.Combine(folder.Path, "p0-1.sh")]) { RedirectStandardOutput = true })!;
        var heard = shell.StandardOutput.ReadToEnd();
        Assert.Contains("Device 'u6' not found", heard, StringComparison.Ordinal);
        Assert.Single(heard.Split("\"error\""), part => part.Contains("desc", StringComparison.Ordinal));
        Assert.EndsWith("exit code 0\n", heard, StringComparison.Ordinal);
    }

    [QemuFact(QemuMachine.Pseries)]
    public void A_script_begins_with_the_processor_that_it_adds_whatever_another_version_would_choose()
    {
        using var folder = new TemporaryFolder();
        using (var server = new QemuServer(new QemuOptions { Scripts = folder.Path }))
        {
            server.Reset(Servers.Small(Servers.Pseries));
            server.Apply(new StartPartition(Servers.P0));
        }

        var other = folder.Program("echo \"$*\"; cat >/dev/null");
        var (heard, _) = Run(Path.Combine(folder.Path, "p0-1.sh"), other);
        Assert.Matches("^-cpu power[0-9]+_v[0-9.]+ ", heard);
    }

    // Of the findings, which are in reports/qemu.
    [Theory]
    [InlineData("q1.sh", "memory fragmented", 3)]
    [InlineData("q2.sh", "no such thing", 3)]
    [InlineData("q3.sh", "no such thing", 3)]
    [InlineData("q4.sh", "no such thing", 3)]
    [InlineData("q4.sh", "memory fragmented", 1)]
    [InlineData("q5.sh", "no such thing", 3)]
    [InlineData("q1.sh", null, 0)]
    [InlineData("q2.sh", null, 0)]
    [InlineData("q3.sh", null, 0)]
    [InlineData("q4.sh", null, 0)]
    [InlineData("q5.sh", null, 0)]
    public void A_script_that_is_refused_what_it_needs_says_so_and_does_not_look_mended(
        string script, string? refusal, int code)
    {
        using var folder = new TemporaryFolder();
        var answer = refusal is null
            ? """{"return": {}}"""
            : """{"error": {"desc": "what"}}""".Replace("what", refusal, StringComparison.Ordinal);
        var pretended = folder.Program(
            $$$"""
            case "$*" in *"-cpu power9_v2.0 "*) ;; *) echo "another processor" >&2; exit 1 ;; esac
            echo '{"QMP": {}}'; cat >/dev/null; echo '{{{answer}}}'
            """);
        var (heard, exit) = Run(AdapterFiles.Finding(script), pretended);
        Assert.Equal(code, exit);
        Assert.Contains("\nexit status 0\n", heard, StringComparison.Ordinal);
        Assert.EndsWith(
            code switch
            {
                0 => "\nthe defect does not show\n",
                1 => "\nthe defect shows\n",
                _ => "\nnot set up: QEMU did not start, or refused what this needs\n",
            },
            heard,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1.sh")]
    [InlineData("q2.sh")]
    [InlineData("q3.sh")]
    [InlineData("q4.sh")]
    [InlineData("q5.sh")]
    public void A_script_ends_with_1_where_QEMU_dies(string script)
    {
        using var folder = new TemporaryFolder();
        var pretended = folder.Program("""echo '{"QMP": {}}'; cat >/dev/null; kill -ABRT $$""");
        var (heard, exit) = Run(AdapterFiles.Finding(script), pretended);
        Assert.Equal(1, exit);
        Assert.Contains("\nexit status 134\n", heard, StringComparison.Ordinal);
        Assert.EndsWith("\nthe defect shows\n", heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1.sh")]
    [InlineData("q6.sh")]
    [InlineData("q7.sh")]
    public void A_script_without_what_it_needs_says_so(string script)
    {
        var (heard, exit) = Run(AdapterFiles.Finding(script), "/bin/false");
        Assert.Equal(3, exit);
        Assert.Contains("not set up: ", heard, StringComparison.Ordinal);
    }

    private static (string Heard, int Code) Run(string script, string qemu)
    {
        var start = new ProcessStartInfo("sh", [script]) { RedirectStandardOutput = true };
        start.Environment["QEMU"] = qemu;
        start.Environment["GUEST"] = "/nowhere";
        using var shell = Process.Start(start)!;
        var heard = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (heard, shell.ExitCode);
    }
}
