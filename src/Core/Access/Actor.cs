using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>What an actor may do in one scope: grants, and the highest role it may touch.</summary>
public readonly record struct Standing(Grants Grants, Level Level)
{
    public static readonly Standing Full = new(Grants.Admin, Level.Admin);

    /// <summary>Admin includes all, provision includes read.</summary>
    public bool Allows(Grants need) =>
        (Grants & Grants.Admin) != 0
        || (Grants & need) == need
        || (need == Grants.Read && (Grants & Grants.Provision) != 0);

    /// <summary>With an owner a key counts only as far as the owner's level: admin all, member and viewer reading, none nothing.</summary>
    public static Standing Of(ApiKey key, Level ownerLevel)
    {
        if (key.Owner is null)
        {
            return new(key.Grants, key.Level);
        }

        return ownerLevel switch
        {
            Level.Admin => new(key.Grants, key.Level),
            Level.None => default,
            _ => new(Reading(key.Grants), ownerLevel < key.Level ? ownerLevel : key.Level),
        };
    }

    private static Grants Reading(Grants grants)
    {
        var reads = (grants & (Grants.Read | Grants.Provision | Grants.Admin)) != 0 ? Grants.Read : Grants.None;
        var checks = (grants & (Grants.Check | Grants.Admin)) != 0 ? Grants.Check : Grants.None;
        return reads | checks;
    }
}

/// <summary>Who asks. A key's standing is judged again under the lock of every write.</summary>
public abstract record Actor
{
    /// <summary>As the log names it.</summary>
    public abstract string Name { get; }

    /// <summary>The user behind it, if one is.</summary>
    public virtual UserId? Owner => null;
}

/// <summary>An API key that was valid when the request came in.</summary>
/// <param name="InAccount">Its standing in the account scope then.</param>
public sealed record KeyActor(ApiKey Key, Standing InAccount) : Actor
{
    public override string Name => "key:" + Key.Id.Value;

    public override UserId? Owner => Key.Owner;
}

/// <summary>Whoever holds the instance's operator key.</summary>
public sealed record OperatorActor : Actor
{
    public override string Name => "operator";
}

/// <summary>The server itself, at first start.</summary>
public sealed record ServerActor : Actor
{
    public override string Name => "server";
}

/// <summary>Somebody who holds an invitation's secret.</summary>
public sealed record InvitedActor(InvitationId Invitation) : Actor
{
    public override string Name => "invitation:" + Invitation.Value;
}

/// <summary>An actor, the account that it acts on, and the door that it came through.</summary>
/// <param name="Seen">A revision that the caller named: what they ask may be answered by whoever knows it. 0 for the latest.</param>
public sealed record Caller(AccountId Account, Actor Actor, Door Door, long Seen = 0)
{
    /// <summary>
    /// The account's revision when this request came, confirmed wherever it may have been written; 0 where nobody has asked yet.
    /// Nothing that is answered from memory may be older.
    /// </summary>
    public long Confirmed { get; init; }

    /// <summary>Of what they write.</summary>
    public Terms Terms { get; init; } = Terms.None;
}
