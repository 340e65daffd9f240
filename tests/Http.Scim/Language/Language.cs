using System.Buffers;
using System.Text;
using System.Text.Json;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Patching;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

/// <summary>Resources, filters and patches as tests write them.</summary>
internal static class Said
{
    public static JsonElement Json(string text) => JsonElement.Parse(text);

    /// <summary>A user with these members besides <c>schemas</c>, read as the body of a POST is.</summary>
    public static ScimObject User(string members) => Resource(ResourceType.User, members);

    public static ScimObject Resource(ResourceType type, string members)
    {
        var body = Json($$"""{"schemas":["{{type.Core.Urn}}"]{{(members.Length > 0 ? "," : "")}}{{members}}}""");
        ResourceReader.Read(type, body, out var resource).ShouldBeNull();
        return resource;
    }

    public static string Text(ScimObject resource, ResourceType? type = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Roster.Http.Exchange.Writing))
        {
            ResourceWriter.Write(json, type ?? ResourceType.User, resource);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Filter Filter(string text, ResourceType? type = null)
    {
        var filter = FilterParser.Parse(text, new FilterScope(type ?? ResourceType.User), out var error);
        error.ShouldBeNull(text);
        return filter.ShouldNotBeNull();
    }

    /// <summary>What a PATCH of these operations makes of a user, or the error's scimType.</summary>
    public static string Patched(string members, params string[] operations)
    {
        var user = User(members);
        var before = Text(user);
        var result = Patched(user, operations);
        Text(user).ShouldBe(before, "the resource itself stays as it is");
        return result;
    }

    private static string Patched(ScimObject user, string[] operations)
    {
        var body = Json($$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":[{{string.Join(',', operations)}}]}""");
        var error = PatchRequest.Read(ResourceType.User, "user-a", body, out var request)
            ?? Patch.Apply(request, user, out user, out _)
            ?? Completion.Complete(ResourceType.User, user);
        return error is null ? Text(user) : error.Type ?? error.Status.ToString();
    }
}
