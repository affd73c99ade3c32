using System.Collections.Immutable;
using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;

namespace DhpConformance.Engine.Scenarios;

/// <summary>A server and what is done with it, for properties that somebody writes themselves.</summary>
/// <param name="Setup">The server.</param>
/// <param name="Operations">What is done, in order: some of it right, some nearly right, some absurd.</param>
public sealed record Scenario(ServerSetup Setup, ImmutableArray<Operation> Operations)
{
    /// <summary>How long <see cref="RunOn"/> waits if nothing else is asked for: 10 s.</summary>
    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Resets a server and carries the operations out, on a thread of their own.</summary>
    /// <param name="server">Which server.</param>
    /// <param name="limit">
    /// How long all of it may take, more than 0; null for <see cref="DefaultLimit"/>. Nobody is hurried whose debugger
    /// is attached.
    /// </param>
    /// <returns>The answers, in order.</returns>
    /// <exception cref="TimeoutException">It took longer; the message says what the server did not end.</exception>
    public ImmutableArray<Outcome> RunOn(IPartitionableServer server, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var patience = limit ?? DefaultLimit;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(patience, TimeSpan.Zero, nameof(limit));
        var begun = 0;
        var answers = new Outcome[Operations.Length];
        var run = Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!((IAsyncResult)run).AsyncWaitHandle.WaitOne(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : patience))
        {
            throw new TimeoutException(
                $"After {patience.TotalSeconds:0.###} s the server has not ended {Moment(Volatile.Read(ref begun))}; "
                    + "let it answer, or give RunOn a longer limit.");
        }

        run.GetAwaiter().GetResult();
        return ImmutableArray.Create(answers);

        void Run()
        {
            server.Reset(Setup);
            for (var place = 0; place < answers.Length; place++)
            {
                Volatile.Write(ref begun, place + 1);
                answers[place] = server.Apply(Operations[place]);
            }
        }
    }

    /// <summary>The server and the numbered operations, a sentence on each line.</summary>
    public override string ToString()
    {
        var narration = new OperationNarration(Setup);
        return string.Join('\n', SetupNarration.Sentences(Setup)
            .Concat(Operations.Select((one, place) => $"{place + 1}. {narration.Sentence(one)}")));
    }

    // Reset comes before the first operation.
    private string Moment(int place) => place == 0
        ? "its reset"
        : $"operation {place}, \"{new OperationNarration(Setup).Sentence(Operations[place - 1])}\"";
}
