using DhpConformance.Tests.Cli;
using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>Mistakes in the driver in C that were made in public, written in another style.</summary>
public sealed class OtherMistakesTests
{
    private const string Start = "        StartWorker(Driver.Table[index]);\n";

    private const string Registers = "    Driver.Callback = KeRegisterProcessorChangeCallback("
        + "ProcessorChanged, NULL, KE_PROCESSOR_CHANGE_ADD_EXISTING);\n"
        + "    if (!Driver.Callback) {\n        Unload(driver);\n        return STATUS_INSUFFICIENT_RESOURCES;\n    }\n"
        + "    IoRegisterPlugPlayNotification(EventCategoryDeviceInterfaceChange, 0, (PVOID)&GUID_DEVICE_PROCESSOR, "
        + "driver,\n        InterfaceChanged, NULL, &Driver.ProcessorNotice);\n";

    /// <summary>What is replaced by what, and the rule that it breaks.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        // A mask of 32 bits that has no bit left.
        {
            "(KAFFINITY)1 << data->Number.Number", "(ULONG)((KAFFINITY)1 << data->Number.Number)", "C-PROC-12"
        },

        // A mask that is walked until its first gap, of group 0 alone.
        {
            Start,
            "KAFFINITY mask = KeQueryActiveProcessors(); ULONG n = 0; for (; mask & 1; mask >>= 1) n++;\n"
            + "if (change->ProcNumber.Group == 0 && change->ProcNumber.Number < n)\n" + Start,
            "C-PROC-03"
        },

        // A number that is the old count.
        {
            "data->Number = change->ProcNumber;",
            "data->Number.Group = 0, data->Number.Number = (UCHAR)Driver.ActiveCount;",
            "C-PROC-04"
        },

        // An array that is sized by the active count of the first group.
        {
            "KeQueryMaximumProcessorCountEx(ALL_PROCESSOR_GROUPS)", "KeQueryActiveProcessorCount(NULL)", "C-PROC-07"
        },

        // An array of a fixed size, which is too short from the start.
        {
            "Driver.Maximum = KeQueryMaximumProcessorCountEx(ALL_PROCESSOR_GROUPS)", "Driver.Maximum = 32", "C-PROC-01"
        },

        // An index that is counted: after an add that failed it is off.
        {
            "ULONG index = change->NtNumber;",
            "static ULONG count; ULONG index = change->State == KeProcessorAddStartNotify ? count++ : count - 1;",
            "C-PROC-04"
        },

        // Data that is looked up by the number in the group, and kept by the index.
        { "KeGetCurrentProcessorNumberEx(NULL)", "KeGetCurrentProcessorNumber()", "C-PROC-03" },

        // Memory that is freed at Failure, and again at unload.
        { "            Driver.Table[index] = NULL;\n", "", "C-MEM-04" },

        // A driver that does not register.
        {
            Registers,
            "for (ULONG i = 0; i < KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS); i++) {\n"
            + "PPER_PROCESSOR data = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof *data, TAG);\n"
            + "Driver.Table[i] = data; KeInitializeEvent(&data->Stop, NotificationEvent, FALSE);\n"
            + "KeGetProcessorNumberFromIndex(i, &data->Number); StartWorker(data); }\n",
            "C-PROC-11"
        },
    };

    [NeedsCompilerTheory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_under_its_own_rule(string right, string wrong, string rule)
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Single(
            KitInC.Driver.Judge(folder, text => KitInC.Mistaken(text, right, wrong), 300).Failures);
        Assert.Equal(rule, failure.Rule);
        Assert.InRange(failure.Steps.Length, 0, 6);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_that_leaves_out_processors_beyond_its_array_is_reported_for_the_array() => AssertBroken(
        "C-PROC-07",
        25,
        ("KeQueryMaximumProcessorCountEx(ALL", "KeQueryActiveProcessorCountEx(ALL"),
        ("    switch (change->State) {\n    case KeProc",
            "    if (index >= Driver.Maximum) return;\n    switch (change->State) {\n    case KeProc"));

    [NeedsCommandFact("cc")]
    public void A_number_that_is_counted_is_reported() => AssertBroken(
        "C-PROC-04",
        300,
        ("data->Number = change->ProcNumber;",
            "static UCHAR next; data->Number.Group = 0, data->Number.Number = next++;"));

    [NeedsCommandFact("cc")]
    public void Data_that_two_groups_share_are_reported() => AssertBroken(
        "C-PROC-07",
        300,
        ("= change->NtNumber;", "= change->ProcNumber.Number;"),
        ("KeGetCurrentProcessorNumberEx(NULL)", "KeGetCurrentProcessorNumber()"));

    [NeedsCommandFact("cc")]
    public void A_driver_may_look_up_routines_by_name_and_numbers_at_Start()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(KitInC.Driver.Judge(
            folder,
            text => KitInC.Mistaken(
                KitInC.Mistaken(
                    text,
                    "Driver.Callback = KeRegisterProcessorChangeCallback(",
                    "UNICODE_STRING name; RtlInitUnicodeString(&name, L\"KeRegisterProcessorChangeCallback\");\n"
                    + "PVOID (*add)(PPROCESSOR_CALLBACK_FUNCTION, PVOID, ULONG) = MmGetSystemRoutineAddress(&name);\n"
                    + "Driver.Callback = add("),
                "data->Number = change->ProcNumber;",
                "ASSERT(NT_SUCCESS(KeGetProcessorNumberFromIndex(index, &data->Number)));\n"
                + "ASSERT(KeGetProcessorIndexFromNumber(&change->ProcNumber) == index);"),
            200).Failures);
    }

    [NeedsCommandFact("cc")]
    public void A_driver_may_serve_the_processors_of_its_first_group_only()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(KitInC.Driver.Judge(
            folder,
            text => KitInC.Mistaken(text, Start, "if (change->ProcNumber.Group == 0)\n" + Start),
            300).Failures);
    }

    private static void AssertBroken(string rule, int cases, params (string Right, string Wrong)[] edits)
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Single(KitInC.Driver.Judge(
            folder,
            text => edits.Aggregate(text, (edited, edit) => KitInC.Mistaken(edited, edit.Right, edit.Wrong)),
            cases).Failures);
        Assert.Equal(rule, failure.Rule);
    }
}
