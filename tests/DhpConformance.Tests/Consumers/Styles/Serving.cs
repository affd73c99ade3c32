namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Where interrupts are served.</summary>
public enum Serving
{
    /// <summary>On the first processor.</summary>
    OneProcessor,

    /// <summary>On each, by an interrupt of its own.</summary>
    EachProcessor,

    /// <summary>On each that was there when the device was started first.</summary>
    EachOfTheFirstStart,
}
