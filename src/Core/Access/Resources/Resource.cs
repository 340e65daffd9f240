using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Access.Resources;

/// <summary>Something of an application's that is registered: a leaf under a scope.</summary>
/// <param name="Number">The revision that registered it.</param>
public sealed record Resource(
    string Type, string Id, ScopeId Scope, Attributes Attributes, long Number, Instant CreatedAt, long ChangedIn, Instant ChangedAt);
