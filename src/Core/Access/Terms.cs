namespace Roster.Core.Access;

/// <summary>What a request says about how it is to be done, beside what.</summary>
/// <param name="Expects">Null where it is to be done whatever has happened to the thing.</param>
/// <param name="Keeping">Null where nobody will ask again.</param>
public sealed record Terms(Expectation? Expects = null, Keeping? Keeping = null)
{
    public static readonly Terms None = new();
}
