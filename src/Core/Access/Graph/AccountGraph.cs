using System.Text;
using Roster.Core.Access.Granting;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>
/// One account's memberships in memory, at one revision. Sets are applied whole by one at a time; whoever looks takes no lock, and
/// looks again where a set was applied meanwhile. Only who was disturbed again and again has the next set wait.
/// </summary>
internal sealed class AccountGraph
{
    /// <summary>Who was disturbed so often looks while nobody writes.</summary>
    private const int MostTries = 16;

    private readonly GraphData _data;
    private readonly Lock _turn = new();

    // Odd while a set is being applied.
    private long _version;
    private long _changedAt;

    // Half of a set was applied, and no more will be.
    private volatile bool _isBroken;

    public AccountGraph(GraphData data, string epoch, long revision, Instant changedAt)
    {
        (_data, Epoch, Revision, _changedAt) = (data, epoch, revision, changedAt.Microseconds);
        data.MakeRoles();
        data.Trim();
    }

    public string Epoch { get; }

    public long Revision { get; private set; }

    public Facts Facts { get; } = new();

    public GraphData Data => _data;

    public long Bytes => _data.Bytes + Facts.Bytes;

    /// <summary>How many graphs had been made when it was last asked.</summary>
    public long UsedAt { get; private set; }

    /// <summary>True where so much in it is of no use that it had better be made anew.</summary>
    public bool IsWorn => _data.Garbage > Math.Max(100_000, _data.Memberships);

    /// <summary>Not written by every check: processors would pass the line back and forth.</summary>
    public void Use(long made)
    {
        if (UsedAt != made)
        {
            UsedAt = made;
        }
    }

    public delegate T Looking<TAsked, T>(ref Look look, TAsked asked);

    /// <summary>Looks at one revision of it.</summary>
    /// <param name="looking">May run again, and may meet an index out of range then.</param>
    public T Look<TAsked, T>(Func<long> now, TAsked asked, Looking<TAsked, T> looking, out long revision)
    {
        var spinning = default(SpinWait);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (TryLook(now, asked, looking, out var found, out revision))
            {
                return found;
            }

            spinning.SpinOnce();
        }

        lock (_turn)
        {
            while (true)
            {
                if (TryLook(now, asked, looking, out var found, out revision))
                {
                    return found;
                }
            }
        }
    }

    /// <summary>Applies what follows on what it knows.</summary>
    /// <returns>False where that is not so: then it is of no use any more.</returns>
    public bool TryApply(CommittedSet set)
    {
        lock (_turn)
        {
            return TryFollow(set);
        }
    }

    private bool TryFollow(CommittedSet set)
    {
        if (set.Last <= Revision)
        {
            return true;
        }

        if (set.First != Revision + 1)
        {
            return false;
        }

        Volatile.Write(ref _version, _version + 1);
        Volatile.WriteBarrier();
        try
        {
            foreach (var change in set.Changes)
            {
                Apply(change);
            }

            Facts.Forget(set);
            Revision = set.Last;
            _changedAt = Math.Max(_changedAt, set.At.Microseconds);
        }
        catch (Exception)
        {
            _isBroken = true;
            throw;
        }

        Volatile.Write(ref _version, _version + 1);
        return !IsWorn;
    }

    private bool TryLook<TAsked, T>(Func<long> now, TAsked asked, Looking<TAsked, T> looking, out T found, out long revision)
    {
        if (_isBroken)
        {
            throw new StoreUnavailableException("What is known of the account has to be read again.");
        }

        (found, revision) = (default!, 0);
        var version = Volatile.Read(ref _version);
        if ((version & 1) != 0)
        {
            return false;
        }

        try
        {
            revision = Revision;
            var look = new Look(_data, Facts, revision, now, _changedAt);
            found = looking(ref look, asked);
            Volatile.ReadBarrier();
            return Volatile.Read(ref _version) == version;
        }
        catch (Exception) when (Volatile.Read(ref _version) != version)
        {
            return false;
        }
    }

    private void Apply(Change change)
    {
        switch (change)
        {
            case ScopeCreated c:
                _data.AddScope(c.Scope, _data.FindScope(c.Parent));
                break;
            case ScopeEnded c:
                _data.EndScope(_data.FindScope(c.Scope));
                break;
            case UserCreated c:
                _data.AddUser(Encoding.UTF8.GetBytes(c.User.Value), c.Active);
                break;
            case UserRevived c:
                _data.AddUser(Encoding.UTF8.GetBytes(c.User.Value), c.Active);
                break;
            case UserActivated c:
                _data.SetActive(Member(c.User), true);
                break;
            case UserDeactivated c:
                _data.SetActive(Member(c.User), false);
                _data.EndRoles(Member(c.User));
                break;
            case UserDeleted c:
                _data.EndUser(Member(c.User));
                break;
            case RoleGiven c:
                Give(c.Member, c.Scope, c.Role, c.Until);
                break;
            case RoleChanged c:
                Give(c.Member, c.Scope, c.Role, c.Until);
                break;
            case MembershipEnded c:
                _data.End(_data.FindMember(c.Member), _data.FindScope(c.Scope));
                break;
            case RoleDefined c:
                Define(c.Name, c.Permissions);
                break;
            case RoleRedefined c:
                Define(c.Name, c.Permissions);
                break;
            case RoleRemoved c:
                _data.RoleNames.Undefine(c.Name);
                _data.MakeRoles();
                break;
            case AccessSettingsChanged c:
                _data.Settings = new(c.SubjectTypes, c.ShowsReasons);
                break;
        }
    }

    private int Member(UserId user) => _data.FindMember(MemberId.User(user));

    private void Give(MemberId member, ScopeId scope, string role, Instant? until) =>
        _data.Give(_data.FindMember(member), _data.FindScope(scope), _data.RoleNames.NumberOf(role), until);

    private void Define(string role, IReadOnlyList<Grant> grants)
    {
        _data.RoleNames.Define(role, grants);
        _data.MakeRoles();
    }
}
