using Roster.Core.Changes;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Draws calls: few users, few places and few roles, so that they meet.</summary>
internal sealed class RandomSteps(Random random, Place account, IReadOnlyList<Place> places, IReadOnlyCollection<string> users)
{
    private static readonly string[] Emails =
    [
        "ada@example.com", "Ada@Example.com", "bob@example.com", "cy@example.com", "CY@EXAMPLE.COM", "dee@example.com",
        "eve@example.com", "Fay+x@example.com", "gus@example.com", "hal@example.com",
    ];

    /// <param name="now">What ends are reckoned from.</param>
    public Step Next(DateTimeOffset now) => random.Next(17) switch
    {
        0 => new Invite(One(Emails), random.Next(2) == 0 ? null : RoleIn(account), One(["Ada", "Grace"])),
        1 or 2 => new Create(One(Emails), Maybe("ext-1")),
        3 => new PatchUser(User(), Maybe("+44 1234"), One([null, "", RoleIn(account), RoleIn(account)])),
        4 => new UpdateUser(User(), Maybe("ext-2"), One<bool?>([null, true, false])),
        5 => new DeleteUser(User(), One([Door.Fivetran, Door.WhyLabs, Door.Native])),
        6 => new EndAccountRole(User()),
        7 => InVendorScope((user, place, path) => new Join(user, place, path, RoleIn(place))),
        8 => InVendorScope((user, place, path) => new ChangeRole(user, place, path, RoleIn(place))),
        9 => InVendorScope((user, place, path) => new Leave(user, place, path)),
        10 or 11 => new LevelStep(Organization(), One(Roles.Levels), Some(), Some(), Replaces: false),
        12 => new LevelStep(Organization(), One(Roles.Levels), Some(), [], Replaces: true),
        13 => Give(One([account, .. places]), now),
        14 => new End(User(), One([account, .. places])),
        15 => new ShowUser(User(), random.Next(2) == 0),
        _ => new ShowLevels(User()),
    };

    private Give Give(Place place, DateTimeOffset now)
    {
        // Whole microseconds are all that is kept.
        var end = now.AddTicks(-(now.Ticks % 10)).AddMinutes(random.Next(1, 60));
        return new(User(), place, RoleIn(place), random.Next(2) == 0 ? end : null);
    }

    private Step InVendorScope(Func<string, Place, string, Step> make)
    {
        var place = One([.. places.Where(place => place.Kind is "group" or "connector")]);
        return make(User(), place, place.Kind == "group" ? "groups" : One(["connectors", "connections"]));
    }

    private Place Organization() => One([account, account, .. places.Where(place => place.Kind == "organization")]);

    private string RoleIn(Place place) => One(Roles.Of(place.Kind));

    private string User() => random.Next(20) == 0 || users.Count == 0 ? "user-nobody" : One([.. users]);

    private string[] Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => User()).Distinct()];

    private string? Maybe(string text) => random.Next(2) == 0 ? text : null;

    private T One<T>(T[] from) => from[random.Next(from.Length)];
}
