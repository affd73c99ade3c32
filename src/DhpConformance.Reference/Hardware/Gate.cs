using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>The one lock of a server: who has it may look at the machine and change it.</summary>
internal sealed class Gate
{
    /// <summary>Who decides which client goes on; null for nobody.</summary>
    public IInterleaving? Interleaving { get; set; }

    /// <summary>
    /// Whether there are several clients: without anybody who decides which goes on, a pause then takes a moment, or
    /// threads that run as they like would hardly ever meet there.
    /// </summary>
    public bool IsShared { get; set; }

    /// <summary>Waits until nobody else has it, and takes it.</summary>
    public void Enter() => Enter(this);

    /// <summary>Gives it back.</summary>
    public void Exit() => Exit(this);

    /// <summary>Lets others go on between two steps of one request. A right server has no use for it.</summary>
    public void Pause(string place)
    {
        Exit(this);
        try
        {
            Linger(place);
        }
        finally
        {
            Enter(this);
        }
    }

    /// <summary>Takes another lock; meanwhile others go on.</summary>
    public void Take(object other)
    {
        Exit(this);
        try
        {
            Enter(other);
            Linger("took a lock");
        }
        finally
        {
            Enter(this);
        }
    }

    /// <summary>Gives another lock back.</summary>
    public void Return(object other) => Exit(other);

    private void Linger(string place)
    {
        if (Interleaving is { } interleaving)
        {
            interleaving.Yield(place);
        }
        else if (IsShared)
        {
            Thread.Sleep(1);
        }
    }

    private void Enter(object gate)
    {
        if (Interleaving is { } interleaving)
        {
            interleaving.Enter(gate);
        }
        else
        {
            Monitor.Enter(gate);
        }
    }

    private void Exit(object gate)
    {
        if (Interleaving is { } interleaving)
        {
            interleaving.Exit(gate);
        }
        else
        {
            Monitor.Exit(gate);
        }
    }
}
