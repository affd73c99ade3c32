namespace DhpConformance.SelfTests.Adoption;

/// <summary>
/// Starts an async void method, as a server may well do: that is its own business, and who needs it can wait for it.
/// </summary>
internal sealed class Chatty
{
    private readonly TaskCompletionSource told = new();

    public Task Told => told.Task;

    public async void Tell()
    {
        await Task.Yield();
        told.SetResult();
    }
}
