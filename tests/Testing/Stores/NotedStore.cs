using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Testing.Stores;

/// <summary>Shows every note that a write leaves.</summary>
public sealed class NotedStore(IStore store, Action<Note> left) : PassingStore(store)
{
    /// <summary>Puts one between the server and its store.</summary>
    public static void Add(IServiceCollection services, Action<Note> left)
    {
        var store = (IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!;
        services.AddSingleton<IStore>(new NotedStore(store, left));
    }

    public override ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
        Store.WriteAsync(write with { Decide = (facts, moment) => Show(write.Decide(facts, moment)) }, cancellationToken);

    private Verdict<TAnswer> Show<TAnswer>(Verdict<TAnswer> verdict)
    {
        foreach (var note in verdict.Notes)
        {
            left(note);
        }

        return verdict;
    }
}
