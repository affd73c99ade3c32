using System.Globalization;
using System.Xml;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Junit;

/// <summary>What the JUnit files of all kinds of runs have in common.</summary>
internal static class JunitXml
{
    private const int Longest = 100_000;

    /// <summary>A whole file.</summary>
    /// <param name="writer">Where to; to be encoded as UTF-8.</param>
    /// <param name="content">Writes the root element.</param>
    public static void Document(TextWriter writer, Action<XmlWriter> content)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(writer, settings))
        {
            content(xml);
        }

        writer.Write("\n");
    }

    /// <summary>The counts of a suite, or of all, and how long it took.</summary>
    public static void Counts(XmlWriter xml, Tally tally, TimeSpan elapsed)
    {
        Number("tests", tally.Tests);
        Number("failures", tally.Failures);
        Number("errors", tally.Errors);
        Number("skipped", tally.Skipped);
        xml.WriteAttributeString("time", elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

        void Number(string name, int number) =>
            xml.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Begins a test.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="className">What it is listed under.</param>
    /// <param name="name">Its name.</param>
    public static void Begin(XmlWriter xml, string className, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", className);
        xml.WriteAttributeString("name", name);
    }

    /// <summary>Why a test did not pass.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="element"><c>failure</c>, <c>error</c> or <c>skipped</c>.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="text">All that is known; empty for nothing more.</param>
    /// <param name="type">The kind of reason; null for the name of the element.</param>
    public static void Reason(
        XmlWriter xml, string element, string message, string text = "", string? type = null)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", type ?? element);
        xml.WriteAttributeString("message", message);
        xml.WriteString(SafeText.Text(text, Longest));
        xml.WriteEndElement();
    }
}
