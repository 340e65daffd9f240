using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What a document must be whatever the account is: values within bounds, and nothing said twice.</summary>
public static class DocumentRules
{
    /// <summary>Most problems that are listed; the rest is counted.</summary>
    private const int MostListed = 1_000;

    /// <summary>Most problems that the message repeats.</summary>
    private const int MostTold = 5;

    public static IReadOnlyList<Problem> Check(Document document, AccountId account)
    {
        var problems = new List<Problem>();
        if (document.Account is { } written && written != account.Value)
        {
            problems.Add(new("account", "is another account than the key's"));
        }

        CheckRoles(document, problems);
        CheckUsers(document, problems);
        foreach (var scope in document.Scopes)
        {
            Note(problems, scope.Place, "id", ScopeRules.CheckId(scope.Id.Kind, scope.Id.Id));
            Note(problems, scope.Place, "name", scope.Name.IsSet ? ScopeRules.CheckName(scope.Name.Or("")) : null);
            Note(problems, scope.Place, "description", TeamRules.CheckDescription(scope.Description.Or(null)));
            Note(problems, scope.Place, "service", ScopeRules.CheckService(scope.Service.IsSet ? scope.Service.Or("") : null));
        }

        NoteRepeated(problems, document.Scopes, scope => scope.Id, scope => scope.Place, "id");
        foreach (var kind in document.Memberships.GroupBy(membership => membership.Member.Noun))
        {
            NoteRepeated(problems, kind, membership => (membership.Member.Key, membership.In), membership => membership.Place, kind.Key);
        }

        return problems;
    }

    /// <summary>All of them in one fault, which names the first one's place.</summary>
    public static Fault Refusal(IReadOnlyList<Problem> problems)
    {
        var told = problems.Take(MostTold).Select((problem, i) => i == 0 ? problem.Message : $"{problem.Field} {problem.Message}");
        var rest = problems.Count > MostTold ? $"; and {problems.Count - MostTold} more" : "";
        return Fault.Invalid(problems[0].Field, string.Join("; ", told) + rest) with { Problems = [.. problems.Take(MostListed)] };
    }

    private static void CheckRoles(Document document, List<Problem> problems)
    {
        foreach (var role in document.Roles)
        {
            var fault = RoleRules.IsStandardName(role.Name)
                ? Fault.Invalid("name", "is a role's that comes with the product")
                : RoleRules.Check(role.Values.Of(RoleRules.Custom(role.Name, "", [ScopeKind.Account], Level.Viewer, [])));
            Note(problems, role.Place, null, fault);
        }

        NoteRepeated(problems, document.Roles, role => role.Name, role => role.Place, "name");
    }

    private static void CheckUsers(Document document, List<Problem> problems)
    {
        foreach (var user in document.Users)
        {
            if (user.Id is { } id && !IdForm.IsId(id.Value))
            {
                problems.Add(new(user.Place.Of("id"), "must be 1 to 128 letters, digits, '_' or '-'"));
            }

            Note(problems, user.Place, null, PersonRules.Check(user.Person));
        }

        NoteRepeated(problems, document.Users, user => user.Name.Fold, user => user.Place, "userName");
        NoteRepeated(problems, document.Users.Where(user => user.Id is not null), user => user.Id!.Value, user => user.Place, "id");
    }

    private static void Note(List<Problem> problems, Place place, string? member, Fault? fault)
    {
        if (fault is not null)
        {
            problems.Add(new(place.Of(member ?? fault.Field), fault.Message));
        }
    }

    private static void NoteRepeated<T, TKey>(
        List<Problem> problems, IEnumerable<T> things, Func<T, TKey> key, Func<T, Place> place, string member)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, Place>();
        foreach (var thing in things)
        {
            if (!first.TryAdd(key(thing), place(thing)))
            {
                problems.Add(new(place(thing).Of(member), $"is in {first[key(thing)]} already"));
            }
        }
    }
}
