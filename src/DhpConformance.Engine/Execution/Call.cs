namespace DhpConformance.Engine.Execution;

/// <summary>Which member of the contract was being called.</summary>
internal enum Call
{
    Reset,
    Apply,
    Observe,
}
