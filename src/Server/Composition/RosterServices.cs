using Roster.Core.Access.Graph;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Values;
using Roster.Http;
using Roster.Http.Native.Documents;

namespace Roster.Server.Composition;

/// <summary>What the core and the pipeline are made of. The store is open already: without it there is nothing to serve.</summary>
internal static class RosterServices
{
    public static IServiceCollection AddRoster(
        this IServiceCollection services, Settings settings, OpenStore store, ServerParts parts) => services
        .AddSingleton(store)
        .AddSingleton(store.Store)
        .AddSingleton<IIdSource>(new RandomIds(parts.Clock))
        .AddSingleton(settings.PublicUrl)
        .AddSingleton(new InvitationOptions(settings.InvitationLifetime))
        .AddUseCases()
        .AddSingleton<FirstStart>()
        .AddSingleton<Demo>()
        .AddSingleton<KeyRing>()
        .AddSingleton(new AccessGraphOptions(settings.AccessMemoryBytes))
        .AddSingleton<AccessGraphs>()
        .AddSingleton<KeyUses>()
        .AddHostedService(provider => provider.GetRequiredService<KeyUses>())
        .AddSingleton(new OperatorKey(settings.OperatorKey))
        .AddSingleton(new LimitOptions(settings.RateLimit, settings.UserCreationLimit))
        .AddSingleton<Limits>()
        .AddSingleton(new DocumentOptions(settings.DocumentBytes))
        .AddSingleton(settings.Scim)
        .AddSingleton(new KeptAnswers(settings.KeptAnswerBytes))
        .AddSingleton<Measures>()
        .AddSingleton(new Drain(parts.Drain))
        .AddHostedService(provider => provider.GetRequiredService<Drain>())
        .AddSingleton<Health>()
        .AddSingleton<Gate>()
        .AddSingleton<RequestLog>()
        .AddSingleton<Pipeline>();
}
