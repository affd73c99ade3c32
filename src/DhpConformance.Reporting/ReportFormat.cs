namespace DhpConformance.Reporting;

/// <summary>The format of a report.</summary>
public enum ReportFormat
{
    /// <summary>One page for people, with everything in it.</summary>
    Html,

    /// <summary>JUnit XML, for systems that build and test.</summary>
    Junit,

    /// <summary>A summary for a pull request.</summary>
    Markdown,

    /// <summary>The data of a badge, as shields.io and others draw it.</summary>
    Badge,

    /// <summary>SARIF 2.1.0, for code hosts that show findings.</summary>
    Sarif,
}
