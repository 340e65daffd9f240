using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Roster.Http;

/// <summary>
/// Between the wish to stop and the stop: each answer asks its client to close the connection, so that a client that keeps
/// connections open learns of it from an answer and not from a reset in the middle of its next request.
/// </summary>
/// <param name="length">How long clients have to come by.</param>
public sealed class Drain(TimeSpan length) : IHostedLifecycleService
{
    public bool HasBegun { get; private set; }

    internal void Mark(HttpResponse response)
    {
        if (HasBegun)
        {
            response.Headers.Connection = "close";
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        return Task.Delay(length, CancellationToken.None);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
