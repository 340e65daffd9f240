using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

internal sealed record Invite(string Email, string? Role, string GivenName) : Step
{
    public override Call Of(AccountClient at) => at.Fivetran.Invite(Email, Role, GivenName);

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.IsTaken(Email))
        {
            return FaultKind.UserNameTaken;
        }

        var user = Creation.Of(oracle, Email, (string?)answer.At("data.id"));
        user = user with { GivenName = GivenName, FamilyName = "Byron", Invited = true };
        oracle.Add(Role is null ? user : user with { Holds = user.Holds.Add(oracle.Account, new(Role)) });
        return null;
    }

    protected override string? Shown(Oracle oracle, Reply answer) => Differs(answer, Portrait.AtFivetran, oracle, "data");
}

internal sealed record Create(string Email, string? ExternalId) : Step
{
    public override Call Of(AccountClient at) => at.WhyLabs.Create(Email, ExternalId, userSchema: "{}");

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.IsTaken(Email))
        {
            return FaultKind.UserNameTaken;
        }

        oracle.Add(Creation.Of(oracle, Email, (string?)answer.At("userId")) with { ExternalId = ExternalId, UserSchema = "{}" });
        return null;
    }

    protected override string? Shown(Oracle oracle, Reply answer) => Differs(answer, Portrait.AtWhyLabs, oracle, "");
}

internal static class Creation
{
    /// <summary>The id of who was deleted under that address, or one that nobody has had.</summary>
    public static Somebody Of(Oracle oracle, string email, string? answered)
    {
        var id = oracle.IdFor(email) ?? answered ?? throw new InvalidOperationException($"Expected '{email}' to be created.");
        return oracle.IdFor(email) is not null || oracle.IsNew(id)
            ? new(id, email)
            : throw new InvalidOperationException($"The id '{id}' was given before.");
    }
}

/// <param name="Role">Null leaves it as it is, and an empty one ends it.</param>
internal sealed record PatchUser(string User, string? Phone, string? Role) : Step
{
    public override Call Of(AccountClient at)
    {
        var body = new JsonObject { ["phone"] = Phone };
        if (Role is not null)
        {
            body["role"] = Role;
        }

        return at.Fivetran.Patch(User, body);
    }

    protected override FaultKind? Run(Oracle oracle, Reply answer) =>
        oracle.Find(User) is not { } user ? FaultKind.UnknownUser : KeepingAnOwner(oracle, () => Change(oracle, user));

    protected override string? Shown(Oracle oracle, Reply answer) => Differs(answer, Portrait.AtFivetran, oracle, "data");

    private void Change(Oracle oracle, Somebody user)
    {
        oracle.Put(user with { Phone = Phone });
        if (Role is { Length: 0 })
        {
            oracle.End(User, oracle.Account);
        }
        else if (Role is not null)
        {
            oracle.Give(user, oracle.Account, new(Role, oracle.In(user, oracle.Account)?.Until));
        }
    }
}

/// <param name="Active">Null leaves it out, which makes the user active.</param>
internal sealed record UpdateUser(string User, string? ExternalId, bool? Active) : Step
{
    public override Call Of(AccountClient at)
    {
        var body = new JsonObject { ["externalId"] = ExternalId };
        if (Active is { } active)
        {
            body["active"] = active;
        }

        return at.WhyLabs.Update(User, body);
    }

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.Find(User) is not { } user)
        {
            return FaultKind.UnknownUser;
        }

        var after = user with { ExternalId = ExternalId, UserSchema = null, Active = Active ?? true };
        return KeepingAnOwner(oracle, () => oracle.Put(after.Active ? after : after with { Holds = after.Holds.Clear() }));
    }

    protected override string? Shown(Oracle oracle, Reply answer) => Differs(answer, Portrait.AtWhyLabs, oracle, "");
}

internal sealed record DeleteUser(string User, Roster.Core.Changes.Door Door) : Step
{
    public override Call Of(AccountClient at) => Door switch
    {
        Roster.Core.Changes.Door.Fivetran => at.Fivetran.Delete(User),
        Roster.Core.Changes.Door.WhyLabs => at.WhyLabs.Delete(User),
        _ => at.Native.Delete(User),
    };

    protected override FaultKind? Run(Oracle oracle, Reply answer) =>
        oracle.Find(User) is not { } user ? FaultKind.UnknownUser : KeepingAnOwner(oracle, () => oracle.Delete(user));
}

internal sealed record ShowUser(string User, bool AtFivetran) : Step
{
    public override Call Of(AccountClient at) => AtFivetran ? at.Fivetran.User(User) : at.WhyLabs.UserById(User);

    protected override FaultKind? Run(Oracle oracle, Reply answer) => oracle.Find(User) is null ? FaultKind.UnknownUser : null;

    protected override string? Shown(Oracle oracle, Reply answer) => AtFivetran
        ? Differs(answer, Portrait.AtFivetran, oracle, "data")
        : Differs(answer, Portrait.AtWhyLabs, oracle, "");
}
