using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>Profiles as JSON, as they are in other files.</summary>
public sealed class ProfileJsonProperties : CodecProperties<Profile>, IControlled
{
    private static readonly Codec<Profile> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.Profile),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.Profile)!,
        Refuses: exception => exception is JsonException);

    public ProfileJsonProperties()
        : base(Real)
    {
    }

    internal ProfileJsonProperties(Codec<Profile> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        ProfileCatalog.All[0],
        profile => profile with { Behaviours = [] },
        codec => new ProfileJsonProperties(codec));
}
