namespace DhpConformance.Engine.Judging;

/// <summary>Which member of the contract was being called.</summary>
internal enum Call
{
    Reset,
    Apply,
    Observe,
}
