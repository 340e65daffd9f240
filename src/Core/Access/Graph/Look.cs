using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Scopes;

namespace Roster.Core.Access.Graph;

internal enum Answer : byte
{
    No,
    Yes,

    /// <summary>Something has to be known first.</summary>
    NotKnown,
}

/// <summary>
/// One look at a graph: answers questions from it as it is, and notes what it would have to know. The graph may be written to
/// meanwhile; whoever looks finds that out afterwards, and looks again.
/// </summary>
/// <param name="now">Tells the time, where a membership has an end.</param>
/// <param name="notBefore">When the account last changed: its time never goes back behind that.</param>
internal ref struct Look(GraphData data, Facts facts, long at, Func<long> now, long notBefore)
{
    private const int Nobody = -1;
    private const int Unknown = -2;

    private long _now;

    public readonly GraphData Data => data;

    /// <summary>What could not be answered would need this. Made when it is first needed.</summary>
    public List<Need>? Needs { get; private set; }

    public Answer Ask(AccessQuestion question)
    {
        var settings = data.Settings;
        if (settings.Find(question.Subject.Type) is not { } type)
        {
            return Answer.No;
        }

        var member = FindMember(type, question.Subject.Id, out var user);
        var scope = FindScope(question.Resource, out var kept);
        return member >= 0 && scope >= 0 ? Ask(question, member, user, scope, kept)
            : member == Unknown || scope == Unknown ? Answer.NotKnown
            : Answer.No;
    }

    /// <summary>About a resource that is known to be there.</summary>
    public Answer Ask(AccessQuestion question, int scope, Properties? kept)
    {
        if (data.Settings.Find(question.Subject.Type) is not { } type)
        {
            return Answer.No;
        }

        var member = FindMember(type, question.Subject.Id, out var user);
        return member >= 0 ? Ask(question, member, user, scope, kept) : member == Unknown ? Answer.NotKnown : Answer.No;
    }

    /// <summary>The member whom a request names; <see cref="Nobody"/>, or <see cref="Unknown"/> where that has to be asked.</summary>
    private int FindMember(SubjectType type, string id, out SubjectFacts? known)
    {
        known = null;
        if (type.Identifier == SubjectIdentifier.Id)
        {
            var found = data.FindMember(new(type.Kind, id));
            return found >= 0 && Counts(found) ? found : Nobody;
        }

        if (!facts.TryName(type.Identifier, id, at, out var user) || (user is not null && !facts.TrySubject(user, at, out known)))
        {
            Require(new(NeedKind.Name, id, Identifier: type.Identifier));
            return Unknown;
        }

        if (user is null || known is null || !known.IsNamed(type.Identifier, id))
        {
            return Nobody;
        }

        var member = data.FindMember(MemberId.User(new(user)));
        return member >= 0 && Counts(member) ? member : Nobody;
    }

    private readonly bool Counts(int member) =>
        GraphData.IsTeam(member) ? data.ScopeAt(member / 2).Lives : data.IsActive(member / 2);

    /// <summary>Where a resource is; below 0 where it is nowhere, or that has to be asked.</summary>
    private int FindScope(AccessResource resource, out Properties? kept)
    {
        kept = null;
        if (ResourceType.BuiltIn(resource.Type) is { } kind)
        {
            return Living(new(kind, resource.Id));
        }

        if (!facts.TryType(resource.Type, at, out var type) || !facts.TryResource(resource.Type, resource.Id, at, out var registered))
        {
            Require(new(NeedKind.Resource, resource.Id, resource.Type));
            return Unknown;
        }

        if (type is null || (registered is null && type.Ids == ResourceIds.Registered))
        {
            return Nobody;
        }

        kept = registered?.Attributes;
        return Living(registered?.Scope ?? type.Home);
    }

    private readonly int Living(ScopeId id)
    {
        var scope = data.FindScope(id);
        return scope >= 0 && data.ScopeAt(scope).Lives ? scope : Nobody;
    }

    private Answer Ask(AccessQuestion question, int member, SubjectFacts? user, int scope, Properties? kept)
    {
        var action = data.Roles.ActionOf(question.Action);
        if (action < 0)
        {
            return Answer.No;
        }

        var answer = Answer.No;
        for (var place = scope; place >= 0; place = data.ScopeAt(place).Parent)
        {
            answer = Stronger(answer, AskOne(question, action, member, place, member, ref user, kept));
            if (answer == Answer.Yes)
            {
                return answer;
            }
        }

        return GraphData.IsTeam(member) ? answer : AskTeams(question, action, member, scope, ref user, kept, answer);
    }

    private Answer AskTeams(
        AccessQuestion question, int action, int member, int scope, ref SubjectFacts? user, Properties? kept, Answer answer)
    {
        foreach (ref readonly var seat in data.SeatsOf(member / 2))
        {
            if (seat.IsEmpty || !data.ScopeAt(seat.Key).Lives || !IsInForce(seat.Value))
            {
                continue;
            }

            for (var place = scope; place >= 0; place = data.ScopeAt(place).Parent)
            {
                answer = Stronger(answer, AskOne(question, action, GraphData.OfTeam(seat.Key), place, member, ref user, kept));
                if (answer == Answer.Yes)
                {
                    return answer;
                }
            }
        }

        return answer;
    }

    /// <summary>What the holder's role in one place gives the member.</summary>
    private Answer AskOne(
        AccessQuestion question, int action, int holder, int place, int member, ref SubjectFacts? user, Properties? kept)
    {
        var held = data.Find(holder, place);
        if (held == NumberMaps.None || !IsInForce(held))
        {
            return Answer.No;
        }

        var role = data.Roles[data.Held.RoleOf(held)];
        return role.Permits(action) ? Answer.Yes
            : role.Bound.Length == 0 ? Answer.No
            : AskBound(question, action, role, member, ref user, kept);
    }

    private Answer AskBound(
        AccessQuestion question, int action, CompiledRole role, int member, ref SubjectFacts? user, Properties? kept)
    {
        var answer = Answer.No;
        foreach (ref readonly var entry in role.Bound)
        {
            if (entry.Action != action || (entry.Grant.On is { } on && on != question.Resource.Type))
            {
                continue;
            }

            if (entry.Grant.When is not { } when)
            {
                return Answer.Yes;
            }

            if (!GraphData.IsTeam(member) && user is null && !when.AsksRequestAlone && !TryUser(member, out user))
            {
                answer = Answer.NotKnown;
            }
            else if (when.Holds(new(question, user, kept)))
            {
                return Answer.Yes;
            }
        }

        return answer;
    }

    private bool TryUser(int member, out SubjectFacts? user)
    {
        var id = System.Text.Encoding.UTF8.GetString(data.UserIds.Text(member / 2));
        if (facts.TrySubject(id, at, out user))
        {
            return true;
        }

        Require(new(NeedKind.Subject, id));
        return false;
    }

    /// <summary>False for a membership that is past its end.</summary>
    public bool IsInForce(int held)
    {
        if (!HeldRoles.HasEnd(held))
        {
            return true;
        }

        _now = _now == 0 ? Math.Max(now(), notBefore) : _now;
        return _now < data.Held.EndOf(held);
    }

    private void Require(Need need)
    {
        Needs ??= [];
        if (!Needs.Contains(need))
        {
            Needs.Add(need);
        }
    }

    private static Answer Stronger(Answer one, Answer other) => one == Answer.NotKnown && other == Answer.No ? one : other;
}
