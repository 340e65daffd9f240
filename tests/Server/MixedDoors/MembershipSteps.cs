using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Fivetran's membership in a group or connector, refused where there is one.</summary>
internal sealed record Join(string User, Place Place, string Path, string Role) : Step
{
    public override Call Of(AccountClient at) => at.Fivetran.Join(User, new(Path, Place.Id), Role);

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.Find(User) is not { } user)
        {
            return FaultKind.UnknownUser;
        }

        if (oracle.In(user, Place) is not null)
        {
            return FaultKind.MembershipExists;
        }

        oracle.Give(user, Place, new(Role));
        return null;
    }
}

/// <summary>Fivetran's change of a role in a group or connector: it cannot say an end, so it keeps the one that is there.</summary>
internal sealed record ChangeRole(string User, Place Place, string Path, string Role) : Step
{
    public override Call Of(AccountClient at) => at.Fivetran.ChangeMembership(User, new(Path, Place.Id), Role);

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.Find(User) is not { } user)
        {
            return FaultKind.UnknownUser;
        }

        if (oracle.In(user, Place) is not { } held)
        {
            return FaultKind.UnknownMembership;
        }

        oracle.Give(user, Place, held with { Role = Role });
        return null;
    }
}

internal sealed record Leave(string User, Place Place, string Path) : Step
{
    public override Call Of(AccountClient at) => at.Fivetran.Leave(User, new(Path, Place.Id));

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.Find(User) is not { } user)
        {
            return FaultKind.UnknownUser;
        }

        if (oracle.In(user, Place) is null)
        {
            return FaultKind.UnknownMembership;
        }

        oracle.End(User, Place);
        return null;
    }
}

/// <summary>Fivetran's removal of the account role, also of none.</summary>
internal sealed record EndAccountRole(string User) : Step
{
    public override Call Of(AccountClient at) => at.Fivetran.EndRole(User);

    protected override FaultKind? Run(Oracle oracle, Reply answer) => oracle.Find(User) is null
        ? FaultKind.UnknownUser
        : KeepingAnOwner(oracle, () => oracle.End(User, oracle.Account));
}

/// <summary>Our own door's membership, which can have an end.</summary>
internal sealed record Give(string User, Place Place, string Role, DateTimeOffset? Until) : Step
{
    public override Call Of(AccountClient at) => at.Native.Give(Place.Kind, Place.Id, User, Role, Until);

    protected override FaultKind? Run(Oracle oracle, Reply answer) => oracle.Find(User) is not { } user
        ? FaultKind.UnknownUser
        : KeepingAnOwner(oracle, () => oracle.Give(user, Place, new(Role, Until ?? oracle.In(user, Place)?.Until)));
}

internal sealed record End(string User, Place Place) : Step
{
    public override Call Of(AccountClient at) => at.Native.End(Place.Kind, Place.Id, User);

    protected override FaultKind? Run(Oracle oracle, Reply answer)
    {
        if (oracle.Find(User) is not { } user)
        {
            return FaultKind.UnknownUser;
        }

        return oracle.In(user, Place) is null
            ? FaultKind.UnknownMembership
            : KeepingAnOwner(oracle, () => oracle.End(User, Place));
    }
}
