using System.Runtime.InteropServices;

namespace DhpConformance.Cli;

/// <summary>
/// Ctrl+C, or the request of a job runner to end (SIGTERM), as a token: what is known so far is reported and the tool
/// ends by itself. A second one ends it at once, and before that every program that it has started.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource interrupted = new();
    private readonly CancellationTokenSource abandoned = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];

        // Whatever else ends the process: a thread may have been left behind, and with it what it has started.
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Nobody wants to wait any longer.</summary>
    public CancellationToken Token => interrupted.Token;

    /// <summary>The process ends at once.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        abandoned.Cancel();
        abandoned.Dispose();
        interrupted.Dispose();
    }

    private void OnExit(object? sender, EventArgs arguments) => abandoned.Cancel();

    private void OnSignal(PosixSignalContext signal)
    {
        if (interrupted.IsCancellationRequested)
        {
            abandoned.Cancel();
            return;
        }

        signal.Cancel = true;
        interrupted.Cancel();
    }
}
