using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Cli;
using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>
/// The driver in C that strangers begin with is right, and mistakes that were made in public are found in it when they
/// are put there by hand.
/// </summary>
public sealed class DriverKitTests
{
    // A DPC that will set the event of the processor, beside another event.
    private const string TwoEvents =
        "KDPC dpc; KEVENT other; data = Driver.Table[index]; PVOID both[] = { &other, &data->Stop };\n"
        + "KeInitializeEvent(&other, NotificationEvent, FALSE); KeInitializeDpc(&dpc, Hello, &data);\n"
        + "KeSetTargetProcessorDpcEx(&dpc, &data->Number); KeInsertQueueDpc(&dpc, 0, 0);\n";

    /// <summary>What is replaced by what, and the rule that it breaks.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        // An array sized by the active count.
        { "KeQueryMaximumProcessorCountEx(ALL", "KeQueryActiveProcessorCountEx(ALL", "C-PROC-07" },

        // 1 << n in 32 bits.
        { "(KAFFINITY)1 << data->Number.Number", "1 << data->Number.Number", "C-PROC-12" },

        // A mask that is walked without gaps.
        {
            "StartWorker(Driver.Table[index]);",
            "KAFFINITY mask = KeQueryGroupAffinity(change->ProcNumber.Group); UCHAR n = 0;\n"
            + "while (mask >> n & 1 && n < change->ProcNumber.Number) n++;\n"
            + "if (mask >> n & 1) StartWorker(Driver.Table[index]);",
            "C-PROC-03"
        },

        // A number that is computed.
        {
            "data->Number = change->ProcNumber;",
            "data->Number.Group = (USHORT)(index / 64), data->Number.Number = (UCHAR)(index % 64);",
            "C-PROC-04"
        },

        // A time-out of one second.
        { "#define TIME_OUT_SECONDS 60", "#define TIME_OUT_SECONDS 1", "C-PWR-05" },

        // A list of held requests that is reversed.
        {
            "InsertTailList(&device->Held, &irp->Tail.Overlay.ListEntry);",
            "InsertHeadList(&device->Held, &irp->Tail.Overlay.ListEntry);",
            "C-REB-04"
        },

        // A free of what was not allocated.
        { "if (Driver.Table[index]) {\n            ExFree", "{\n            ExFree", "C-SYN-09" },

        // A pool that is scaled by the memory that was added.
        {
            "        ResizeBuffer();\n    return STATUS_SUCCESS;",
            "        ExAllocatePool2(POOL_FLAG_NON_PAGED, DhpPhysicalMemory() / 4, TAG), ResizeBuffer();\n"
            + "    return STATUS_SUCCESS;",
            "C-MEM-02"
        },

        // A thread that is started before the add is complete.
        { "Driver.Table[index] = data;", "Driver.Table[index] = data;\n        StartWorker(data);", "C-PROC-09" },

