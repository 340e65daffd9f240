using Roster.Core.Access.Granting;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Subjects;

/// <summary>What is absent stays as it is.</summary>
/// <param name="SubjectTypes">All of them; an empty list brings the usual ones back.</param>
public sealed record ChangeAccessSettingsRequest(
    Optional<IReadOnlyList<SubjectType>> SubjectTypes = default, Optional<bool> ShowsReasons = default);

/// <summary>Says how the account wants to be asked.</summary>
public sealed class ChangeAccessSettings(Writing writing)
{
    public const int MostTypes = 32;

    public async ValueTask<Outcome<KeptAccessSettings>> RunAsync(
        Caller caller, ChangeAccessSettingsRequest request, CancellationToken cancellationToken) =>
        Check(request.SubjectTypes.Or([])) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller),
                facts => facts.Kept?.ChangedIn ?? 0,
                (facts, moment) => Decide(facts, moment, request),
                cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var kept = reads.AccessSettingsAsync();
        return new(await standing, await kept);
    }

    private static Verdict<KeptAccessSettings> Decide(Facts facts, Moment moment, ChangeAccessSettingsRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        var (before, changedIn) = facts.Kept ?? new(AccessSettings.Default, 0);
        var after = new AccessSettings(
            request.SubjectTypes.IsSet ? Ordered(request.SubjectTypes.Or([])) : before.SubjectTypes,
            request.ShowsReasons.Or(before.ShowsReasons));
        return after.Equals(before)
            ? Verdict<KeptAccessSettings>.Of(new(before, changedIn))
            : Verdict<KeptAccessSettings>.Of(
                new(after, moment.Number(0)), new AccessSettingsChanged(after.SubjectTypes, after.ShowsReasons));
    }

    private static IReadOnlyList<SubjectType> Ordered(IReadOnlyList<SubjectType> types) =>
        types.Count == 0 ? AccessSettings.Default.SubjectTypes : [.. types.OrderBy(type => type.Name, Utf8Order.Instance)];

    private static Fault? Check(IReadOnlyList<SubjectType> types)
    {
        if (types.Count > MostTypes)
        {
            return Fault.Invalid("subjectTypes", $"must be at most {MostTypes}");
        }

        for (var i = 0; i < types.Count; i++)
        {
            if (!GrantRules.IsName(types[i].Name))
            {
                return Fault.Invalid($"subjectTypes[{i}].type", $"must be 1 to {GrantRules.MaxName} characters without white space");
            }

            if (types.Take(i).Any(type => type.Name == types[i].Name))
            {
                return Fault.Invalid($"subjectTypes[{i}].type", "must not be there twice");
            }

            if (types[i] is { Kind: MemberKind.Team, Identifier: not SubjectIdentifier.Id })
            {
                return Fault.Invalid($"subjectTypes[{i}].identifier", "must be id, as a team has no other");
            }
        }

        return null;
    }

    private sealed record Facts(Outcome<Standing> Standing, KeptAccessSettings? Kept);
}
