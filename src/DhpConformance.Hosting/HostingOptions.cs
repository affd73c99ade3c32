namespace DhpConformance.Hosting;

/// <summary>How long an implementation out of process may take, and how it is treated between cases.</summary>
/// <remarks>
/// Deadlines guard against hangs, they do not measure: a slow machine is served by <see cref="TimeScale"/>, which
/// multiplies all of them.
/// </remarks>
public sealed record HostingOptions
{
    /// <summary>To start, and to answer the handshake. More than 0.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>To become a fresh server. More than 0.</summary>
    public TimeSpan ResetDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>To carry out one operation, or to show an observation. More than 0.</summary>
    public TimeSpan RequestDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>To settle. More than 0.</summary>
    public TimeSpan SettleDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after a deadline an answer is still waited for, so that an answer that is late can be told from one
    /// that never comes. 0 or more.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an adapter may take to end after it was told to, before it is killed. 0 or more.</summary>
    public TimeSpan EndDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Multiplies every time above. More than 0; 1 is as stated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>
    /// Starts a fresh process, or connection, for every reset but the first, as adapters that cannot reset ask for
    /// in their handshake.
    /// </summary>
    public bool RestartPerReset { get; init; }

    /// <summary>
    /// Notified of what is wrong but harms no verdict, while an implementation is ended: <see
    /// cref="HostingFault.IgnoredEndOfInput"/> and <see cref="HostingFault.LeftProcesses"/>. Servers that are used by
    /// several threads tell it from all of them.
    /// </summary>
    public Action<HostingException>? Warned { get; init; }

    /// <summary>
    /// Notified of each request and of each answer of a program that is reached over a pipe or socket, a line each,
    /// with the time that the answer took. Servers that are used by several threads tell it from all of them.
    /// </summary>
    public Action<string>? Traced { get; init; }

    /// <summary>
    /// Is cancelled when nobody waits for answers any more: what is under way is cut short, and ends with <see
    /// cref="HostingFault.Interrupted"/>.
    /// </summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>
    /// Is cancelled when this process ends at once: every adapter is killed before that, with all that it has started.
    /// </summary>
    public CancellationToken Abandoned { get; init; }

    /// <summary>
    /// On Linux: this process inherits whatever adapters leave behind, and ends it, though it has left their session
    /// and their environment. For a program that starts nothing but adapters: it would take anything else for left.
    /// </summary>
    public bool InheritsOrphans { get; init; }

    internal TimeSpan Scaled(TimeSpan time) => time * TimeScale;
}
