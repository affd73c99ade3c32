using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Plugins;

/// <summary>Cannot be made unless the assembly of the model lies beside it.</summary>
internal sealed class NeedyServer : PlainServer
{
    private readonly int profiles = ProfileCatalog.All.Length;

    public override ImplementationDescription Describe() => new($"{profiles} profiles", "1.0", Claims.None);
}
