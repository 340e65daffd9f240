using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;

namespace Roster.Server.Composition;

/// <summary>Everything that the core can be asked to do.</summary>
internal static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<Writing>()
        .AddSingleton<OpenAccount>()
        .AddSingleton<ShowAccount>()
        .AddSingleton<ListAccounts>()
        .AddSingleton<CloseAccount>()
        .AddSingleton<CreateUser>()
        .AddSingleton<FindUser>()
        .AddSingleton<ListUsers>()
        .AddSingleton<ChangeUser>()
        .AddSingleton<RewriteUser>()
        .AddSingleton<CreateUsersTogether>()
        .AddSingleton<DeleteUser>()
        .AddSingleton<CreateScope>()
        .AddSingleton<FindScope>()
        .AddSingleton<ListScopes>()
        .AddSingleton<ChangeScope>()
        .AddSingleton<EndScope>()
        .AddSingleton<CreateTeam>()
        .AddSingleton<FindTeam>()
        .AddSingleton<ListTeams>()
        .AddSingleton<ListSeats>()
        .AddSingleton<ChangeTeam>()
        .AddSingleton<DeleteTeam>()
        .AddSingleton<CreateTeamGroup>()
        .AddSingleton<ChangeTeamGroup>()
        .AddSingleton<ListRoles>()
        .AddSingleton<FindRole>()
        .AddSingleton<DefineRole>()
        .AddSingleton<RedefineRole>()
        .AddSingleton<RemoveRole>()
        .AddSingleton<GiveRole>()
        .AddSingleton<EndMembership>()
        .AddSingleton<FindMembership>()
        .AddSingleton<ListMemberships>()
        .AddSingleton<ListGroupUsers>()
        .AddSingleton<ListRoleGroups>()
        .AddSingleton<PatchRoleGroup>()
        .AddSingleton<ChangeRoleGroup>()
        .AddSingleton<MintKey>()
        .AddSingleton<ListKeys>()
        .AddSingleton<RotateKey>()
        .AddSingleton<RevokeKey>()
        .AddSingleton<IssueInvitation>()
        .AddSingleton<RevokeInvitation>()
        .AddSingleton<AcceptInvitation>()
        .AddSingleton<CheckAccess>()
        .AddSingleton<SearchSubjects>()
        .AddSingleton<SearchResources>()
        .AddSingleton<SearchActions>()
        .AddSingleton<ExplainAccess>()
        .AddSingleton<ReasonsWanted>()
        .AddSingleton<ShowAccessSettings>()
        .AddSingleton<ChangeAccessSettings>()
        .AddSingleton<FindUserAttributes>()
        .AddSingleton<SetUserAttributes>()
        .AddSingleton<DefineResourceType>()
        .AddSingleton<RemoveResourceType>()
        .AddSingleton<ListResourceTypes>()
        .AddSingleton<RegisterResource>()
        .AddSingleton<RemoveResource>()
        .AddSingleton<ListResources>()
        .AddSingleton<ListChanges>()
        .AddSingleton<ExportDocument>()
        .AddSingleton<MakePlan>()
        .AddSingleton<FindPlan>()
        .AddSingleton<ApplyPlan>();
}
