using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Testing;

namespace Roster.Tests.Core.Scopes;

public sealed class ChangeScopeTests
{
    [Fact]
    public async Task A_change_is_made_to_the_scope_as_it_is_however_many_come_at_once()
    {
        await using var server = await RosterServer.StartAsync();
        var account = await server.OpenAccountAsync();
        var connector = await account.CreateConnectorAsync(await account.CreateGroupAsync("g"), "c", settings: "");
        var letters = "abcdefghijklmnop";

        await Task.WhenAll(letters.Select(letter => ChangeAsync(account, connector, scope => new(scope.Id, Settings: scope.Settings + letter))));

        var found = await server.Get<FindScope>().RunAsync(account.Caller, connector, CancellationToken.None);
        found.Value.Settings!.Order().ShouldBe(letters);
    }

    [Fact]
    public async Task A_change_to_something_invalid_changes_nothing()
    {
        await using var server = await RosterServer.StartAsync();
        var account = await server.OpenAccountAsync();
        var group = await account.CreateGroupAsync("g");
        var revision = await account.RevisionAsync();

        var refused = await ChangeAsync(account, group, scope => new(scope.Id, Name: ""));
        var unchanged = await ChangeAsync(account, group, scope => new(scope.Id, Name: scope.Name));
        var unknown = await ChangeAsync(account, ScopeId.Group("nowhere"), scope => new(scope.Id));

        refused.Fault.ShouldBe(Fault.Invalid("name", "must not be empty"));
        unchanged.Value.Name.ShouldBe("g");
        unknown.Fault!.Kind.ShouldBe(FaultKind.UnknownGroup);
        (await account.RevisionAsync()).ShouldBe(revision);
    }

    private static async Task<Outcome<Scope>> ChangeAsync(TestAccount account, ScopeId scope, Func<Scope, ChangeScopeRequest> change) =>
        await account.Server.Get<ChangeScope>().RunAsync(account.Caller, scope, change, CancellationToken.None);
}
