using System.Text.Json.Nodes;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

/// <summary>Users of few words, so that filters find some of them and not all.</summary>
internal static class RandomUsers
{
    public static readonly string[] Words = ["a", "A", "ab", "Ab", "b", "ba", "B%", "c_", "\u00e9", "\u00c9t\u00e9", "x y", "q\"q", "back\\slash"];

    public static readonly string[] Types = ["work", "home", "Work", "other"];

    public static T Of<T>(this Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>As the body of a POST, and as a GET would show it.</summary>
    public static JsonObject Next(Random random, string userName)
    {
        var user = new JsonObject
        {
            ["schemas"] = new JsonArray(Urns.User, Urns.EnterpriseUser),
            ["userName"] = userName,
            ["active"] = random.Next(3) > 0,
        };
        Maybe(user, "externalId");
        Maybe(user, "displayName");
        Maybe(user, "title");
        Maybe(user, "nickName");
        Nest(user, "name", part => { Maybe(part, "givenName"); Maybe(part, "familyName"); Maybe(part, "middleName"); });
        Nest(user, Urns.EnterpriseUser, part =>
        {
            Maybe(part, "department");
            Maybe(part, "employeeNumber");
            Nest(part, "manager", manager => manager["value"] = random.Of(Words));
        });
        if (random.Next(3) > 0)
        {
            user["emails"] = Emails();
        }

        return user;

        void Maybe(JsonObject part, string name)
        {
            if (random.Next(2) == 0)
            {
                part[name] = random.Of(Words);
            }
        }

        void Nest(JsonObject part, string name, Action<JsonObject> fill)
        {
            var inner = new JsonObject();
            fill(inner);
            if (inner.Count > 0 && random.Next(4) > 0)
            {
                part[name] = inner;
            }
        }

        JsonArray Emails()
        {
            var emails = new JsonArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var email = new JsonObject { ["value"] = random.Of(Words) };
                if (random.Next(4) > 0)
                {
                    email["type"] = random.Of(Types);
                }

                if (i == 1 && random.Next(2) == 0)
                {
                    email["primary"] = true;
                }

                emails.Add(email);
            }

            return emails;
        }
    }
}
