namespace Roster.Core.Access.Granting;

/// <summary>One thing that a role permits.</summary>
/// <param name="Action">Its name, compared exactly.</param>
/// <param name="On">The one type of resource that it is for; null for all.</param>
/// <param name="When">What has to be so; null for always.</param>
public sealed record Grant(string Action, string? On = null, Condition? When = null)
{
    /// <summary>True where there is nothing to it but its name.</summary>
    public bool IsPlain => On is null && When is null;

    public static implicit operator Grant(string action) => new(action);

    public bool IsFor(string action, string resourceType) => Action == action && (On is null || On == resourceType);
}
