using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;

namespace Roster.Storage;

/// <summary>Where accounts are kept, as people write it. As text it never shows a password.</summary>
public abstract record StoreAddress
{
    /// <summary>The address; null where the text is none, and then what is wrong with it, in words that repeat no password.</summary>
    public static StoreAddress? Parse(string text, out string? problem)
    {
        if (PostgresAddress.IsOne(text))
        {
            return PostgresAddress.Parse(text, out problem);
        }

        var address = SqliteAddress.Parse(text);
        problem = address is null ? "must be sqlite:<file>, " + PostgresAddress.Forms : null;
        return address;
    }
}
