using Roster.Tests.Storage.Conformance.Specs;

namespace Roster.Tests.Storage.Conformance.Postgres;

public sealed class PostgresAccess() : AccessSpec(new PostgresEngine());

public sealed class PostgresAtomicity() : AtomicitySpec(new PostgresEngine());

public sealed class PostgresCursor() : CursorSpec(new PostgresEngine());

public sealed class PostgresFollower() : FollowerSpec(new PostgresEngine());

public sealed class PostgresGroupCommit() : GroupCommitSpec(new PostgresEngine());

public sealed class PostgresHistory() : HistorySpec(new PostgresEngine());

public sealed class PostgresIdentifier() : IdentifierSpec(new PostgresEngine());

public sealed class PostgresInvitation() : InvitationSpec(new PostgresEngine());

public sealed class PostgresIsolation() : IsolationSpec(new PostgresEngine());

public sealed class PostgresKey() : KeySpec(new PostgresEngine());

public sealed class PostgresLifetime() : LifetimeSpec(new PostgresEngine());

public sealed class PostgresLog() : LogSpec(new PostgresEngine());

public sealed class PostgresMembershipEnd() : MembershipEndSpec(new PostgresEngine());

public sealed class PostgresNote() : NoteSpec(new PostgresEngine());

public sealed class PostgresRevision() : RevisionSpec(new PostgresEngine());

public sealed class PostgresScopeEnd() : ScopeEndSpec(new PostgresEngine());

public sealed class PostgresSerialWrites() : SerialWritesSpec(new PostgresEngine());

public sealed class PostgresSnapshot() : SnapshotSpec(new PostgresEngine());

public sealed class PostgresTeam() : TeamSpec(new PostgresEngine());

public sealed class PostgresText() : TextSpec(new PostgresEngine());

public sealed class PostgresTime() : TimeSpec(new PostgresEngine());

public sealed class PostgresUserLife() : UserLifeSpec(new PostgresEngine());
