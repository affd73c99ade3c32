using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.QemuTests;

/// <summary>Each way in which QEMU cannot be used is told in one sentence with the remedy.</summary>
public sealed class StartProblemTests
{
    [Fact]
    public void A_program_that_is_not_there() =>
        Expect(new QemuOptions { Binary = "qemu-of-nobody" }, "was not found; give --qemu-binary the path of");

    [Fact]
    public void A_program_that_is_no_qemu() =>
        Expect(
            new QemuOptions { Binary = "/bin/false" },
            "/bin/false ended with exit code 1 before it answered; if it is no QEMU, name a qemu-system-ppc");

    [Theory]
    [InlineData("/tmp", "'/tmp' is a folder; give --qemu-binary the path of qemu-system-ppc64")]
    [InlineData("/etc/passwd", "'/etc/passwd' is not executable; give --qemu-binary the path of qemu-system-ppc64")]
    public void What_cannot_be_run_is_told_as_what_it_is(string named, string words) =>
        Expect(new QemuOptions { Binary = named }, words);

    [QemuFact(QemuMachine.Q35)]
    public void A_qemu_without_the_machine() =>
        Expect(
            new QemuOptions { Binary = "qemu-system-x86_64" },
            "saying \"qemu-system-x86_64: unsupported machine type\"; it has no machine pseries, so name a");

    [QemuFact(QemuMachine.Pseries)]
    public void A_path_too_long_for_a_socket()
    {
        using var folder = new TemporaryFolder();
        var deep = Directory.CreateDirectory(Path.Combine(folder.Path, new string('d', 90))).FullName;
        Expect(new QemuOptions { Folder = deep }, "longer than 103 bytes; set TMPDIR to a short path");
        Assert.Empty(Directory.GetFileSystemEntries(deep));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void A_folder_that_cannot_be_written_to() =>
        Expect(new QemuOptions { Folder = "/proc/nowhere" }, "No socket can be made in '/proc/nowhere'");

    [QemuFact(QemuMachine.Pseries)]
    public void A_folder_that_is_not_there_is_not_made()
    {
        using var folder = new TemporaryFolder();
        Expect(
            new QemuOptions { Folder = Path.Combine(folder.Path, "missing") },
            "there is no such folder; set TMPDIR to a short path");
        Assert.Empty(folder.Entries);
    }

    [Fact]
    public void A_folder_in_which_no_scripts_can_be_left() => Expect(
        new QemuOptions { Scripts = "/proc/nope" }, "give --scripts a folder that you may write to");

    [Theory]
    [InlineData(6, 2, "/qemu is version 6.2.0, which is too old; install 7.0 or later")]
    [InlineData(7, 0, "/qemu closed its monitor while it was asked for the smallest memory module; name another")]
    public void A_qemu_that_is_too_old_is_told_from_one_that_is_not(int major, int minor, string words)
    {
        using var old = new FakeQemu(major, minor);
        Expect(new QemuOptions { Binary = old.Program }, words);
    }

    [Theory]
    [InlineData("cannot set up guest memory 'ram': Cannot allocate memory", "free some memory, or lift")]
    [InlineData("libcrypto.so.3: failed to map segment from shared object", "free some memory, or lift")]
    [InlineData("Could not find LPAR firmware", "install the package qemu-system-data")]
    [InlineData("Invalid SMP CPUs 1017. The max CPUs supported is 288", "give --spare-slots a smaller number")]
    [InlineData("no such thing", "if it is no QEMU, name a qemu-system-ppc64 with --qemu-binary")]
    public void What_it_says_before_it_ends_is_told_with_the_remedy(string said, string remedy)
    {
        using var folder = new TemporaryFolder();
        var program = folder.Program($"echo \"{said}\" >&2\nexit 1");
        Expect(new QemuOptions { Binary = program }, $"saying \"{said}\"; {remedy}");
    }

    [Fact]
    public void One_that_connects_and_dies_is_told_with_its_last_words()
    {
        using var dying = FakeQemu.Dying("invalid accelerator nonsense");
        Expect(
            new QemuOptions { Binary = dying.Program },
            "ended with exit code 1 before it answered, saying \"invalid accelerator nonsense\"");
    }

    [Fact]
    public void Want_of_memory_is_no_refusal_of_a_size()
    {
        using var poor = FakeQemu.Refusing("cannot set up guest memory 'mu0': Cannot allocate memory");
        Expect(
            new QemuOptions { Binary = poor.Program },
            "QEMU said \"cannot set up guest memory 'mu0': Cannot allocate memory\"; free some memory, or lift");
    }

    [Fact]
    public void The_watchdog_adds_nothing_to_what_it_says()
    {
        using var folder = new TemporaryFolder();
        using var process = QemuProcess.Start(Path.Combine(folder.Path, "socket"), "sleep", ["10"]);
        Assert.NotNull(process.Kill());
        Assert.Equal("", process.StandardError);
    }

    private static void Expect(QemuOptions options, string words)
    {
        using var server = new QemuServer(options);
        var fault = Assert.Throws<ServerFaultException>(() => server.Describe());
        Assert.Equal(ServerFault.CouldNotStart, fault.Fault);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
