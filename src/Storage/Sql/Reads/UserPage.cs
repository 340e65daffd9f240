using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Storage.Sql.Reads;

/// <summary>
/// The rows of a page of users. What is kept of a user can be megabytes, and a thousand of those are more than an answer can hold or a
/// server should: such a page ends early, with the place where the next one starts.
/// </summary>
internal sealed class UserPage(int limit)
{
    private const int MostCharacters = 16_777_216;

    private long _characters;

    /// <summary>Null for a row that the page has no room for, which is not looked at.</summary>
    public UserInRole? Read(IRow row)
    {
        if (_characters >= MostCharacters)
        {
            return null;
        }

        var found = Rows.UserInRole(row);
        _characters += LengthOf(found.User.Picture) + LengthOf(found.User.UserSchema) + LengthOf(found.User.Profile);
        return found;
    }

    /// <param name="rows">As they were read, with one row more than the limit.</param>
    public Slice<UserInRole> Cut(List<UserInRole?> rows)
    {
        List<UserInRole> read = [.. rows.OfType<UserInRole>()];
        return read.Count < rows.Count
            ? new(read, read[^1].User.Number)
            : Slice<UserInRole>.Cut(read, limit, row => row.User.Number);
    }

    private static int LengthOf(string? text) => text?.Length ?? 0;
}
