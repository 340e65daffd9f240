namespace Roster.Core.Invitations;

/// <summary>How long an invitation can be accepted.</summary>
/// <param name="Lifetime">One minute to one year; seven days unless configured.</param>
public sealed record InvitationOptions(TimeSpan Lifetime)
{
    public static readonly InvitationOptions Default = new(TimeSpan.FromDays(7));
}
