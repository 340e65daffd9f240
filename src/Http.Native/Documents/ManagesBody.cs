using Roster.Core.Documents;
using Roster.Core.Users;

namespace Roster.Http.Native.Documents;

/// <summary>Reads which part of an account a document answers for. Without a word it is the whole account, so null is no word.</summary>
internal static class ManagesBody
{
    public static Manages Read(Fields body)
    {
        if (!body.Has("manages"))
        {
            return Manages.Everything;
        }

        if (body.Object("manages") is not { } manages)
        {
            if (body.IsNull("manages"))
            {
                body.Refuse("manages", "must be an object: {} to remove nothing");
            }

            return Manages.Nothing;
        }

        manages.RefuseOthers("account", "users", "organizations", "groups", "connectors", "teams", "roles");
        return new(
            manages.Flag("account") ?? false,
            Patterns(manages, "users", UserName.FoldOf),
            Patterns(manages, "organizations", id => id),
            Patterns(manages, "groups", id => id),
            Patterns(manages, "connectors", id => id),
            Patterns(manages, "teams", id => id),
            Patterns(manages, "roles", name => name));
    }

    private static List<Pattern> Patterns(Fields manages, string name, Func<string, string> fold)
    {
        var texts = manages.Texts(name) ?? [];
        if (texts.Count > Manages.MaxPatterns)
        {
            manages.Refuse(name, $"must be at most {Manages.MaxPatterns} patterns");
            return [];
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Length is 0 or > UserName.MaxLength)
            {
                manages.Refuse($"{name}[{i}]", $"must be 1 to {UserName.MaxLength} characters long");
            }
        }

        return [.. texts.Select(text => new Pattern(fold(text)))];
    }
}
