using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Documents;
using Roster.Http.Native.Access;
using Roster.Http.Native.Accounts;
using Roster.Http.Native.Changes;
using Roster.Http.Native.Documents;
using Roster.Http.Native.Invitations;
using Roster.Http.Native.Keys;
using Roster.Http.Native.Memberships;
using Roster.Http.Native.Roles;
using Roster.Http.Native.Scopes;
using Roster.Http.Native.Teams;
using Roster.Http.Native.Users;

namespace Roster.Http.Native;

/// <summary>Registers Roster's own door.</summary>
public static class NativeServices
{
    /// <summary>The dialect and its endpoints; the core's use cases are registered by whoever composes the server.</summary>
    public static IServiceCollection AddNative(this IServiceCollection services) => services
        .AddSingleton<AccountEndpoints>()
        .AddSingleton<OperatorEndpoints>()
        .AddSingleton<UserEndpoints>()
        .AddSingleton<InvitationEndpoints>()
        .AddSingleton<ScopeEndpoints>()
        .AddSingleton<MembershipEndpoints>()
        .AddSingleton<TeamEndpoints>()
        .AddSingleton<RoleEndpoints>()
        .AddSingleton<KeyEndpoints>()
        .AddSingleton<ChangeEndpoints>()
        .AddSingleton<DocumentEndpoints>()
        .AddSingleton<SettingsEndpoints>()
        .AddSingleton<ResourceTypeEndpoints>()
        .AddSingleton<ResourceEndpoints>()
        .AddSingleton<UserAttributesEndpoints>()
        .AddSingleton<ExplainEndpoints>()
        .AddSingleton<AccessRoutes>()
        .AddSingleton<IPlanForm, PlanForm>()
        .AddSingleton<NativeRoutes>()
        .AddSingleton<Dialect, NativeDialect>();
}
