namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>What an adapter did wrong, before the evidence is gathered.</summary>
/// <param name="Kind">Which of the known troubles.</param>
/// <param name="Text">What happened, the likely cause, and what to do next.</param>
/// <param name="EffectUnknown">
/// Whether the request may have taken effect; null if that follows from what was asked.
/// </param>
internal sealed record AdapterFault(HostingFault Kind, string Text, bool? EffectUnknown = null)
{
    /// <summary>Whether the adapter has reported it itself, and can be expected to end when asked to.</summary>
    public bool IsOrderly => Kind is HostingFault.Reported or HostingFault.BackendMissing or HostingFault.BackendLost
        or HostingFault.BackendSilent;
}