        // A cancel-stop that is forgotten.
        {
            "IoForwardIrpSynchronously(device->Lower, irp);\n        device->Paused = FALSE;\n"
            + "        ReleaseHeld(device);",
            "IoForwardIrpSynchronously(device->Lower, irp);",
            "C-REB-06"
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

    /// <summary>What a right driver may do as well, once a processor was added.</summary>
    public static TheoryData<string> Variations =>
    [
        // It waits for a DPC on the new processor.
        "KDPC dpc; KeInitializeDpc(&dpc, Hello, &data); data = Driver.Table[index];\n"
        + "KeSetTargetProcessorDpcEx(&dpc, &data->Number); KeClearEvent(&data->Stop); KeInsertQueueDpc(&dpc, 0, 0);\n"
        + "KeWaitForSingleObject(&data->Stop, Executive, KernelMode, FALSE, NULL); KeClearEvent(&data->Stop);\n",

        // It waits for a timer.
        "KTIMER timer; LARGE_INTEGER due = { .QuadPart = -20000 };\n"
        + "KeInitializeTimer(&timer); KeSetTimer(&timer, due, NULL);\n"
        + "KeWaitForSingleObject(&timer, Executive, KernelMode, FALSE, NULL);\n",

        // It looks every millisecond whether the DPC has run, and has it run at last.
        "KDPC dpc; LARGE_INTEGER soon = { .QuadPart = -10000 }; data = Driver.Table[index];\n"
        + "KeInitializeDpc(&dpc, Hello, &data); KeSetTargetProcessorDpcEx(&dpc, &data->Number);\n"
        + "KeInsertQueueDpc(&dpc, 0, 0);\n"
        + "while (!KeReadStateEvent(&data->Stop)) KeDelayExecutionThread(KernelMode, FALSE, &soon);\n"
        + "KeClearEvent(&data->Stop);\n",

        // It waits for the DPC or for something that never comes, and is told which of them it was.
        TwoEvents + "if (KeWaitForMultipleObjects(2, both, WaitAny, Executive, KernelMode, FALSE, NULL, NULL) != 1)\n"
        + "DhpBugCheck(\"not the DPC\");\nKeClearEvent(&data->Stop);\n",

        // It waits for the DPC and for something that has come already.
        TwoEvents + "KeSetEvent(&other, 0, FALSE);\n"
        + "if (KeWaitForMultipleObjects(2, both, WaitAll, Executive, KernelMode, FALSE, NULL, NULL) != STATUS_WAIT_0)\n"
        + "DhpBugCheck(\"not both\");\nKeClearEvent(&data->Stop);\n",
    ];

    [NeedsCompilerTheory]
    [MemberData(nameof(Variations))]
    public void A_driver_may_wait_for_what_it_has_begun(string variation)
    {
        using var folder = new TemporaryFolder();
        var results = Judge(
            folder,
            text => Mistaken(
                Mistaken(text, "StartWorker(Driver.Table[index]);", variation + "StartWorker(Driver.Table[index]);"),
                "static NTSTATUS StartWorker",
                "static void Hello(PKDPC dpc, PVOID data, PVOID a, PVOID b) {\n"
                + "KeSetEvent(&(*(PPER_PROCESSOR *)data)->Stop, 0, FALSE); Here()->Requests++; }\n"
                + "static NTSTATUS StartWorker"),
            100);
        Assert.Empty(results.Failures);
    }

    [NeedsCommandFact("cc")]
    public void A_reference_that_a_cancel_leaves_behind_breaks_a_rule()
    {
        using var folder = new TemporaryFolder();
        var results = Judge(
            folder,
            text => Mistaken(
                Mistaken(
                    text,
                    "    case IRP_MN_STOP_DEVICE:\n",
                    "    case IRP_MN_STOP_DEVICE:\n        References--;\n"),
                "    case IRP_MN_QUERY_STOP_DEVICE:\n",
                "    case IRP_MN_QUERY_STOP_DEVICE:\n        References++;\n")
                .Replace(
                    "static NTSTATUS Pnp(",
                    "static int References;\nstatic NTSTATUS Pnp(",
                    StringComparison.Ordinal)
                .Replace(
                    "    case IRP_MN_REMOVE_DEVICE:\n",
                    "    case IRP_MN_REMOVE_DEVICE:\n"
                    + "        while (References) KeDelayExecutionThread(KernelMode, FALSE, &second);\n",
                    StringComparison.Ordinal),
            100);
        var failure = Assert.Single(results.Failures);
        Assert.Equal("C-REST-01", failure.Rule);
        Assert.InRange(failure.Steps.Length, 1, 2);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_may_wait_until_its_hardware_has_finished()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(Judge(folder, Draining, 200).Failures);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_that_has_disconnected_its_interrupt_waits_for_the_hardware_in_vain()
    {
        using var folder = new TemporaryFolder();
        var results = Judge(
            folder,
            text => Mistaken(
                Draining(text),
                "    case IRP_MN_STOP_DEVICE:\n",
                "    case IRP_MN_STOP_DEVICE:\n        Disconnect(device);\n"),
            200);
        var failure = Assert.Single(results.Failures);
        Assert.Equal("C-REST-01", failure.Rule);
        Assert.Contains("it waits for ever", failure.Observed, StringComparison.Ordinal);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_with_messages_for_interrupts_keeps_every_rule()
    {
        using var folder = new TemporaryFolder();
        var results = Judge(
            folder,
            text => Mistaken(
                Mistaken(
                    text,
                    "    return IoConnectInterruptEx(&connect);",
                    "    connect.Version = CONNECT_MESSAGE_BASED;\n"
                    + "    connect.MessageBased.ConnectionContext.InterruptMessageTable = &Messages;\n"
                    + "    connect.MessageBased.MessageServiceRoutine = Message;\n"
                    + "    connect.MessageBased.ServiceContext = device;\n"
                    + "    NTSTATUS status = IoConnectInterruptEx(&connect);\n"
                    + "    device->Interrupt = NT_SUCCESS(status) ? Messages->MessageInfo[0].InterruptObject : NULL;\n"
                    + "    return status;"),
                "static NTSTATUS Connect(",
                "static PIO_INTERRUPT_MESSAGE_INFO Messages;\n"
                + "static BOOLEAN Message(PKINTERRUPT interrupt, PVOID context, ULONG id)"
                + " { return id == 0 && Isr(interrupt, context); }\n"
                + "static NTSTATUS Connect("),
            100);
        Assert.Empty(results.Failures);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_in_C_may_declare_its_processor_limit()
    {
        using var folder = new TemporaryFolder();
        using var source = KitInC.Driver.Build(folder, text => text, "-DDHP_PROCESSOR_LIMIT=2");
        using var driver = source.Create();
        Assert.Equal(2, driver.Describe().ProcessorLimit);
    }

    [NeedsCompilerTheory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_under_its_own_rule(string right, string wrong, string rule)
    {
        using var folder = new TemporaryFolder();
        var results = Judge(folder, text => Mistaken(text, right, wrong), 300);
        var failure = Assert.Single(results.Failures);
        Assert.Equal(rule, failure.Rule);
        Assert.InRange(failure.Steps.Length, 0, 6);
    }

    // It waits for an event that the DPC of its interrupt sets.
    private static string Draining(string text) => Mistaken(
        Mistaken(
            Mistaken(
                Mistaken(text, "LIST_ENTRY Held, Active;", "LIST_ENTRY Held, Active; KEVENT Idle;"),
                "KeInitializeTimer(&device->Timer);",
                "KeInitializeTimer(&device->Timer); KeInitializeEvent(&device->Idle, SynchronizationEvent, FALSE);"),
            "CompleteAll(&((PDEVICE_EXTENSION)context)->Active, STATUS_SUCCESS);",
            "CompleteAll(&((PDEVICE_EXTENSION)context)->Active, STATUS_SUCCESS);\n"
            + "KeSetEvent(&((PDEVICE_EXTENSION)context)->Idle, IO_NO_INCREMENT, FALSE);"),
        "CompleteAll(&device->Active, STATUS_SUCCESS); /* The device is waited for. */",
        "while (!IsListEmpty(&device->Active))\n"
        + "KeWaitForSingleObject(&device->Idle, Executive, KernelMode, FALSE, NULL);");

    private static string Mistaken(string text, string right, string wrong) => KitInC.Mistaken(text, right, wrong);

    private static ConsumerResults Judge(TemporaryFolder folder, Func<string, string> edit, int cases) =>
        KitInC.Driver.Judge(folder, edit, cases);
}
