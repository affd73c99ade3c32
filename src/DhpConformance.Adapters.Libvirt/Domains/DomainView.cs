using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>What libvirt shows of a domain.</summary>
internal sealed record DomainView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it has a QEMU. Of a domain without one, libvirt shows the persistent configuration.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Processors that are enabled, the first included.</summary>
    public required int ActiveProcessors { get; init; }

    /// <summary>Places for processors, the first included.</summary>
    public required int MaximumProcessors { get; init; }

    /// <summary>Enabled processors without the first, in ascending order.</summary>
    public required ImmutableArray<int> Processors { get; init; }

    /// <summary>Memory modules, in the order of the slots.</summary>
    public required ImmutableArray<UnitId> Modules { get; init; }

    /// <summary>All memory, that at boot included, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The whole of it.</summary>
    public required XElement Xml { get; init; }

    /// <summary>Reads what one or more <c>dumpxml</c> printed, one domain after another.</summary>
    /// <exception cref="System.Xml.XmlException">It is no XML.</exception>
    /// <exception cref="FormatException">It is not the XML of domains.</exception>
    public static IEnumerable<DomainView> ReadAll(string shown) =>
        XElement.Parse($"<all>{shown}</all>").Elements("domain").Select(Of);

    private static DomainView Of(XElement domain)
    {
        var count = Required(domain, "vcpu");
        return new()
        {
            Name = Required(domain, "name").Value,
            IsActive = domain.Attribute("id") is not null,
            ActiveProcessors = Number(count.Attribute("current")?.Value ?? count.Value),
            MaximumProcessors = Number(count.Value),
            Processors =
            [
                .. domain.Elements("vcpus").Elements("vcpu")
                    .Where(processor => processor.Attribute("enabled")?.Value == "yes")
                    .Select(processor => Number(processor.Attribute("id")?.Value ?? ""))
                    .Where(number => number >= DomainXml.BootProcessors)
                    .Order(),
            ],
            Modules =
            [
                .. domain.Elements("devices").Elements("memory")
                    .Select(module => UnitAlias.Parse(module.Element("alias")?.Attribute("name")?.Value)),
            ],
            MemoryBytes = Bytes(Required(domain, "memory")),
            Xml = domain,
        };
    }

    private static XElement Required(XElement parent, string name) => parent.Element(name)
        ?? throw new FormatException($"A domain of libvirt has no element '{name}'.");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // libvirt shows every size in KiB, whatever unit it was given.
    private static long Bytes(XElement element) => element.Attribute("unit")?.Value == "KiB"
        ? long.Parse(element.Value, NumberStyles.None, CultureInfo.InvariantCulture) << 10
        : throw new FormatException($"A domain of libvirt has '{element}', which is not in KiB.");
}
