using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>WhyLabs' change of who has a level in the account or an organization.</summary>
/// <param name="Replaces">Whoever else has the level loses it, and nobody is named for removal.</param>
internal sealed record LevelStep(Place Place, string Level, string[] Add, string[] Remove, bool Replaces) : Step
{
    public override Call Of(AccountClient at) =>
        Replaces ? at.WhyLabs.Replace(Place.Id, Level, Add) : at.WhyLabs.Change(Place.Id, Level, Add, Remove);

    protected override FaultKind? Run(Oracle oracle, Reply answer) => KeepingAnOwner(oracle, () =>
    {
        var others = oracle.HoldersIn(Place).Where(pair => IsOfLevel(pair.Held)).Select(pair => pair.User.Id).Except(Add).ToList();
        foreach (var user in Add.Select(oracle.Find).OfType<Somebody>())
        {
            var held = oracle.In(user, Place);
            if (held is null || !IsOfLevel(held))
            {
                oracle.Give(user, Place, new(Roles.Standard(Place.Kind, Level), held?.Until));
            }
        }

        foreach (var user in (Replaces ? others : Remove.ToList()).Select(oracle.Find).OfType<Somebody>())
        {
            if (oracle.In(user, Place) is { } held && (IsOfLevel(held) || Add.Contains(user.Id)))
            {
                oracle.End(user.Id, Place);
            }
        }
    });

    protected override string? Shown(Oracle oracle, Reply answer)
    {
        var expected = Add.Concat(Remove).Where(id => oracle.Find(id) is null).Distinct().ToList();
        var shown = answer.Succeeded ? answer.List("errors").Select(error => (string)error["itemId"]!).ToList() : [];
        return !answer.Succeeded || expected.TrueForAll(shown.Contains)
            ? null
            : $"wanted errors for [{string.Join(", ", expected)}]";
    }

    private bool IsOfLevel(Held held) => Roles.LevelOf(held.Role) == Level;
}

/// <summary>What WhyLabs shows of one user's levels.</summary>
internal sealed record ShowLevels(string User) : Step
{
    public override Call Of(AccountClient at) => at.WhyLabs.Memberships(user: User);

    protected override FaultKind? Run(Oracle oracle, Reply answer) => null;

    protected override string? Shown(Oracle oracle, Reply answer)
    {
        var shown = answer.List("memberships").Select(group => $"{group["orgId"]}|{group["role"]}").Order(StringComparer.Ordinal);
        var expected = oracle.Places
            .Where(place => place.Kind == "organization")
            .Append(oracle.Account)
            .SelectMany(place => oracle.HoldersIn(place)
                .Where(pair => pair.User.Id == User)
                .Select(pair => $"{place.Id}|{Roles.LevelOf(pair.Held.Role)}"))
            .Order(StringComparer.Ordinal);
        return shown.SequenceEqual(expected) ? null : $"wanted {string.Join(' ', expected)}";
    }
}
