using System.Text.Json;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Storage.Sql.Changes;

/// <summary>Writes changes for the log and reads them back. The names of kinds and values are stored: they never change.</summary>
internal static class ChangeCodec
{
    private const int Version = 1;

    public static EncodedChange Encode(Change change) => change switch
    {
        AccountOpened c => Pack("AccountOpened", new(), PersonalValues.Named(c.Name)),
        AccountClosed => Pack("AccountClosed", new()),
        ScopeCreated c => Pack(
            "ScopeCreated",
            new() { Scope = Of(c.Scope), Parent = Of(c.Parent), Service = c.Service },
            PersonalValues.Named(c.Name, c.Settings, c.ExternalId)),
        ScopeChanged c => Pack("ScopeChanged", new() { Scope = Of(c.Scope) }, PersonalValues.Of(c)),
        ScopeEnded c => Pack("ScopeEnded", new() { Scope = Of(c.Scope) }),
        UserCreated c => Pack("UserCreated", Of(c.User, c.Active, c.Pending), PersonalValues.Of(c.Person)),
        UserRevived c => Pack("UserRevived", Of(c.User, c.Active, c.Pending), PersonalValues.Of(c.Person)),
        UserChanged c => Pack("UserChanged", Of(c.User), PersonalValues.Of(c.Person)),
        UserActivated c => Pack("UserActivated", Of(c.User)),
        UserDeactivated c => Pack("UserDeactivated", Of(c.User)),
        UserVerified c => Pack("UserVerified", Of(c.User)),
        UserUnverified c => Pack("UserUnverified", Of(c.User)),
        UserDeleted c => Pack("UserDeleted", Of(c.User)),
        RoleGiven c => Pack("RoleGiven", new()
        {
            Member = Of(c.Member),
            MemberNumber = c.MemberNumber,
            Scope = Of(c.Scope),
            Role = c.Role,
            Level = (int)c.Level,
            Cascades = c.Cascades,
            Until = c.Until?.Microseconds,
        }),
        RoleChanged c => Pack("RoleChanged", new()
        {
            Member = Of(c.Member),
            Scope = Of(c.Scope),
            Role = c.Role,
            Level = (int)c.Level,
            Cascades = c.Cascades,
            Until = c.Until?.Microseconds,
            OldLevel = (int)c.OldLevel,
        }),
        MembershipEnded c => Pack(
            "MembershipEnded", new() { Member = Of(c.Member), Scope = Of(c.Scope), Level = (int)c.Level }),
        RoleGroupChanged c => Pack(
            "RoleGroupChanged", new() { Scope = Of(c.Scope), Level = (int)c.Level }, PersonalValues.OfExternalId(c.ExternalId)),
        KeyMinted c => Pack(
            "KeyMinted",
            new()
            {
                Key = c.Key.Value,
                Hash = c.SecretHash.ToArray(),
                Grants = (int)c.Grants,
                Level = (int)c.Level,
                Owner = c.Owner?.Value,
                Labels = [.. c.Labels],
                ExpiresAt = c.ExpiresAt?.Microseconds,
            },
            PersonalValues.Named(c.Name)),
        KeyRevoked c => Pack("KeyRevoked", new() { Key = c.Key.Value, At = c.At.Microseconds }),
        InvitationIssued c => Pack(
            "InvitationIssued",
            new()
            {
                Invitation = c.Invitation.Value,
                User = c.User.Value,
                Hash = c.SecretHash.ToArray(),
                ExpiresAt = c.ExpiresAt.Microseconds,
            },
            PersonalValues.Of(c.Name)),
        InvitationVoided c => Pack("InvitationVoided", new() { Invitation = c.Invitation.Value, User = c.User.Value }),
        InvitationAccepted c => Pack("InvitationAccepted", new() { Invitation = c.Invitation.Value, User = c.User.Value }),
        RoleDefined c => Pack(
            "RoleDefined", Of(c.Name, c.Kinds, c.Level, c.Permissions), PersonalValues.Described(c.Description)),
        RoleRedefined c => Pack(
            "RoleRedefined", Of(c.Name, c.Kinds, c.Level, c.Permissions), PersonalValues.Described(c.Description)),
        RoleRemoved c => Pack("RoleRemoved", new() { Role = c.Name }),
        AccessSettingsChanged c => Pack(
            "AccessSettingsChanged", new() { SubjectTypes = c.SubjectTypes, ShowsReasons = c.ShowsReasons }),
        UserAttributesSet c => Pack("UserAttributesSet", Of(c.User), PersonalValues.Of(c.Attributes)),
        ResourceTypeDefined c => Pack(
            "ResourceTypeDefined", new() { ResourceType = c.Name, Ids = (int)c.Ids, Scope = Of(c.Home) }),
        ResourceTypeRemoved c => Pack("ResourceTypeRemoved", new() { ResourceType = c.Name }),
        ResourceRegistered c => Pack(
            "ResourceRegistered",
            new() { ResourceType = c.Type, Resource = c.Id, Scope = Of(c.Scope) },
            PersonalValues.Of(c.Attributes)),
        ResourceRemoved c => Pack("ResourceRemoved", new() { ResourceType = c.Type, Resource = c.Id }),
        _ => throw new NotSupportedException($"The log has no form for {change.GetType().Name}."),
    };

