using System.Text.Json;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Changes;

namespace Roster.Storage.Sql.Reads;

/// <summary>Turns rows into the core's values; each in the order of its statement's columns.</summary>
internal static class Rows
{
    public static readonly Func<IRow, string> Text = static row => row.Text(0);

    public static readonly Func<IRow, byte[]> Bytes = static row => row.Bytes(0);

    public static readonly Func<IRow, long> Number = static row => row.IsNull(0) ? 0 : row.Number(0);

    public static readonly Func<IRow, bool> Exists = static _ => true;

    public static readonly Func<IRow, Instant?> InstantOrNull = static row => row.InstantOrNull(0);

    public static readonly Func<IRow, UserId> UserId = static row => new UserId(row.Text(0));

    public static readonly Func<IRow, User> User = ReadUser;

    public static readonly Func<IRow, Membership> Membership = ReadMembership;

    public static readonly Func<IRow, UserInRole> UserInRole =
        static row => new UserInRole(ReadUser(row), row.TextOrNull(18));

    public static readonly Func<IRow, RoleHolder> RoleHolder = static row =>
    {
        var membership = ReadMembership(row);
        return new RoleHolder(new UserId(membership.Member.Id), row.Text(13), membership);
    };

    public static readonly Func<IRow, NamedMembership> NamedMembership =
        static row => new NamedMembership(new UserName(row.Text(13), row.Text(14)), ReadMembership(row));

    public static readonly Func<IRow, TeamInRole> TeamInRole = static row => new TeamInRole(Scope!(row), row.TextOrNull(12));

    public static readonly Func<IRow, GroupMember> GroupMember = static row =>
        new GroupMember(new((MemberKind)row.Number(0), row.Text(1)), row.TextOrNull(2), row.Number(3), (Level)row.Number(4));

    /// <summary>One that the user has of their own.</summary>
    public static readonly Func<IRow, UserGroup> UserGroup = static row =>
    {
        var scope = ReadScopeId(row, 0);
        return new UserGroup(scope, scope.Kind == ScopeKind.Team ? null : (Level)row.Number(2), row.TextOrNull(3), IsOwn: true);
    };

    public static readonly Func<IRow, (ScopeId Scope, Level Level)> ScopeAndLevel = static row =>
        (ReadScopeId(row, 0), (Level)row.Number(2));

    /// <summary>What the scope of a role group says of it, and what is kept besides.</summary>
    public static readonly Func<IRow, RoleGroup> RoleGroup = static row => new RoleGroup(
        default,
        default,
        row.TextOrNull(2),
        row.Instant(0),
        row.IsNull(3) ? row.Number(1) : row.Number(3),
        row.IsNull(4) ? row.Instant(0) : row.Instant(4));

    public static readonly Func<IRow, (Instant At, long Number)> Creation = static row => (row.Instant(0), row.Number(1));

    public static readonly Func<IRow, CustomRole> CustomRole = static row => new CustomRole(
        RoleRules.Custom(
            row.Text(0),
            row.Text(2),
            Enum.GetValues<ScopeKind>().Where(kind => (row.Number(3) & (1L << (int)kind)) != 0),
            (Level)row.Number(4),
            GrantJson.Read(row.Text(5))),
        row.Number(1),
        row.Instant(6),
        row.Number(7),
        row.Instant(8));

    public static readonly Func<IRow, Account> Account = static row => new Account(
        new AccountId(row.Text(0)), row.Text(1), row.Number(2), row.Instant(3), row.Instant(4), row.InstantOrNull(5));

    public static readonly Func<IRow, Scope> Scope = static row => new Scope(
        ReadScopeId(row, 0),
        ReadScopeId(row, 2),
        row.Number(4),
        row.Text(5),
        row.TextOrNull(6),
        row.TextOrNull(7),
        row.Instant(8),
        row.Number(9),
        row.Instant(10),
        row.TextOrNull(11));

    public static readonly Func<IRow, ApiKey> Key = static row => new ApiKey(
        new KeyId(row.Text(0)),
        row.Number(1),
        row.Bytes(2),
        row.Text(3),
        (Grants)row.Number(4),
        (Level)row.Number(5),
        row.TextOrNull(6) is { } owner ? new UserId(owner) : null,
        JsonSerializer.Deserialize(row.Text(7), LogJson.Form.StringArray)!,
        row.InstantOrNull(8),
        row.InstantOrNull(9),
        row.Text(10),
        row.Instant(11),
        row.InstantOrNull(12));

    public static readonly Func<IRow, Invitation> Invitation = static row => new Invitation(
        new InvitationId(row.Text(0)),
        new UserId(row.Text(1)),
        row.Text(2),
        row.Bytes(3),
        row.Instant(4),
        row.Instant(5),
        row.InstantOrNull(6));

    /// <summary>With the set's token, which only its first row has.</summary>
    public static readonly Func<IRow, (LogEntry Entry, string? Token)> LoggedChange = static row =>
        (ReadLogEntry(row), row.TextOrNull(9));

    public static readonly Func<IRow, LogEntry> LogEntry = ReadLogEntry;

    /// <summary>Picture, user schema and profile.</summary>
    public static readonly int[] LargeOfUser = [7, 9, 17];

    /// <summary>Facts, and what people wrote.</summary>
    public static readonly int[] LargeOfLogEntry = [7, 8];

    private static User ReadUser(IRow row) => new()
    {
        Id = new(row.Text(0)),
        Number = row.Number(1),
        Name = new(row.Text(2), row.Text(3)),
        GivenName = row.TextOrNull(4),
        FamilyName = row.TextOrNull(5),
        Phone = row.TextOrNull(6),
        Picture = row.TextOrNull(7),
        ExternalId = row.TextOrNull(8),
        UserSchema = row.TextOrNull(9),
        Active = row.Flag(10),
        Pending = row.Flag(11),
        Verified = row.Flag(12),
        CreatedAt = row.Instant(13),
        ChangedIn = row.Number(14),
        ChangedAt = row.Instant(15),
        DisplayName = row.TextOrNull(16),
        Profile = row.TextOrNull(17),
    };

    private static Membership ReadMembership(IRow row) => new(
        new MemberId((MemberKind)row.Number(0), row.Text(1)),
        ReadScopeId(row, 2),
        row.Number(4),
        row.Text(5),
        (Level)row.Number(6),
        row.InstantOrNull(7),
        row.Instant(8),
        row.Text(9),
        (Door)row.Number(10),
        row.Number(11),
        row.Instant(12));

    private static ScopeId ReadScopeId(IRow row, int column) => new((ScopeKind)row.Number(column), row.Text(column + 1));

    private static LogEntry ReadLogEntry(IRow row) => new(
        row.Number(0),
        row.Number(1),
        row.Instant(2),
        row.Text(3),
        (Door)row.Number(4),
        ChangeCodec.Decode(new EncodedChange(row.Text(5), (int)row.Number(6), row.Text(7), row.TextOrNull(8))));
}
