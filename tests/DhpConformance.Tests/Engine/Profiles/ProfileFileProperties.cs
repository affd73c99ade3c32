using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Profiles;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Engine.Profiles;

/// <summary>Files with the profile of an own operating system.</summary>
public sealed class ProfileFileProperties : CodecProperties<Profile>, IControlled
{
    private static readonly Codec<Profile> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.Profile),
        Read: ProfileFile.Parse,
        Refuses: exception => exception is UnusableFileException);

    public ProfileFileProperties()
        : base(Real)
    {
    }

    internal ProfileFileProperties(Codec<Profile> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        SelfTestProfiles.HotEverything,
        profile => profile with { ProcessorLimit = 1 },
        codec => new ProfileFileProperties(codec));
}
