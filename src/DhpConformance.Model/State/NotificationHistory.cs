namespace DhpConformance.Model.State;

/// <summary>
/// What the monitors of notifications remember of a server. States and transitions carry it along without looking
/// inside, so that neither has to know the monitors.
/// </summary>
internal abstract record NotificationHistory
{
    /// <summary>Whether it has a consumer that is registered, or that may still be notified.</summary>
    public abstract bool HasConsumers { get; }
}
