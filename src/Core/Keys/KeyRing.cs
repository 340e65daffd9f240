using System.Collections.Concurrent;
using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>
/// Tells whose a presented key is. Answers are kept while nothing that they rest on has changed: each committed set
/// forgets the keys that it touches before its writer is answered, so that a revoked key fails on the next request.
/// </summary>
public sealed class KeyRing(IStore store) : IFollower
{
    private const int MaxKept = 100_000;

    // What an unknown id is compared with, so that it costs the time of a wrong secret.
    private static readonly ReadOnlyMemory<byte> NoHash = new byte[32];

    // Taken by whoever keeps or forgets: what was read before a change is not kept after it, not even for a moment.
    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<KeyId, Kept> _kept = new();
    private readonly Dictionary<AccountId, long> _forgottenIn = [];

    // Most changes concern nobody who owns a key: this says so without a walk through all keys.
    private readonly HashSet<(AccountId Account, string Owner)> _owners = [];

    /// <summary>The actor behind the credential, or <see cref="FaultKind.KeyNotValid"/> for every reason alike.</summary>
    public async ValueTask<Outcome<KeyIdentity>> FindAsync(Credential credential, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(credential.Secret);
        if (await FindKeptAsync(credential, hash, cancellationToken) is { } identity)
        {
            return identity;
        }

        // Whatever is wrong, the store is asked: a wrong secret then takes the time that an unknown id does.
        var (kept, revision) = await LoadAsync(credential.Id, cancellationToken);
        return Opens(kept, credential, hash)
            ? new KeyIdentity(kept!.Account, kept.Actor, revision)
            : new Fault(FaultKind.KeyNotValid, "The key is not valid.");
    }

    /// <summary>Whatever happened to the key, here or at another process, has made it forgotten once the revision is known.</summary>
    private async ValueTask<KeyIdentity?> FindKeptAsync(
        Credential credential, ReadOnlyMemory<byte> hash, CancellationToken cancellationToken)
    {
        if (!_kept.TryGetValue(credential.Id, out var kept) || !IsFresh(kept) || !Opens(kept, credential, hash))
        {
            return null;
        }

        var revision = await store.RevisionAsync(kept.Account, cancellationToken);
        return _kept.TryGetValue(credential.Id, out var still) && ReferenceEquals(still, kept) && IsFresh(kept)
            ? new KeyIdentity(kept.Account, kept.Actor, revision)
            : null;
    }

    private bool IsFresh(Kept kept) => kept.Epoch == store.Epoch && (kept.Until is not { } end || store.Now < end);

    private bool Opens(Kept? kept, Credential credential, ReadOnlyMemory<byte> hash) =>
        Secret.Matches(hash, kept?.Actor.Key.SecretHash ?? NoHash)
        && kept is not null
        && kept.Actor.Key.IsValidAt(store.Now)
        && (credential.Account is not { } account || account == kept.Account.Value);

    public void Applied(CommittedSet set)
    {
        lock (_turn)
        {
            foreach (var change in set.Changes)
            {
                Forget(set, change);
            }
        }
    }

    public void Missed(AccountId account, long revision)
    {
        lock (_turn)
        {
            ForgetWhere(account, revision, _ => true);
        }
    }

    private void Forget(CommittedSet set, Change change)
    {
        switch (change)
        {
            case KeyRevoked revoked:
                Mark(set.Account, set.Last);
                _kept.TryRemove(revoked.Key, out _);
                break;
            case UserDeactivated { User: var user }:
                ForgetOwner(set, user.Value);
                break;
            case UserActivated { User: var user }:
                ForgetOwner(set, user.Value);
                break;
            case UserDeleted { User: var user }:
                ForgetOwner(set, user.Value);
                break;
            case RoleGiven given:
                ForgetMember(set, given.Member, given.Scope);
                break;
            case RoleChanged changed:
                ForgetMember(set, changed.Member, changed.Scope);
                break;
            case MembershipEnded ended:
                ForgetMember(set, ended.Member, ended.Scope);
                break;
            case ScopeEnded { Scope.Kind: ScopeKind.Team }:
                ForgetOwners(set);
                break;
            case AccountClosed:
                ForgetWhere(set.Account, set.Last, _ => true);
                break;
        }
    }

