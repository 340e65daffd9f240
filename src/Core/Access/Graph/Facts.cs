using System.Collections.Concurrent;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Changes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>What was read, and at which revision: true from there on, until a change takes it away.</summary>
internal sealed record Known<T>(T Value, long Since);

/// <summary>
/// What checks need besides memberships, kept once it was asked for: whom a name names, what is known about users, types and
/// resources. Each change forgets what it touches, and what was read before it is then not taken any more.
/// </summary>
internal sealed class Facts
{
    private const int MostOfAKind = 20_000;

    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<string, Known<SubjectFacts?>> _subjects = new();
    private readonly ConcurrentDictionary<(SubjectIdentifier, string), Known<string?>> _names = new();
    private readonly ConcurrentDictionary<string, Known<string?>> _externalIds = new();
    private readonly ConcurrentDictionary<string, Known<ResourceType?>> _types = new();
    private readonly ConcurrentDictionary<(string, string), Known<Resource?>> _resources = new();
    private long _changedIn;

    /// <summary>Roughly.</summary>
    public long Bytes => 400L * (_subjects.Count + _names.Count + _externalIds.Count + _types.Count + _resources.Count);

    /// <summary>Null as a value: deleted, or never there.</summary>
    public bool TrySubject(string user, long at, out SubjectFacts? facts) => Try(_subjects, user, at, out facts);

    /// <summary>The user whom the text names; null as a value: nobody. Whoever had the name may have another one now.</summary>
    public bool TryName(SubjectIdentifier identifier, string text, long at, out string? user)
    {
        user = null;
        return IsNobodys(text)
            || (identifier == SubjectIdentifier.ExternalId
                ? Try(_externalIds, text, at, out user)
                : Try(_names, (identifier, KeyOf(identifier, text)), at, out user));
    }

    public bool TryType(string name, long at, out ResourceType? type)
    {
        type = null;
        return IsNobodys(name) || Try(_types, name, at, out type);
    }

    public bool TryResource(string type, string id, long at, out Resource? resource)
    {
        resource = null;
        return IsNobodys(type) || IsNobodys(id) || Try(_resources, (type, id), at, out resource);
    }

    public void Keep(string user, SubjectFacts? facts, long since) => Keep(_subjects, user, facts, since);

    public void Keep(SubjectIdentifier identifier, string text, string? user, long since)
    {
        if (identifier == SubjectIdentifier.ExternalId)
        {
            Keep(_externalIds, text, user, since);
        }
        else
        {
            Keep(_names, (identifier, KeyOf(identifier, text)), user, since);
        }
    }

    public void Keep(string name, ResourceType? type, long since) => Keep(_types, name, type, since);

    public void Keep(string type, string id, Resource? resource, long since)
    {
        if (!IsNobodys(id))
        {
            Keep(_resources, (type, id), resource, since);
        }
    }

    public void Forget(CommittedSet set)
    {
        lock (_turn)
        {
            foreach (var change in set.Changes)
            {
                if (Forget(change))
                {
                    _changedIn = set.Last;
                }
            }
        }
    }

    /// <returns>False where the change is about nothing that is kept here.</returns>
    private bool Forget(Change change)
    {
        switch (change)
        {
            case UserCreated c:
                ForgetUser(c.User);
                ForgetNames(c.Person.Name, c.Person.ExternalId is not null);
                return true;
            case UserRevived c:
                ForgetUser(c.User);
                ForgetNames(c.Person.Name, c.Person.ExternalId is not null);
                return true;
            case UserChanged c:
                ForgetUser(c.User);
                ForgetNames(c.Person.Name, c.Person.ExternalId.IsSet);
                return true;
            case UserDeleted c:
                ForgetUser(c.User);
                ForgetNames(default, externalIds: true);
                return true;
            case UserAttributesSet c:
                ForgetUser(c.User);
                return true;
            case ResourceTypeDefined c:
                _types.TryRemove(c.Name, out _);
                return true;
            case ResourceTypeRemoved c:
                _types.TryRemove(c.Name, out _);
                return true;
            case ResourceRegistered c:
                _resources.TryRemove((c.Type, c.Id), out _);
                return true;
            case ResourceRemoved c:
                _resources.TryRemove((c.Type, c.Id), out _);
                return true;
            case ScopeEnded:
                // Its resources are no more: another place may have one of the same id later, which is then registered.
                _resources.Clear();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Nobody and nothing is called by a text so long. Whoever asks about many such is not to fill the memory with them.</summary>
    private static bool IsNobodys(string text) => text.Length > Text.MaxName;

    private static string KeyOf(SubjectIdentifier identifier, string text) =>
        identifier == SubjectIdentifier.Email ? UserName.FoldOf(text) : text;

    private void ForgetUser(UserId user) => _subjects.TryRemove(user.Value, out _);

    /// <summary>
    /// Who has a name now may have been somebody else before, or nobody. Whose a name was is told by what is known of them; but of
    /// an external id two may have had it, and one has it still.
    /// </summary>
    private void ForgetNames(Optional<UserName> taken, bool externalIds)
    {
        if (taken.IsSet)
        {
            _names.TryRemove((SubjectIdentifier.UserName, taken.Or(default).Given), out _);
            _names.TryRemove((SubjectIdentifier.Email, taken.Or(default).Fold), out _);
        }

        if (externalIds)
        {
            _externalIds.Clear();
        }
    }

    private static bool Try<TKey, T>(ConcurrentDictionary<TKey, Known<T>> facts, TKey key, long at, out T value)
        where TKey : notnull
    {
        if (facts.TryGetValue(key, out var known) && known.Since <= at)
        {
            value = known.Value;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Taken only if nothing has changed since it was read: what, is not asked.</summary>
    private void Keep<TKey, T>(ConcurrentDictionary<TKey, Known<T>> facts, TKey key, T value, long since)
        where TKey : notnull
    {
        lock (_turn)
        {
            if (_changedIn > since)
            {
                return;
            }

            if (facts.Count >= MostOfAKind)
            {
                facts.Clear();
            }

            facts[key] = new(value, since);
        }
    }
}
