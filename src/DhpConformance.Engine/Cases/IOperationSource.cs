using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Cases;

/// <summary>Where the operations of a sequence come from.</summary>
internal interface IOperationSource
{
    /// <summary>The next operation, chosen in the state the model is in; null at the end.</summary>
    Operation? Next(ServerState state);
}
