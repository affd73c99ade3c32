using System.Globalization;
using System.Xml.Linq;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>The XML that is given to libvirt.</summary>
internal static class DomainXml
{
    /// <summary>
    /// What each domain has before any unit, in bytes; no unit stands for it, since no domain can be without memory. It
    /// is the block of pseries, too: modules are multiples of it.
    /// </summary>
    public const long BootMemory = 256L << 20;

    /// <summary>
    /// Processors that each domain has before any unit: the first cannot be removed, and no unit stands for it.
    /// </summary>
    public const int BootProcessors = 1;

    /// <summary>A new domain.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="owner">The mark of who made it.</param>
    /// <param name="capacity">The most that it can take.</param>
    /// <param name="processors">Processors of units: numbers from 1.</param>
    /// <param name="modules">Memory modules.</param>
    /// <param name="emulator">Its QEMU; null for the one that libvirt chooses.</param>
    public static XElement Domain(
        string name, string owner, DomainCapacity capacity, IEnumerable<int> processors,
        IReadOnlyCollection<PartitionUnit> modules, string? emulator) =>
        new(
            "domain",
            new XAttribute("type", "qemu"),
            new XElement("name", name),
            new XElement("metadata", DomainMark.Element(owner)),
            Memory(BootMemory + modules.Sum(module => module.Capacity)),
            MaximumMemory(capacity),
            Processors(capacity, [.. processors]),
            new XElement(
                "os",
                new XElement("type", new XAttribute("arch", "ppc64"), new XAttribute("machine", "pseries"), "hvm")),

            // TCG cannot offer the defaults of these, and warns on each start.
            new XElement(
                "features",
                new XElement("ccf-assist", new XAttribute("state", "off")),
                new XElement("cfpc", new XAttribute("value", "broken")),
                new XElement("sbbc", new XAttribute("value", "broken")),
                new XElement("ibs", new XAttribute("value", "broken"))),
            new XElement(
                "devices",
                emulator is null ? null : new XElement("emulator", emulator),
                new XElement("controller", new XAttribute("type", "usb"), new XAttribute("model", "none")),
                new XElement("memballoon", new XAttribute("model", "none")),
                modules.Select(Module)));

    /// <summary>A memory module as a device, found again by its alias.</summary>
    public static XElement Module(PartitionUnit unit) => new(
        "memory",
        new XAttribute("model", "dimm"),
        new XElement("target", new XElement("size", new XAttribute("unit", "KiB"), KiB(unit.Capacity))),
        new XElement("alias", new XAttribute("name", UnitAlias.Of(unit.Id))));

    /// <summary>
    /// A domain as libvirt shows it, with another capacity, these processors, and no module of a unit.
    /// </summary>
    public static XElement WithoutModules(XElement shown, DomainCapacity capacity, IReadOnlyCollection<int> processors)
    {
        var domain = WithCapacity(shown, capacity, processors);
        domain.Element("devices")!.Elements("memory").Remove();
        domain.Element("currentMemory")?.Remove();
        domain.Element("memory")!.ReplaceWith(Memory(BootMemory));
        return domain;
    }

    /// <summary>A domain as libvirt shows it, with another capacity and these processors.</summary>
    public static XElement WithCapacity(XElement shown, DomainCapacity capacity, IReadOnlyCollection<int> processors)
    {
        var domain = new XElement(shown);
        domain.Element("maxMemory")!.ReplaceWith(MaximumMemory(capacity));
        domain.Elements("vcpus").Remove();
        domain.Element("vcpu")!.ReplaceWith(Processors(capacity, processors));
        return domain;
    }

    // The size with all modules: libvirt subtracts them.
    private static XElement Memory(long bytes) => new("memory", new XAttribute("unit", "KiB"), KiB(bytes));

    private static XElement MaximumMemory(DomainCapacity capacity) => new(
        "maxMemory",
        new XAttribute("slots", capacity.MemoryModules),
        new XAttribute("unit", "KiB"),
        KiB(BootMemory + capacity.MemoryBytes));

    private static XElement[] Processors(DomainCapacity capacity, IReadOnlyCollection<int> enabled) =>
    [
        new XElement(
            "vcpu",
            new XAttribute("current", BootProcessors + enabled.Count),
            BootProcessors + capacity.Processors + capacity.SpareSlots),
        new XElement(
            "vcpus",
            Processor(0, enabled: true, hotPluggable: false),
            Enumerable.Range(BootProcessors, capacity.Processors + capacity.SpareSlots)
                .Select(number => Processor(number, enabled.Contains(number), hotPluggable: true))),
    ];

    private static XElement Processor(int number, bool enabled, bool hotPluggable) => new(
        "vcpu",
        new XAttribute("id", number),
        new XAttribute("enabled", YesOrNo(enabled)),
        new XAttribute("hotpluggable", YesOrNo(hotPluggable)));

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    private static string KiB(long bytes) => (bytes >> 10).ToString(CultureInfo.InvariantCulture);
}
