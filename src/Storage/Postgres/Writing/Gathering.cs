namespace Roster.Storage.Postgres.Writing;

/// <summary>
/// Two commits at once share less than one after the other, and several processes may share the database's cores. So half of the
/// lanes step in only when the others have been at work for a while: what comes meanwhile gathers, and no long transaction holds
/// everybody up.
/// </summary>
internal sealed class Gathering(int lanes) : IDisposable
{
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _places = new(Math.Max(1, lanes / 2));

    /// <returns>Whether the lane has a place, which it then gives back; without one it steps in.</returns>
    public Task<bool> EnterAsync() => _places.WaitAsync(While, CancellationToken.None);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