    public static Change Decode(in EncodedChange encoded)
    {
        if (encoded.Version != Version)
        {
            throw new NotSupportedException($"Version {encoded.Version} of {encoded.Kind} is not known.");
        }

        var f = JsonSerializer.Deserialize(encoded.Facts, LogJson.Form.Facts)!;
        var personal = new PersonalValues(encoded.Personal);
        return encoded.Kind switch
        {
            "AccountOpened" => new AccountOpened(personal.Name),
            "AccountClosed" => new AccountClosed(),
            "ScopeCreated" => new ScopeCreated(ScopeOf(f), ScopeOf(f.Parent), personal.Name, f.Service, personal.Settings, personal.ExternalId),
            "ScopeChanged" => personal.ScopeChanged(ScopeOf(f)),
            "ScopeEnded" => new ScopeEnded(ScopeOf(f)),
            "UserCreated" => new UserCreated(UserOf(f), f.Active!.Value, f.Pending!.Value, personal.Person),
            "UserRevived" => new UserRevived(UserOf(f), f.Active!.Value, f.Pending!.Value, personal.Person),
            "UserChanged" => new UserChanged(UserOf(f), personal.PersonPatch),
            "UserActivated" => new UserActivated(UserOf(f)),
            "UserDeactivated" => new UserDeactivated(UserOf(f)),
            "UserVerified" => new UserVerified(UserOf(f)),
            "UserUnverified" => new UserUnverified(UserOf(f)),
            "UserDeleted" => new UserDeleted(UserOf(f)),
            "RoleGiven" => new RoleGiven(
                MemberOf(f), f.MemberNumber!.Value, ScopeOf(f), f.Role!, LevelOf(f.Level), f.Cascades!.Value, TimeOf(f.Until)),
            "RoleChanged" => new RoleChanged(
                MemberOf(f), ScopeOf(f), f.Role!, LevelOf(f.Level), f.Cascades!.Value, TimeOf(f.Until), LevelOf(f.OldLevel)),
            "MembershipEnded" => new MembershipEnded(MemberOf(f), ScopeOf(f), LevelOf(f.Level)),
            "RoleGroupChanged" => new RoleGroupChanged(ScopeOf(f), LevelOf(f.Level), personal.ExternalId),
            "KeyMinted" => new KeyMinted(
                new KeyId(f.Key!),
                f.Hash!,
                personal.Name,
                (Grants)f.Grants!.Value,
                LevelOf(f.Level),
                f.Owner is null ? null : new UserId(f.Owner),
                f.Labels!,
                TimeOf(f.ExpiresAt)),
            "KeyRevoked" => new KeyRevoked(new KeyId(f.Key!), new Instant(f.At!.Value)),
            "InvitationIssued" => new InvitationIssued(
                InvitationOf(f), UserOf(f), f.Hash!, new Instant(f.ExpiresAt!.Value), personal.UserName),
            "InvitationVoided" => new InvitationVoided(InvitationOf(f), UserOf(f)),
            "InvitationAccepted" => new InvitationAccepted(InvitationOf(f), UserOf(f)),
            "RoleDefined" => new RoleDefined(f.Role!, personal.Description, KindsOf(f), LevelOf(f.Level), f.Permissions!),
            "RoleRedefined" => new RoleRedefined(f.Role!, personal.Description, KindsOf(f), LevelOf(f.Level), f.Permissions!),
            "RoleRemoved" => new RoleRemoved(f.Role!),
            "AccessSettingsChanged" => new AccessSettingsChanged(f.SubjectTypes!, f.ShowsReasons!.Value),
            "UserAttributesSet" => new UserAttributesSet(UserOf(f), personal.Attributes),
            "ResourceTypeDefined" => new ResourceTypeDefined(f.ResourceType!, (ResourceIds)f.Ids!.Value, ScopeOf(f)),
            "ResourceTypeRemoved" => new ResourceTypeRemoved(f.ResourceType!),
            "ResourceRegistered" => new ResourceRegistered(f.ResourceType!, f.Resource!, ScopeOf(f), personal.Attributes),
            "ResourceRemoved" => new ResourceRemoved(f.ResourceType!, f.Resource!),
            _ => throw new NotSupportedException($"The log's kind {encoded.Kind} is not known."),
        };
    }

    private static EncodedChange Pack(string kind, Facts facts, Dictionary<string, string?>? personal = null) => new(
        kind,
        Version,
        JsonSerializer.Serialize(facts, LogJson.Form.Facts),
        personal is null ? null : JsonSerializer.Serialize(personal, LogJson.Form.DictionaryStringString));

    private static Facts Of(UserId user, bool? active = null, bool? pending = null) =>
        new() { User = user.Value, Active = active, Pending = pending };

    private static Facts Of(string role, IReadOnlyList<ScopeKind> kinds, Level level, IReadOnlyList<Grant> permissions) => new()
    {
        Role = role,
        Kinds = [.. kinds.Select(kind => (int)kind)],
        Level = (int)level,
        Permissions = permissions,
    };

    private static ScopeRef Of(ScopeId scope) => new((int)scope.Kind, scope.Id);

    private static MemberRef Of(MemberId member) => new((int)member.Kind, member.Id);

    private static ScopeId ScopeOf(Facts facts) => ScopeOf(facts.Scope);

    private static ScopeId ScopeOf(ScopeRef? scope) => new((ScopeKind)scope!.Value.Kind, scope.Value.Id);

    private static MemberId MemberOf(Facts facts) => new((MemberKind)facts.Member!.Value.Kind, facts.Member.Value.Id);

    private static UserId UserOf(Facts facts) => new(facts.User!);

    private static InvitationId InvitationOf(Facts facts) => new(facts.Invitation!);

    private static ScopeKind[] KindsOf(Facts facts) => [.. facts.Kinds!.Select(kind => (ScopeKind)kind)];

    private static Level LevelOf(int? level) => (Level)level!.Value;

    private static Instant? TimeOf(long? microseconds) => microseconds is { } value ? new Instant(value) : null;
}
