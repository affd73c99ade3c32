namespace DhpConformance.Hosting.Transports;

/// <summary>How waiting for a line ended.</summary>
internal enum LineResult
{
    /// <summary>With a line.</summary>
    Line,

    /// <summary>The other side will send nothing more.</summary>
    EndOfInput,

    /// <summary>The deadline has passed.</summary>
    TimedOut,

    /// <summary>The line has grown beyond the limit and has not ended.</summary>
    TooLong,
}
