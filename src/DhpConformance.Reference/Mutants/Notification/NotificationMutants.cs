namespace DhpConformance.Reference.Mutants;

/// <summary>Servers that do right and tell wrong, or that do wrong to whoever listens.</summary>
internal static class NotificationMutants
{
    public static readonly Mutant[] All =
    [
        .. ConsumersMutants.All,
        .. CallbacksMutants.All,
        .. ArrivalsMutants.All,
        .. ApplicationsMutants.All,
        .. RebalancesMutants.All,
        .. QuiescenceMutants.All,
        .. RequestsMutants.All,
    ];
}
