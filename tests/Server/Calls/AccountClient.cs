namespace Roster.Tests.Server.Calls;

/// <summary>One account, asked through all of its doors with one key.</summary>
internal sealed class AccountClient(HttpClient http, string account, string credential)
{
    public string Account => account;

    public FivetranCalls Fivetran { get; } = new();

    public WhyLabsCalls WhyLabs { get; } = new(account);

    public NativeCalls Native { get; } = new(account);

    public ScimCalls Scim { get; } = new();

    /// <summary>The same account with another key.</summary>
    public AccountClient With(string otherCredential) => new(http, account, otherCredential);

    /// <summary>The same account, asked elsewhere.</summary>
    public AccountClient At(HttpClient otherHttp) => new(otherHttp, account, credential);

    public async Task<Reply> SendAsync(Call call)
    {
        using var message = call.ToMessage(credential);
        using var response = await http.SendAsync(message);
        return await Reply.ReadAsync(call, response);
    }

    /// <summary>For calls that must succeed.</summary>
    public async Task<Reply> DoAsync(Call call)
    {
        var answer = await SendAsync(call);
        return answer.Succeeded ? answer : throw new InvalidOperationException($"Expected success: {answer}");
    }

    /// <summary>All requests let go at one moment, each on a connection of its own.</summary>
    public async Task<Reply[]> AtOnceAsync(params IReadOnlyList<Call> calls)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = calls.Select(async call =>
        {
            await go.Task;
            return await SendAsync(call);
        }).ToArray();
        go.SetResult();
        return await Task.WhenAll(running);
    }
}
