using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Profiles;

/// <summary>Says whether a profile that comes from a file can be one, whatever it is called.</summary>
public static class ProfileFit
{
    private const int GroupSize = 64;

    /// <summary>What is wrong, as a sentence; null if nothing is.</summary>
    public static string? Problem(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);

        // Without groups a mask of 64 bits is all there is to name a processor with.
        return profile.ProcessorLimit < 1
                ? $"\"processorLimit\" of the profile is {profile.ProcessorLimit}; write 1 or more."
            : profile.ProcessorLimit > GroupSize && !profile.Promises(Behaviour.ProcessorGroups)
                ? $"\"processorLimit\" of the profile is {profile.ProcessorLimit}, and without the behaviour "
                    + $"\"processor-groups\" it is {GroupSize} at most; lower it, or add the behaviour."
            : profile.Capabilities.Distinct().Count() < profile.Capabilities.Length
                ? "\"capabilities\" of the profile lists something twice; list it once."
            : profile.Behaviours.Distinct().Count() < profile.Behaviours.Length
                ? "\"behaviours\" of the profile lists something twice; list it once."
            : null;
    }
}
