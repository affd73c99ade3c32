using System.Xml;
using System.Xml.Linq;

namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>
/// The mark in the metadata of a domain that says which adapter made it. No domain without it is ever touched.
/// </summary>
internal static class DomainMark
{
    /// <summary>The XML namespace of the mark.</summary>
    public const string Namespace = "urn:dhp-conformance:partition";

    private static readonly XNamespace Marks = Namespace;

    public static XElement Element(string owner) => new(
        Marks + "partition", new XAttribute(XNamespace.Xmlns + "dhp", Namespace), new XAttribute("owner", owner));

    /// <summary>The owner in what <c>virsh metadata</c> prints; null if that is no mark of ours.</summary>
    public static string? OwnerIn(string metadata)
    {
        try
        {
            var element = XElement.Parse(metadata);
            return element.Name.LocalName == "partition" ? element.Attribute("owner")?.Value : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The owner of a domain that is shown whole; null for a domain without a mark.</summary>
    public static string? OwnerOf(XElement domain) =>
        domain.Element("metadata")?.Element(Marks + "partition")?.Attribute("owner")?.Value;
}
