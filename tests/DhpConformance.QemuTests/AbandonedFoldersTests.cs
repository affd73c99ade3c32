using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.QemuTests;

/// <summary>What a killed adapter left in the temporary folder is removed, and nothing else is.</summary>
public sealed class AbandonedFoldersTests
{
    [Fact]
    public void A_folder_goes_if_its_adapter_is_no_more_and_it_was_not_made_just_now()
    {
        using var folder = new TemporaryFolder();
        var own = Made(folder, AbandonedFolders.NewName(), minutes: 60);
        var justMade = Made(folder, $"dhp-qemu-{int.MaxValue}-now", minutes: 0);
        var other = Made(folder, "somebody-elses", minutes: 60);
        Made(folder, $"dhp-qemu-{int.MaxValue}-old", minutes: 60);
        Made(folder, "dhp-qemu-of-an-older-version", minutes: 60);
        AbandonedFolders.Remove(folder.Path);
        Assert.Equal(
            new[] { own, justMade, other }.Order(StringComparer.Ordinal),
            Directory.GetDirectories(folder.Path).Order(StringComparer.Ordinal));
    }

    private static string Made(TemporaryFolder folder, string name, int minutes)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-minutes));
        return path;
    }
}
