using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Teams;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class Questions
{
    private void AskWhatProvisionersDo()
    {
        foreach (var (name, search) in Searches())
        {
            AskForList($"users {name}", page => _reads.FindUsersAsync(search, page));
            Ask($"how many {name}", _reads.CountUsersAsync(search, 100));
            Ask($"two {name}", _reads.CountUsersAsync(search, 2));
            foreach (var count in new[] { 0, 1, 3 })
            {
                Ask($"after {count} {name}", _reads.SkipUsersAsync(search, count));
            }
        }

        foreach (var user in Pool.Users)
        {
            Ask($"groups of {user}", _reads.GroupsOfAsync(user));
        }

        AskAboutGroups();
    }

    private void AskAboutGroups()
    {
        foreach (var team in Pool.Teams)
        {
            AskForList($"members of {team}", page => _reads.TeamMembersAsync(team.Id, page));
            Ask($"how many in {team}", _reads.CountMembersAsync(team, null, 2));
        }

        foreach (var scope in Pool.Organizations.Prepend(ScopeId.Account(_account)).Append(Pool.Groups[0]))
        {
            foreach (var level in Enum.GetValues<Level>().Where(level => level != Level.None))
            {
                Ask($"{level} group of {scope}", _reads.RoleGroupAsync(scope, level));
                Ask($"{level} members of {scope}", _reads.RoleGroupMembersAsync(scope, level, MemberId.User(new("")), 100));
                Ask($"{level} members of {scope} after a team", _reads.RoleGroupMembersAsync(scope, level, MemberId.Team("a"), 1));
                Ask($"how many {level} in {scope}", _reads.CountMembersAsync(scope, level, 2));
            }
        }

        foreach (var text in Pool.Texts.OfType<string>().Where(text => text.Length > 0))
        {
            Ask($"role groups with '{text}'", _reads.RoleGroupsAsync(text, 2));
            AskForList($"teams with '{text}'", page => _reads.FindTeamsAsync(TeamSearch.WithExternalId(text), page));
            AskForList($"teams named '{text}'", page => _reads.FindTeamsAsync(TeamSearch.Named(text), page));
        }

        foreach (var kind in new[] { ScopeKind.Organization, ScopeKind.Team })
        {
            Ask($"{kind} by id", _reads.ScopesByIdAsync(kind, "", 100));
            Ask($"{kind} by id after 'g'", _reads.ScopesByIdAsync(kind, "g", 2));
            Ask($"how many {kind}", _reads.CountScopesAsync(kind, 2));
        }
    }

    private IEnumerable<(string Name, UserSearch Search)> Searches()
    {
        (string, UserSearch)[] all =
        [
            ("all", UserSearch.Everyone), ("active", UserSearch.Active(true)), ("inactive", UserSearch.Active(false)),
            ("user-1", UserSearch.Id(new("user-1"))), ("named one", UserSearch.Named("one@example.com")), ("named o…", UserSearch.NameBegins("o")),
            ("named \u00fc…", UserSearch.NameBegins("\u00fc")), ("of g", UserSearch.Team("g")), ("of a", UserSearch.Team("a")),
            ("since the beginning", UserSearch.CreatedSince(default)), ("since now", UserSearch.CreatedSince(_reads.Now)),
            ("since an hour", UserSearch.CreatedSince(_reads.Now.Plus(TimeSpan.FromMinutes(-60)))),
            ("at other@", UserSearch.Term(UserTerm.Of(TermKind.Email, "OTHER@example.com"))),
            ("at o…", UserSearch.TermBegins(UserTerm.Of(TermKind.Email, "O"))),
            ("numbered 7a", UserSearch.Term(UserTerm.Of(TermKind.EmployeeNumber, "7a"))),
            ("managed by user-1", UserSearch.Term(UserTerm.Of(TermKind.Manager, "user-1"))),
        ];
        var byText = Pool.Texts.OfType<string>().Where(text => text.Length > 0).SelectMany(text => new (string, UserSearch)[]
        {
            ($"known by '{text}'", UserSearch.ExternalId(text)), ($"known by '{text}'…", UserSearch.ExternalIdBegins(text)),
            ($"shown as '{text}'", UserSearch.DisplayName(text)), ($"shown as '{text}'…", UserSearch.DisplayNameBegins(text)),
            ($"given '{text}'", UserSearch.GivenName(text)), ($"of family '{text}'…", UserSearch.FamilyNameBegins(text)),
        });
        var byLevel = Pool.Organizations.Prepend(ScopeId.Account(_account))
            .SelectMany(scope => new[] { Level.Admin, Level.Viewer }, (scope, level) => ($"{level} of {scope}", UserSearch.RoleGroup(scope, level)));
        return [.. all, .. byText, .. byLevel];
    }
}
