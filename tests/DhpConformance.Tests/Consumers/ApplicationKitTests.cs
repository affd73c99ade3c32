using DhpConformance.Tests.Cli;
using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>The application in C that strangers begin with is right, and mistakes in it are found.</summary>
public sealed class ApplicationKitTests
{
    [NeedsCommandFact("cc")]
    public void The_sample_keeps_every_rule()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(KitInC.Application.Judge(folder, text => text, 300).Failures);
    }

    /// <summary>What is replaced by what, and the rule that it breaks.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        // A mask of 32 bits.
        { "(KAFFINITY)1 << number", "1 << number", "C-PROC-12" },

        // A mask that is walked without gaps.
        {
            "(system.all.Group.GroupInfo[group].ActiveProcessorMask >> number & 1)",
            "number < system.all.Group.GroupInfo[group].ActiveProcessorCount",
            "C-PROC-03"
        },

        // A mask that is walked until its first gap, by a process that may run anywhere.
        {
            "            if (!*PlaceOf(&place) && (system.all.Group.GroupInfo[group].ActiveProcessorMask >> number"
            + " & 1))",
            "            if (!(system.all.Group.GroupInfo[group].ActiveProcessorMask >> number & 1)) break;\n"
            + "            if (!*PlaceOf(&place))",
            "C-PROC-03"
        },

        // A table that is sized by the active count, or by the active groups.
        {
            "GetMaximumProcessorGroupCount() * MAXIMUM_PROC_PER_GROUP",
            "GetActiveProcessorCount(ALL_PROCESSOR_GROUPS)",
            "C-PROC-07"
        },
        { "GetMaximumProcessorGroupCount()", "GetActiveProcessorGroupCount()", "C-PROC-07" },

        // Whatever the message says.
        { "what != DBT_DEVICEARRIVAL || header->dbch_devicetype != DBT_DEVTYP_DEVICEINTERFACE", "!header", "C-APP-02" },

        // A window for one class only.
        { "        MemoryNotice = Register(window, &GUID_DEVICE_MEMORY);\n", "", "C-APP-01" },

        // A registration that is left open.
        { "            UnregisterDeviceNotification(MemoryNotice);", "            ;", "C-APP-05" },

        // A wait in the handler.
        { "        ResizeBuffer();\n}", "        ResizeBuffer(), WaitForSingleObject(End, 100);\n}", "C-APP-06" },
    };

    [NeedsCompilerTheory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_under_its_own_rule(string right, string wrong, string rule)
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Single(
            KitInC.Application.Judge(folder, text => KitInC.Mistaken(text, right, wrong), 300).Failures);
        Assert.Equal(rule, failure.Rule);
        Assert.InRange(failure.Steps.Length, 0, 6);
    }
}
