using Roster.Core.Access;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen.Reading;

/// <summary>A subject or resource as far as a request describes it; null is what it does not say.</summary>
internal sealed record EntityPart(string? Type, string? Id, Properties? Properties)
{
    public static EntityPart? Read(Fields fields, string name) =>
        fields.Object(name) is { } entity ? new(entity.Text("type"), entity.Text("id"), entity.Properties("properties")) : null;
}

internal sealed record ActionPart(string? Name, Properties? Properties)
{
    public static ActionPart? Read(Fields fields) =>
        fields.Object("action") is { } action ? new(action.Text("name"), action.Properties("properties")) : null;
}

/// <summary>A question as far as a request, or one item of it, puts it.</summary>
internal sealed record QuestionParts(EntityPart? Subject, ActionPart? Action, EntityPart? Resource, Properties? Context)
{
    /// <summary>What is of the wrong type is among the fields' problems afterwards.</summary>
    public static QuestionParts Read(Fields fields) => new(
        EntityPart.Read(fields, "subject"), ActionPart.Read(fields), EntityPart.Read(fields, "resource"), fields.Properties("context"));

    /// <summary>Each part is taken whole from here, else whole from the defaults; only a missing type comes from there alone.</summary>
    public QuestionParts Over(QuestionParts defaults) => new(
        Over(Subject, defaults.Subject), Action ?? defaults.Action, Over(Resource, defaults.Resource), Context ?? defaults.Context);

    public Outcome<AccessQuestion> Complete()
    {
        var missing = Missing("subject", Subject) ?? MissingAction() ?? Missing("resource", Resource);
        return missing is not null
            ? Fault.Invalid(missing, "is required")
            : new AccessQuestion(
                new(Subject!.Type!, Subject.Id!, Subject.Properties),
                Action!.Name!,
                Action.Properties,
                new(Resource!.Type!, Resource.Id!, Resource.Properties),
                Context);
    }

    private static EntityPart? Over(EntityPart? part, EntityPart? fallback) =>
        part is { Type: null } ? part with { Type = fallback?.Type } : part ?? fallback;

    private static string? Missing(string name, EntityPart? part) => part switch
    {
        null => name,
        { Type: null } => name + ".type",
        { Id: null } => name + ".id",
        _ => null,
    };

    private string? MissingAction() => Action is null ? "action" : Action.Name is null ? "action.name" : null;
}
