using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>What was accepted before the service processor went out is not refused because it is out.</summary>
internal sealed class AcceptingAdmission(Machine machine) : Admission(machine)
{
    /// <summary>Whether something is carried out that was accepted earlier.</summary>
    public bool EndsAccepted { get; set; }

    internal override bool IsOut(Operation request) => !EndsAccepted && base.IsOut(request);
}
