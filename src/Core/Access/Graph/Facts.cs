using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Changes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>
/// What checks need besides memberships, kept once it was asked for: whom a name names, what is known about users, types and
/// resources. Each change forgets what it touches, and what was read before it is then not taken any more.
/// </summary>
internal sealed class Facts
{
    // An attribute's place and its texts' heads, as characters.
    private const int OfEachValue = 50;

    private readonly Lock _turn = new();
    private readonly FactTable<string, SubjectFacts?> _subjects = new();
    private readonly FactTable<(SubjectIdentifier, string), string?> _names = new();
    private readonly FactTable<string, string?> _externalIds = new();
    private readonly FactTable<string, ResourceType?> _types = new();
    private readonly FactTable<(string, string), Resource?> _resources = new();
    private long _changedIn;

    /// <summary>Roughly.</summary>
    public long Bytes => _subjects.Bytes + _names.Bytes + _externalIds.Bytes + _types.Bytes + _resources.Bytes;

    /// <summary>Null as a value: deleted, or never there.</summary>
    public bool TrySubject(string user, long at, out SubjectFacts? facts) => _subjects.TryGet(user, at, out facts);

    /// <summary>The user whom the text names; null as a value: nobody. Whoever had the name may have another one now.</summary>
    public bool TryName(SubjectIdentifier identifier, string text, long at, out string? user)
    {
        user = null;
        return IsNobodys(text)
            || (identifier == SubjectIdentifier.ExternalId
                ? _externalIds.TryGet(text, at, out user)
                : _names.TryGet((identifier, KeyOf(identifier, text)), at, out user));
    }

    public bool TryType(string name, long at, out ResourceType? type)
    {
        type = null;
        return IsNobodys(name) || _types.TryGet(name, at, out type);
    }

    public bool TryResource(string type, string id, long at, out Resource? resource)
    {
        resource = null;
        return IsNobodys(type) || IsNobodys(id) || _resources.TryGet((type, id), at, out resource);
    }

    public void Keep(string user, SubjectFacts? facts, long since) =>
        Keep(_subjects, user, facts, since, user.Length + LengthOf(facts?.UserName) + LengthOf(facts?.Email) + LengthOf(facts?.ExternalId) + LengthOf(facts?.Attributes));

    public void Keep(SubjectIdentifier identifier, string text, string? user, long since)
    {
        if (identifier == SubjectIdentifier.ExternalId)
        {
            Keep(_externalIds, text, user, since, text.Length + LengthOf(user));
        }
        else
        {
            Keep(_names, (identifier, KeyOf(identifier, text)), user, since, text.Length + LengthOf(user));
        }
    }

    public void Keep(string name, ResourceType? type, long since) => Keep(_types, name, type, since, 2 * name.Length);

    public void Keep(string type, string id, Resource? resource, long since)
    {
        if (!IsNobodys(id))
        {
            Keep(_resources, (type, id), resource, since, 2 * (type.Length + id.Length) + LengthOf(resource?.Attributes));
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
                _types.Forget(c.Name);
                return true;
            case ResourceTypeRemoved c:
                _types.Forget(c.Name);
                return true;
            case ResourceRegistered c:
                _resources.Forget((c.Type, c.Id));
                return true;
            case ResourceRemoved c:
                _resources.Forget((c.Type, c.Id));
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

    private void ForgetUser(UserId user) => _subjects.Forget(user.Value);

    /// <summary>
    /// Who has a name now may have been somebody else before, or nobody. Whose a name was is told by what is known of them; but of
    /// an external id two may have had it, and one has it still.
    /// </summary>
    private void ForgetNames(Optional<UserName> taken, bool externalIds)
    {
        if (taken.IsSet)
        {
            _names.Forget((SubjectIdentifier.UserName, taken.Or(default).Given));
            _names.Forget((SubjectIdentifier.Email, taken.Or(default).Fold));
        }

        if (externalIds)
        {
            _externalIds.Clear();
        }
    }

    /// <summary>Taken only if nothing has changed since it was read: what, is not asked.</summary>
    private void Keep<TKey, T>(FactTable<TKey, T> facts, TKey key, T value, long since, int characters)
        where TKey : notnull
    {
        lock (_turn)
        {
            if (_changedIn <= since)
            {
                facts.Keep(key, value, since, characters);
            }
        }
    }

    private static int LengthOf(string? text) => text?.Length ?? 0;

    private static int LengthOf(Attributes? attributes) => attributes is null ? 0 : attributes.Length + (OfEachValue * attributes.Values.Count);
}
