using Roster.Core.Keys;
using Roster.Core.Roles;

namespace Roster.Tests.Http.Native.Rights;

/// <summary>Where an operation happens. The tree is the account over the groups warehouse (over the connector orders) and staging, and over org-lab.</summary>
public enum Place
{
    Account,
    Warehouse,
    Orders,
    Staging,
    Lab,
}

/// <summary>A key, and where its owner holds which level, if it has one.</summary>
/// <param name="Named">The level that was named when it was minted.</param>
/// <param name="Owned">The owner's level by place; null for a key without owner.</param>
public sealed record Asker(Grants Grants, Level? Named, IReadOnlyDictionary<Place, Level>? Owned)
{
    private static readonly Grants[] EveryGrant = [Grants.Read, Grants.Provision, Grants.Admin, Grants.Check];

    public static IEnumerable<Asker> All =>
    [
        new(Grants.Read, null, null),
        new(Grants.Check, null, null),
        new(Grants.Read | Grants.Check, null, null),
        new(Grants.Provision, null, null),
        new(Grants.Provision, Level.Viewer, null),
        new(Grants.Provision, Level.Member, null),
        new(Grants.Provision, Level.Admin, null),
        new(Grants.Admin, null, null),
        new(Grants.Admin, Level.Admin, null),
        .. EveryGrant.SelectMany(grants => Owners.Select(owned => new Asker(grants, null, owned))),
        new(Grants.Provision, Level.Viewer, Holding((Place.Account, Level.Admin))),
    ];

    private static IEnumerable<IReadOnlyDictionary<Place, Level>> Owners =>
    [
        Holding(),
        Holding((Place.Account, Level.Viewer)),
        Holding((Place.Account, Level.Member)),
        Holding((Place.Account, Level.Admin)),
        Holding((Place.Warehouse, Level.Viewer)),
        Holding((Place.Warehouse, Level.Admin)),
        Holding((Place.Account, Level.Viewer), (Place.Warehouse, Level.Admin)),
        Holding((Place.Account, Level.Admin), (Place.Warehouse, Level.Viewer)),
        Holding((Place.Orders, Level.Admin)),
        Holding((Place.Lab, Level.Admin)),
    ];

    /// <summary>What the design says: null where the operation succeeds, else why not.</summary>
    public string? Refusal(Grants need, Place place, Level touched)
    {
        var (grants, level) = StandingIn(place);
        return !Allows(grants, need) ? "not-permitted" : touched > level ? "above-actor" : null;
    }

    public override string ToString() => Owned is null
        ? $"{Grants} {Named}".TrimEnd()
        : $"{$"{Grants} {Named}".TrimEnd()} of [{string.Join(", ", Owned.Select(held => $"{held.Value} in {held.Key}"))}]";

    // Without an owner an admin key has level admin, any other the level named when it was minted, member if none was.
    private (Grants Grants, Level Level) StandingIn(Place place)
    {
        if (Owned is null)
        {
            return (Grants, Grants == Grants.Admin ? Level.Admin : Named ?? Level.Member);
        }

        var owner = Above(place).Max(scope => Owned.GetValueOrDefault(scope));
        return owner switch
        {
            Level.Admin => (Grants, Named ?? Level.Admin),
            Level.None => (Grants.None, Level.None),
            _ => ((Allows(Grants, Grants.Read) ? Grants.Read : Grants.None) | (Allows(Grants, Grants.Check) ? Grants.Check : Grants.None), owner),
        };
    }

    private static bool Allows(Grants held, Grants need) => need switch
    {
        Grants.Read => (held & (Grants.Read | Grants.Provision | Grants.Admin)) != 0,
        Grants.Provision => (held & (Grants.Provision | Grants.Admin)) != 0,
        Grants.Check => (held & (Grants.Check | Grants.Admin)) != 0,
        _ => held.HasFlag(Grants.Admin),
    };

    private static Place[] Above(Place place) => place switch
    {
        Place.Account => [Place.Account],
        Place.Orders => [Place.Orders, Place.Warehouse, Place.Account],
        _ => [place, Place.Account],
    };

    private static Dictionary<Place, Level> Holding(params (Place Place, Level Level)[] held) =>
        held.ToDictionary(one => one.Place, one => one.Level);
}
