using System.Buffers;
using System.Text;
using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>The document in which the core keeps what only this door knows of a user.</summary>
internal static class ProfileText
{
    /// <summary>Of everything but photos, in bytes.</summary>
    public const int MaxLength = 65_536;

    public static string Of(ScimObject tree)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Writing))
        {
            ResourceWriter.Write(json, ResourceType.User, tree);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>It was checked when it was written.</summary>
    public static ScimObject Read(string text)
    {
        var tree = new ScimObject();
        foreach (var member in JsonElement.Parse(text).EnumerateObject())
        {
            if (ResourceType.User.Root.Sub(member.Name) is { } attribute && ValueReader.Read(attribute, member.Value, out var value) is null)
            {
                tree[attribute] = value;
            }
        }

        return tree;
    }
}
