namespace Roster.Http.Fivetran;

/// <summary>What a body says of a membership, be it a user's or a team's. Null where it was refused, and the refusal answered.</summary>
internal static class RequestedRole
{
    /// <summary>Where, and in which role.</summary>
    public static async ValueTask<(string Id, string Role)?> ReadPlacedRoleAsync(this Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return null;
        }

        var (id, role) = (body.RequiredText("id"), body.RequiredText("role"));
        return await exchange.RefusedAsync(body.Problem) ? null : (id, role);
    }

    public static async ValueTask<string?> ReadRoleAsync(this Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return null;
        }

        var role = body.RequiredText("role");
        return await exchange.RefusedAsync(body.Problem) ? null : role;
    }
}
