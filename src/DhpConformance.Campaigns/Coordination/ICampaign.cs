namespace DhpConformance.Campaigns.Coordination;

/// <summary>A campaign, by its name. There is one of it in a cluster, wherever it is.</summary>
internal interface ICampaign : IGrainWithStringKey
{
    /// <summary>Begins it, or goes on with it.</summary>
    /// <param name="request">What it is to do.</param>
    /// <returns>
    /// In what the campaign of this name that there is differs, as a part of a sentence; null if it goes on.
    /// </returns>
    Task<string?> Start(StartRequest request);

    /// <summary>Work for a slot of a worker, leased to the worker.</summary>
    /// <param name="worker">Who asks.</param>
    /// <param name="wanted">How many units it wants at most, 1 or more.</param>
    Task<Assignment> Next(WorkerCard worker, int wanted);

    /// <summary>Takes what became of units, whoever else has reported them.</summary>
    /// <returns>How many of them were counted: those that nobody had reported before.</returns>
    Task<int> Report(WorkReport report);

    /// <summary>A worker is alive, and keeps its leases.</summary>
    Task Renew(string worker);

    /// <summary>A worker goes: its leases are free at once.</summary>
    /// <param name="worker">Which.</param>
    /// <param name="lastWords">Why, in a sentence.</param>
    Task Leave(string worker, string lastWords);

    /// <summary>How far it is.</summary>
    Task<CampaignStatus> Status();

    /// <summary>Everything that is counted, as JSON; see <c>WrittenCampaign</c>. Null if it was never begun.</summary>
    Task<byte[]?> Content();

    /// <summary>Leases no more work until it is resumed. What is leased goes on.</summary>
    Task Pause();

    /// <summary>Leases work again.</summary>
    Task Resume();

    /// <summary>Ends it with the cases that are begun, so that each profile has the same number.</summary>
    Task Stop();

    /// <summary>Forgets it.</summary>
    Task Remove();
}
