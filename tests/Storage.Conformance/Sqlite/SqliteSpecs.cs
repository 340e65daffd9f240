using Roster.Tests.Storage.Conformance.Specs;

namespace Roster.Tests.Storage.Conformance.Sqlite;

public sealed class SqliteAccess() : AccessSpec(new SqliteEngine());

public sealed class SqliteAtomicity() : AtomicitySpec(new SqliteEngine());

public sealed class SqliteCursor() : CursorSpec(new SqliteEngine());

public sealed class SqliteFollower() : FollowerSpec(new SqliteEngine());

public sealed class SqliteGroupCommit() : GroupCommitSpec(new SqliteEngine());

public sealed class SqliteHistory() : HistorySpec(new SqliteEngine());

public sealed class SqliteIdentifier() : IdentifierSpec(new SqliteEngine());

public sealed class SqliteInvitation() : InvitationSpec(new SqliteEngine());

public sealed class SqliteIsolation() : IsolationSpec(new SqliteEngine());

public sealed class SqliteKey() : KeySpec(new SqliteEngine());

public sealed class SqliteLifetime() : LifetimeSpec(new SqliteEngine());

public sealed class SqliteLog() : LogSpec(new SqliteEngine());

public sealed class SqliteMembershipEnd() : MembershipEndSpec(new SqliteEngine());

public sealed class SqliteNote() : NoteSpec(new SqliteEngine());

public sealed class SqliteRevision() : RevisionSpec(new SqliteEngine());

public sealed class SqliteScopeEnd() : ScopeEndSpec(new SqliteEngine());

public sealed class SqliteSerialWrites() : SerialWritesSpec(new SqliteEngine());

public sealed class SqliteSnapshot() : SnapshotSpec(new SqliteEngine());

public sealed class SqliteTeam() : TeamSpec(new SqliteEngine());

public sealed class SqliteText() : TextSpec(new SqliteEngine());

public sealed class SqliteTime() : TimeSpec(new SqliteEngine());

public sealed class SqliteUserLife() : UserLifeSpec(new SqliteEngine());
