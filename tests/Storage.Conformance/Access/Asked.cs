using Roster.Core.Access;
using Roster.Core.Access.Subjects;
using Roster.Tests.Storage.Conformance.Model;

namespace Roster.Tests.Storage.Conformance.Access;

/// <summary>A question whose values can be looked at from outside.</summary>
internal sealed record Asked(
    string SubjectType,
    string Subject,
    IReadOnlyDictionary<string, object?> SubjectProperties,
    string Action,
    IReadOnlyDictionary<string, object?> ActionProperties,
    string ResourceType,
    string Resource,
    IReadOnlyDictionary<string, object?> ResourceProperties,
    IReadOnlyDictionary<string, object?> Context)
{
    private static readonly string[] Actions = ["read", "read", "write", "write", "a:b", "sweep", "manage", "create", "bill", "nothing"];
    private static readonly string[] SubjectTypes = ["user", "user", "user", "person", "team", "spaceship"];
    private static readonly string[] ResourceTypes = ["account", "account", "organization", "group", "group", "connector", "connector", .. Pool.ResourceTypes, "team"];
    private static readonly object?[] Values = ["x", "y", "{}\"'", -0.5, 1.5, true, false, Array.Empty<string>(), "one@example.com", "a"];
    private static readonly string[] Names = [.. Pool.ResourceIds, "x", "owner", "email"];

    public AccessQuestion Question => new(
        new(SubjectType, Subject, Of(SubjectProperties)), Action, Of(ActionProperties), new(ResourceType, Resource, Of(ResourceProperties)), Of(Context));

    /// <summary>About what the account has, mostly.</summary>
    public static Asked Random(Random random, ModelAccount model)
    {
        var type = One(random, ResourceTypes);
        var subjectTypes = model.AccessSettings?.Settings.Find("person") is null ? SubjectTypes : ["person", .. SubjectTypes[3..]];
        return new(
            One(random, subjectTypes),
            random.Next(12) == 0 ? "nobody" : One(random, NamesOf(random, model)),
            Some(random, Names),
            One(random, Actions),
            Some(random, ["f"]),
            type,
            random.Next(12) == 0 ? "nothing" : One(random, IdsOf(model, type)),
            Some(random, Names),
            Some(random, ["n"]));
    }

    public static object Plain(Scalar value) => value.Kind switch
    {
        ScalarKind.Text => value.Text,
        ScalarKind.Number => value.Number,
        _ => value.Flag,
    };

    private static string[] NamesOf(Random random, ModelAccount model)
    {
        var person = model.AccessSettings?.Settings.Find("person")?.Identifier ?? SubjectIdentifier.Id;
        if (model.Users.Count > 0 && random.Next(4) > 0)
        {
            return [.. model.Users.Select(user => person switch
            {
                SubjectIdentifier.Email or SubjectIdentifier.UserName => user.Name.Given,
                SubjectIdentifier.ExternalId => user.ExternalId ?? "",
                _ => user.Id.Value,
            })];
        }

        return
        [
            .. Pool.Users.Select(user => user.Value),
            .. Pool.Teams.Select(team => team.Id),
            .. person == SubjectIdentifier.ExternalId ? Pool.Texts.OfType<string>() : Pool.Names.Select(name => name.Given),
        ];
    }

    private static string[] IdsOf(ModelAccount model, string type) => type switch
    {
        "account" => [model.Id.Value, model.Id.Value, model.Id.Value, "org-other"],
        "organization" => [.. Pool.Organizations.Select(scope => scope.Id)],
        "group" => [.. Pool.Groups.Select(scope => scope.Id)],
        "connector" => [.. Pool.Connectors.Select(scope => scope.Id)],
        _ => [.. Pool.ResourceIds],
    };

    private static Dictionary<string, object?> Some(Random random, string[] names) =>
        random.Next(2) == 0 ? [] : names.Where(_ => random.Next(3) == 0).ToDictionary(name => name, _ => One(random, Values));

    private static Properties Of(IReadOnlyDictionary<string, object?> values) => Properties.Of(values.ToDictionary(value => value.Key, value => value.Value switch
    {
        string text => Scalar.Of(text),
        double number => Scalar.Of(number),
        bool flag => Scalar.Of(flag),
        _ => Scalar.Nothing,
    }));

    private static T One<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