    /// <summary>What a user holds in the account, and what their seats in teams bring with them, is their keys' standing.</summary>
    private void ForgetMember(CommittedSet set, MemberId member, ScopeId scope)
    {
        if (member.Kind == MemberKind.User && (scope.Kind is ScopeKind.Account or ScopeKind.Team))
        {
            ForgetOwner(set, member.Id);
        }
        else if (scope.Kind == ScopeKind.Account)
        {
            ForgetOwners(set);
        }
    }

    /// <summary>Who sits in a team is not said here.</summary>
    private void ForgetOwners(CommittedSet set) => ForgetWhere(set.Account, set.Last, kept => kept.Actor.Key.Owner is not null);

    private void ForgetOwner(CommittedSet set, string owner)
    {
        Mark(set.Account, set.Last);
        if (_owners.Contains((set.Account, owner)))
        {
            ForgetWhere(set.Account, set.Last, kept => kept.Actor.Key.Owner?.Value == owner);
        }
    }

    private void ForgetWhere(AccountId account, long revision, Predicate<Kept> isStale)
    {
        Mark(account, revision);
        foreach (var (id, kept) in _kept)
        {
            if (kept.Account == account && isStale(kept))
            {
                _kept.TryRemove(id, out _);
            }
        }
    }

    // A load whose snapshot is older is not kept, whenever it ends. After a failover somebody may still be telling what happened before it.
    private void Mark(AccountId account, long revision) =>
        _forgottenIn[account] = Math.Max(revision, _forgottenIn.GetValueOrDefault(account));

    private async ValueTask<(Kept? Kept, long Revision)> LoadAsync(KeyId id, CancellationToken cancellationToken)
    {
        if (await store.AccountOfKeyAsync(id, cancellationToken) is not { } account)
        {
            return default;
        }

        var epoch = store.Epoch;
        var read = await store.ReadAsync(account, reads => ReadAsync(reads, account, epoch, id), cancellationToken);
        if (read.Failed(out _))
        {
            return default;
        }

        Keep(id, read.Value, read.Revision);
        return (read.Value, read.Revision);
    }

    private void Keep(KeyId id, Kept kept, long snapshot)
    {
        lock (_turn)
        {
            if (_forgottenIn.GetValueOrDefault(kept.Account) > snapshot)
            {
                return;
            }

            if (_kept.Count >= MaxKept)
            {
                _kept.Clear();
                _owners.Clear();
            }

            if (kept.Actor.Key.Owner is { } owner)
            {
                _owners.Add((kept.Account, owner.Value));
            }

            _kept[id] = kept;
        }
    }

    private static async ValueTask<Outcome<Kept>> ReadAsync(IReads reads, AccountId account, string epoch, KeyId id)
    {
        var key = reads.Account is { ClosedAt: null } ? await reads.KeyAsync(id) : null;
        if (key is null || !key.IsValidAt(reads.Now))
        {
            return KeyRules.Unknown(id);
        }

        if (key.Owner is not { } owner)
        {
            return new Kept(account, epoch, new KeyActor(key, Standing.Of(key, Level.None)), null);
        }

        var scope = ScopeId.Account(account);
        var level = reads.OwnerLevelAsync(owner, scope);
        var end = reads.NextEndAsync(reads.Now);
        return new Kept(account, epoch, new KeyActor(key, Standing.Of(key, await level)), await end);
    }

    /// <param name="Until">When the owner's level may fall by itself: with their own role, a seat in a team, or what the team holds.</param>
    private sealed record Kept(AccountId Account, string Epoch, KeyActor Actor, Instant? Until);
}

/// <summary>A key that was found valid, whose account it opens, and the account's revision at which it was.</summary>
public sealed record KeyIdentity(AccountId Account, KeyActor Actor, long Revision);
