namespace DhpConformance.Cli.Output;

/// <summary>How a run shows how far it is.</summary>
internal enum ProgressStyle
{
    /// <summary>A bar on a terminal, a line for each profile otherwise.</summary>
    Auto,

    /// <summary>A JSON object on each line of standard error.</summary>
    Json,

    /// <summary>Not at all.</summary>
    None,
}
