using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Cli;
using DhpConformance.Engine.Campaigns;

namespace DhpConformance.Campaigns.Working;

/// <summary>
/// Executes units of a campaign on servers of its own, one for each slot, until all is done. Comes in: assignments.
/// Goes out: reports.
/// </summary>
/// <param name="campaign">The campaign, which may not answer at times.</param>
/// <param name="execution">How units are executed.</param>
/// <param name="card">Who this worker is.</param>
/// <param name="say">Receives what somebody should know, in sentences.</param>
internal sealed class Worker(ICampaign campaign, CampaignExecution execution, WorkerCard card, Action<string> say)
{
    // So long a slot works before it reports: shorter, and it would talk more than work; longer, and more is lost.
    private static readonly TimeSpan Stint = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const int AttemptsBetweenLooks = 5;

    // A report has a few kilobytes for each unit.
    private const int MostUnits = 64;

    private TimeSpan lease = TimeSpan.FromSeconds(10);

    /// <summary>Whether a campaign that does not answer is over.</summary>
    public Func<Task<bool>> IsOver { get; init; } = () => Task.FromResult(false);

    /// <summary>Works.</summary>
    /// <param name="cancellation">Ends it early: what is begun is given back.</param>
    /// <exception cref="ServerFaultException">No server could be made.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = Renew(end.Token);
        var slots = Enumerable.Range(0, card.Slots).Select(_ => OnThread(() => Work(end.Token))).ToList();
        var lastWords = "It was interrupted.";
        try
        {
            // A slot that cannot go on ends the others: its server is theirs.
            await Task.WhenAny(Task.WhenAll(slots), WhenFaulted(slots));
            await (slots.Find(slot => slot.IsFaulted) ?? Task.WhenAll(slots)).WaitAsync(cancellation);
            lastWords = "All is done.";
        }
        catch (ServerFaultException exception)
        {
            lastWords = exception.Message;
            throw;
        }
        catch (OperationCanceledException)
        {
            // What it was about to do is given back.
        }
        finally
        {
            await end.CancelAsync();
            await renewing;
            await Leave(lastWords);
        }
    }

    private static async Task WhenFaulted(List<Task> slots)
    {
        var left = slots.ToList();
        while (left.Count > 0)
        {
            var ended = await Task.WhenAny(left);
            if (ended.IsFaulted)
            {
                return;
            }

            left.Remove(ended);
        }
    }

    // What it calls may never come back, so that it gets a thread that may be left behind.
    private static Task OnThread(Action work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                work();
                ended.SetResult();
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
        })
        {
            IsBackground = true,
        }.Start();
        return ended.Task;
    }

    private void Work(CancellationToken cancellation)
    {
        using var slot = Opened();
        var wanted = 1;
        while (!cancellation.IsCancellationRequested)
        {
            var next = Ask(() => campaign.Next(card, wanted), cancellation);
            lease = next is { Lease.Ticks: > 0 } ? next.Lease : lease;
            switch (next?.Kind)
            {
                case AssignmentKind.Over or null:
                    return;
                case AssignmentKind.Wait:
                    cancellation.WaitHandle.WaitOne(Pause);
                    break;
                case AssignmentKind.Execute:
                    wanted = Execute(slot, next, cancellation);
                    break;
                case AssignmentKind.Explain:
                    Explain(next, cancellation);
                    break;
            }
        }
    }

    private CampaignExecution.Slot Opened()
    {
        try
        {
            return execution.Open();
        }
        catch (Exception exception) when (exception is not ServerFaultException)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"A server could not be made: {exception.Message}",
                innerException: exception);
        }
    }

    // How many units are worth one report, by the time that these took.
    private int Execute(CampaignExecution.Slot slot, Assignment next, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var contents = new List<byte[]>();
        foreach (var place in next.Places)
        {
            if (slot.Execute(execution.At(place), cancellation) is not { } batch)
            {
                return 1;
            }

            contents.Add(JsonSerializer.SerializeToUtf8Bytes(batch, CampaignJson.Default.WrittenBatch));
        }

        var ticks = Math.Max(1, clock.Elapsed.Ticks / next.Places.Length);
        Report(next.Places, contents, cancellation);
        return (int)Math.Clamp(Stint.Ticks / ticks, 1, Math.Min(MostUnits, 2 * next.Places.Length));
    }

    private void Explain(Assignment next, CancellationToken cancellation)
    {
        var found = JsonSerializer.Deserialize(next.Found, CampaignJson.Default.FoundInCase)!;
        if (execution.Explain(next.Profile, found, cancellation) is { } failure)
        {
            Report(
                next.Places,
                [JsonSerializer.SerializeToUtf8Bytes(failure, CampaignJson.Default.Failure)],
                cancellation);
        }
    }

    private void Report(long[] places, List<byte[]> contents, CancellationToken cancellation)
    {
        var counted = Ask(() => campaign.Report(new(card.Name, places, [.. contents])), cancellation, places.Length);
        if (counted < places.Length)
        {
            say($"{card.Name} was done with {places.Length} batches when others had done "
                + $"{places.Length - counted} of them: it had said nothing for longer than its lease of "
                + $"{lease.TotalSeconds:0.#} s. They count once.");
        }
    }

    // Whoever coordinates may be gone, and come back: what was done is worth waiting.
    private T? Ask<T>(Func<Task<T>> ask, CancellationToken cancellation, T? otherwise = default)
    {
        for (var attempt = 1; !cancellation.IsCancellationRequested; attempt++)
        {
            try
            {
                return Task.Run(ask, cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception) when (IsUnreached(exception))
            {
                if (attempt == 1)
                {
                    say($"{card.Name} gets no answer of the campaign and asks again: {exception.Message}");
                }

                if (attempt % AttemptsBetweenLooks == 0 && IsKnownOver())
                {
                    return otherwise;
                }

                cancellation.WaitHandle.WaitOne(Pause);
            }
        }

        return otherwise;
    }

    private bool IsKnownOver()
    {
        try
        {
            return IsOver().GetAwaiter().GetResult();
        }
        catch (BadInputException)
        {
            // The database is gone, too, and may come back.
            return false;
        }
    }

    // Anything else was answered, and is a mistake of the suite.
    private static bool IsUnreached(Exception exception) =>
        exception is TimeoutException or OrleansException or IOException or SocketException;

    private async Task Renew(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease / 3, cancellation);
                await campaign.Renew(card.Name).WaitAsync(cancellation);
            }
            catch (Exception)
            {
                // If nobody is there, the slots say so.
            }
        }
    }

    private async Task Leave(string lastWords)
    {
        try
        {
            await campaign.Leave(card.Name, lastWords).WaitAsync(Stint);
        }
        catch (Exception)
        {
            // Its leases end by themselves.
        }
    }
}
