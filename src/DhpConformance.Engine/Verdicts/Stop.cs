namespace DhpConformance.Engine.Verdicts;

/// <summary>Why fewer cases were executed than asked for.</summary>
internal enum Stop
{
    /// <summary>All were executed.</summary>
    None,

    /// <summary>Somebody ended the run.</summary>
    Interrupted,

    /// <summary>The time that it was given was over.</summary>
    OutOfTime,

    /// <summary>Too many requests were not answered in time, or it broke in most cases.</summary>
    GivenUp,
}
