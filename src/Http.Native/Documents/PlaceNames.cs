using Roster.Core.Scopes;

namespace Roster.Http.Native.Documents;

/// <summary>How documents and plans name a place where one can be a member: <c>account</c>, <c>organization/org-research</c>.</summary>
internal static class PlaceNames
{
    private const string Account = "account";

    public static string Of(ScopeId scope) =>
        scope.Kind == ScopeKind.Account ? Account : $"{scope.Kind.WireName()}/{scope.Id}";

    /// <summary>Null for what names none.</summary>
    public static ScopeId? Parse(string text, ScopeId account)
    {
        if (text == Account)
        {
            return account;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1 && WireNames.ScopeKindOf(text[..slash]) is { } kind and not ScopeKind.Account
            ? new ScopeId(kind, text[(slash + 1)..])
            : null;
    }
}
