using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Values;

namespace Roster.Http.Native.Keys;

/// <summary>What a request says about a key.</summary>
internal static class KeyBody
{
    public static MintKeyRequest Read(Fields body) => new(
        body.RequiredText("name"),
        ReadGrants(body),
        ReadLevel(body),
        body.Text("ownerId") is { } owner ? new UserId(owner) : null,
        ExpiresAt: body.OptionalTime("expiresAt").Or(null));

    /// <summary>How long the old key lives on: absent for not at all.</summary>
    public static TimeSpan ReadOverlap(Fields body)
    {
        var seconds = body.Integer("overlapSeconds") ?? 0;
        if (seconds >= 0 && seconds <= (long)RotateKey.MaxOverlap.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        body.Refuse("overlapSeconds", $"must be from 0 to {(long)RotateKey.MaxOverlap.TotalSeconds}");
        return default;
    }

    private static Grants ReadGrants(Fields body)
    {
        var granted = Grants.None;
        var names = body.RequiredTexts("grants");
        for (var i = 0; i < names.Count; i++)
        {
            var grant = KeyWire.GrantOf(names[i]);
            if (grant is null)
            {
                body.Refuse($"grants[{i}]", "must be read, provision, admin or check");
            }

            granted |= grant ?? Grants.None;
        }

        if (names.Count == 0 && body.Problem is null)
        {
            body.Refuse("grants", "must not be empty");
        }

        return granted;
    }

    private static Level? ReadLevel(Fields body)
    {
        if (body.Text("level") is not { } name)
        {
            return null;
        }

        var level = WireNames.LevelOf(name);
        if (level is null)
        {
            body.Refuse("level", "must be admin, member or viewer");
        }

        return level;
    }
}
