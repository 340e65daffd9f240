using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>What is true of every answer: its media type, its errors, and that it says nothing that the schemas do not tell of.</summary>
internal static class Form
{
    private static readonly string[] ErrorTypes =
    [
        "invalidSyntax", "invalidValue", "invalidFilter", "invalidPath", "noTarget", "mutability", "tooMany", "invalidCursor", "expiredCursor", "invalidCount", "invalidVers", "uniqueness",
    ];

    private static readonly string[] ListMembers = ["schemas", "totalResults", "startIndex", "itemsPerPage", "Resources"];

    private static readonly string[] CursorMembers = ["schemas", "totalResults", "itemsPerPage", "nextCursor", "Resources"];

    public static void Holds(Answer answer, bool isPartial = false)
    {
        answer.Header("Cache-Control").ShouldBe("no-store", answer.ToString());
        if (answer.Body.Length == 0)
        {
            answer.Status.ShouldBeOneOf(204, 304);
            return;
        }

        answer.Header("Content-Type").ShouldBe("application/scim+json", answer.ToString());
        var json = answer.Json;
        var schemas = json.GetProperty("schemas").EnumerateArray().Select(urn => urn.GetString()!).ToList();
        schemas.ShouldNotBeEmpty();
        switch (schemas[0])
        {
            case Urns.Error:
                HoldsError(answer, json);
                break;
            case Urns.ListResponse:
                HoldsList(json, isPartial);
                break;
            case Urns.User:
                HoldsResource(json, ResourceType.User, isPartial);
                break;
            case Urns.Group:
                HoldsResource(json, ResourceType.Group, isPartial);
                break;
        }
    }

    private static void HoldsError(Answer answer, JsonElement error)
    {
        answer.Status.ShouldBeGreaterThanOrEqualTo(400);
        error.EnumerateObject().Select(member => member.Name).Except(["schemas", "status", "scimType", "detail"]).ShouldBeEmpty();
        error.GetProperty("status").GetString().ShouldBe(answer.Status.ToString());
        error.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        if (error.TryGetProperty("scimType", out var type))
        {
            type.GetString()!.ShouldBeOneOf(ErrorTypes);
        }
    }

    private static void HoldsList(JsonElement list, bool isPartial)
    {
        var names = list.EnumerateObject().Select(member => member.Name).ToList();
        (names.SequenceEqual(ListMembers) || names.SequenceEqual(CursorMembers) || names.SequenceEqual(CursorMembers.Where(name => name != "nextCursor")))
            .ShouldBeTrue(string.Join(' ', names));
        var resources = list.GetProperty("Resources").EnumerateArray().ToList();
        list.GetProperty("itemsPerPage").GetInt32().ShouldBe(resources.Count);
        list.GetProperty("totalResults").GetInt64().ShouldBeGreaterThanOrEqualTo(resources.Count);
        foreach (var resource in resources)
        {
            var urn = resource.GetProperty("schemas")[0].GetString();
            if (ResourceType.All.FirstOrDefault(type => type.Core.Urn == urn) is { } type)
            {
                HoldsResource(resource, type, isPartial);
            }
        }
    }

    private static void HoldsResource(JsonElement resource, ResourceType type, bool isPartial)
    {
        resource.GetProperty("id").GetString().ShouldNotBeNullOrEmpty();
        if (!isPartial)
        {
            resource.GetProperty("meta").GetProperty("resourceType").GetString().ShouldBe(type.Name);
        }

        var order = type.Root.Subs.Select(attribute => attribute.Name).ToList();
        resource.EnumerateObject().Select(member => order.IndexOf(member.Name)).ShouldBeInOrder();
        HoldsObject(resource, type.Root);
    }

    /// <summary>No member without a description, no null, nothing empty.</summary>
    private static void HoldsObject(JsonElement json, ScimAttribute attribute)
    {
        foreach (var member in json.EnumerateObject())
        {
            var sub = attribute.Subs.FirstOrDefault(known => known.Name == member.Name).ShouldNotBeNull($"{attribute.Name}.{member.Name}");
            (member.Value.ValueKind == JsonValueKind.Array).ShouldBe(sub.IsMulti, member.Name);
            var items = sub.IsMulti ? member.Value.EnumerateArray().ToList() : [member.Value];
            items.ShouldNotBeEmpty(member.Name);
            foreach (var item in items)
            {
                item.ValueKind.ShouldNotBe(JsonValueKind.Null, member.Name);
                if (sub.IsComplex)
                {
                    item.EnumerateObject().ShouldNotBeEmpty(member.Name);
                    HoldsObject(item, sub);
                }
                else if (sub.Type != AttributeType.Boolean)
                {
                    item.GetString().ShouldNotBeNullOrEmpty(member.Name);
                }
            }
        }
    }
}
