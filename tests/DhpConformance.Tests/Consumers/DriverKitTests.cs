using System.Diagnostics;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Hosting;
using DhpConformance.Tests.Cli;
using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>
/// The driver in C that strangers begin with is right, and mistakes that were made in public are found in it when they
/// are put there by hand.
/// </summary>
public sealed class DriverKitTests
{
    private const string Folder = "specs/adapters/driver-c";

    /// <summary>What is replaced by what, and the rule that it breaks.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // An array sized by the active count.
        { "KeQueryMaximumProcessorCountEx(ALL", "KeQueryActiveProcessorCountEx(ALL", "C-PROC-07", "" },

        // 1 << n in 32 bits.
        { "(KAFFINITY)1 << data->Number.Number", "1 << data->Number.Number", "C-PROC-12", "" },

        // A mask that is walked without gaps.
        {
            "data->Number = change->ProcNumber;",
            "data->Number.Group = change->ProcNumber.Group, data->Number.Number = (UCHAR)index;",
            "C-PROC-03", ""
        },

        // A number that is computed.
        {
            "StartWorker(Driver.Table[index]);",
            "if (Loaded) Driver.Table[index]->Number.Number = (UCHAR)(Driver.ActiveCount - 1); "
            + "StartWorker(Driver.Table[index]);",
            "C-PROC-04", "static int Loaded;"
        },

        // A time-out of one second.
        { "#define TIME_OUT_SECONDS 60", "#define TIME_OUT_SECONDS 1", "C-PWR-05", "stop" },

        // A list of held requests that is reversed.
        {
            "InsertTailList(&device->Held, &irp->Tail.Overlay.ListEntry);",
            "InsertHeadList(&device->Held, &irp->Tail.Overlay.ListEntry);",
            "C-REB-04", ""
        },

        // A free of what was not allocated.
        { "if (Driver.Table[index]) {\n            ExFree", "{\n            ExFree", "C-SYN-09", "" },

        // A pool that is scaled by the memory that was added.
        {
            "        ResizeBuffer();\n    return STATUS_SUCCESS;",
            "        ExAllocatePool2(POOL_FLAG_NON_PAGED, DhpPhysicalMemory() / 4, TAG), ResizeBuffer();\n"
            + "    return STATUS_SUCCESS;",
            "C-MEM-02", ""
        },

        // A thread that is started before the add is complete.
        { "Driver.Table[index] = data;", "Driver.Table[index] = data;\n        StartWorker(data);", "C-PROC-09", "" },

        // A cancel-stop that is forgotten.
        {
            "IoForwardIrpSynchronously(device->Lower, irp);\n        device->Paused = FALSE;\n"
            + "        ReleaseHeld(device);",
            "IoForwardIrpSynchronously(device->Lower, irp);",
            "C-REB-06", ""
        },
    };

    [NeedsCommandFact("cc")]
    public void The_sample_keeps_every_rule()
    {
        using var folder = new TemporaryFolder();
        var results = Judge(folder, text => text, 300);
        Assert.Empty(results.Failures);
        Assert.Equal(0, results.Rules.Count(rule => rule.Verdict == Verdict.Error));
    }

    [NeedsCompilerTheory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_under_its_own_rule(string right, string wrong, string rule, string change)
    {
        using var folder = new TemporaryFolder();
        var results = Judge(folder, text => Mistaken(text, right, wrong, change), 300);
        var failure = Assert.Single(results.Failures);
        Assert.Equal(rule, failure.Rule);
        Assert.InRange(failure.Steps.Length, 0, 6);
    }

    private static string Mistaken(string text, string right, string wrong, string change)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        var mistaken = text.Replace(right, wrong, StringComparison.Ordinal);
        return change switch
        {
            // The timer goes on, and so does what the device was given, while the system sleeps.
            "stop" => mistaken.Replace(
                "!IsListEmpty(&device->Active) && ++device->Waited >= TIME_OUT_SECONDS)\n"
                + "        CompleteActive(device, STATUS_IO_TIMEOUT);",
                "!IsListEmpty(&device->Held) && ++device->Waited >= TIME_OUT_SECONDS) {\n        "
                + "InsertTailList(&device->Active, RemoveHeadList(&device->Held));\n"
                + "        CompleteActive(device, STATUS_IO_TIMEOUT);\n    }",
                StringComparison.Ordinal),
            { Length: > 0 } => mistaken.Replace("/* ---- Processors ---- */", change, StringComparison.Ordinal)
                .Replace("    ResizeBuffer();\n", "    ResizeBuffer();\n    Loaded = 1;\n", StringComparison.Ordinal),
            _ => mistaken,
        };
    }

    private static ConsumerResults Judge(TemporaryFolder folder, Func<string, string> edit, int cases)
    {
        foreach (var file in Directory.GetFiles(RepositoryRoot.Of(Folder)))
        {
            var text = File.ReadAllText(file);
            File.WriteAllText(
                Path.Combine(folder.Path, Path.GetFileName(file)), Path.GetFileName(file) == "driver.c" ? edit(text)
                    : text);
        }

        using var compiler = Process.Start(new ProcessStartInfo(
            "cc", ["-std=gnu11", "-O1", "-w", "-I.", "-o", "driver", "driver.c", "dhp_main.c"])
        {
            WorkingDirectory = folder.Path,
        })!;
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        using var source = ConsumerSource.Parse($"command:{Path.Combine(folder.Path, "driver")}");
        return ConsumerSuite.Run(source.Create, new() { Cases = cases });
    }
}
