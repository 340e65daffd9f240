using System.Text.Json;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>What the members of an object are called, by whoever wrote it.</summary>
internal static class MemberNames
{
    private const string Unspeakable = "\uFFFD";

    public static bool IsAmong(JsonProperty member, ReadOnlySpan<string> known)
    {
        foreach (var name in known)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As an answer can repeat it.</summary>
    public static string Shown(JsonProperty member) => Text.IsStorable(member.Name) ? member.Name : Unspeakable;
}
