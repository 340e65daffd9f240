using System.Text;
using Roster.Core.Memberships;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class Questions
{
    private void AskAboutAccess()
    {
        Ask("access settings", _reads.AccessSettingsAsync());
        foreach (var user in Pool.Users)
        {
            Ask($"attributes of {user}", _reads.UserAttributesAsync(user));
        }

        foreach (var text in Pool.Texts.OfType<string>())
        {
            Ask($"external id {text}", _reads.UsersByExternalIdAsync(text, 100), users => users.OrderBy(user => user.Number));
            Ask($"external id {text}, one", _reads.UsersByExternalIdAsync(text, 1), users => users.Count);
        }

        Ask("resource types", _reads.ResourceTypesAsync("", 100));
        Ask("resource types after 'a'", _reads.ResourceTypesAsync("a", 1));
        foreach (var type in Pool.ResourceTypes)
        {
            Ask($"resource type {type}", _reads.ResourceTypeAsync(type));
            Ask($"resources {type}", _reads.ResourcesAsync(type, "", 100));
            Ask($"resources {type} after r", _reads.ResourcesAsync(type, "r", 2));
            foreach (var id in Pool.ResourceIds)
            {
                Ask($"resource {type} {id}", _reads.ResourceAsync(type, id));
            }
        }

        _asked.Add(ScanAsync());
    }

    private async Task<string> ScanAsync()
    {
        var seen = new Seen();
        await _reads.ScanAccessAsync(seen);
        return string.Join("\n", seen.Lines.Order(StringComparer.Ordinal));
    }

    private sealed class Seen : IAccessScan
    {
        public List<string> Lines { get; } = [];

        public void Scope(int kind, ReadOnlySpan<byte> id, int parentKind, ReadOnlySpan<byte> parentId) =>
            Lines.Add($"scope {kind} {Text(id)} in {parentKind} {Text(parentId)}");

        public void User(ReadOnlySpan<byte> id, bool active) => Lines.Add($"user {Text(id)} {active}");

        public void Membership(
            int scopeKind, ReadOnlySpan<byte> scopeId, MemberKind memberKind, ReadOnlySpan<byte> memberId, ReadOnlySpan<byte> role, Instant? until)
        {
            // A store may show what has expired, or not.
            if (until is null)
            {
                Lines.Add($"{memberKind} {Text(memberId)} in {scopeKind} {Text(scopeId)}: {Text(role)}");
            }
        }

        private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
    }
}
