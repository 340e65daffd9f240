namespace Roster.Core.Outcomes;

/// <summary>One of several things that are wrong with a request.</summary>
/// <param name="Field">Where: <c>memberships[3].role</c>.</param>
/// <param name="Message">What has to be true there, without the field.</param>
public sealed record Problem(string Field, string Message);

/// <summary>Something that is not any more as it was when a plan was made.</summary>
/// <param name="Kind">What it is: <c>role</c>, <c>user</c>, <c>team</c>, <c>organization</c>, <c>group</c>, <c>connector</c> or <c>membership</c>.</param>
/// <param name="Id">Its id; of a membership its place and its member's id.</param>
/// <param name="What">What happened to it, for a person.</param>
public sealed record Moved(string Kind, string Id, string What);
