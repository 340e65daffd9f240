using Roster.Core.Keys;
using Roster.Http;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Keys;

/// <summary>Every route × every kind of key: what the key's grants and its owner's level allow, and nothing else.</summary>
[Collection(nameof(AbusedServer))]
public sealed class GrantTests(AbusedServer server)
{
    private const string Admin = "Account Administrator";
    private const string Member = "Account Analyst";
    private const string Viewer = "Account Reviewer";
    private const string Nothing = "";

    // The key's grant; the role of the user who owns it, if one does; the most that it may do.
    [Theory]
    [InlineData(Grants.Check, null, Need.AnyKey)]
    [InlineData(Grants.Read, null, Need.Read)]
    [InlineData(Grants.Provision, null, Need.Provision)]
    [InlineData(Grants.Admin, null, Need.Admin)]
    [InlineData(Grants.Check, Admin, Need.AnyKey)]
    [InlineData(Grants.Read, Admin, Need.Read)]
    [InlineData(Grants.Provision, Admin, Need.Provision)]
    [InlineData(Grants.Admin, Admin, Need.Admin)]
    [InlineData(Grants.Admin, Member, Need.Read)]
    [InlineData(Grants.Admin, Viewer, Need.Read)]
    [InlineData(Grants.Admin, Nothing, Need.AnyKey)]
    [InlineData(Grants.Provision, Member, Need.Read)]
    [InlineData(Grants.Read, Viewer, Need.Read)]
    [InlineData(Grants.Read, Nothing, Need.AnyKey)]
    public async Task A_key_may_do_what_it_was_made_for(Grants grants, string? ownerRole, Need most)
    {
        var (world, key) = await MakeAsync(grants, ownerRole);
        foreach (var request in Declared.All.Where(request => request.Need is not (Need.Anyone or Need.Operator or Need.Owner)))
        {
            var revision = await world.Account.RevisionAsync();
            var answer = await world.SendAsync(world.Fill(request), key);
            var dialect = server.Roster.Get<Doors>().Of(request.Target.Split('?')[0], out _);
            var changed = await world.Account.RevisionAsync() != revision;
            if (!MayDo(request.Need, grants, ownerRole, most))
            {
                Refusals.IsNotPermitted(dialect, answer).ShouldBeTrue($"{request} should be refused\n{answer}");
                changed.ShouldBeFalse($"{request} was refused and wrote");
                continue;
            }

            answer.Status.ShouldNotBeOneOf([401, 403, 500], $"{request} should be allowed\n{answer}");
            if (changed)
            {
                (world, key) = await MakeAsync(grants, ownerRole);
            }
        }
    }

    /// <summary>Who may read may not ask for that, nor the other way round.</summary>
    private static bool MayDo(Need need, Grants grants, string? ownerRole, Need most) =>
        need == Need.Check ? ownerRole != Nothing && (grants & (Grants.Check | Grants.Admin)) != 0 : need <= most;

    private async Task<(World World, Credential Key)> MakeAsync(Grants grants, string? ownerRole)
    {
        var world = await World.MakeAsync(server.Roster);
        if (ownerRole is null)
        {
            return (world, await world.Account.MintKeyAsync(grants));
        }

        var owner = await world.Account.RegisterUserAsync("owner@example.com", ownerRole == Nothing ? null : ownerRole);
        return (world, await world.Account.MintKeyAsync(grants, owner: owner));
    }
}
