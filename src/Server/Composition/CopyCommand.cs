using System.Runtime.InteropServices;
using Roster.Storage;
using Roster.Storage.Copying;

namespace Roster.Server.Composition;

/// <summary>Copies a store until it is done or told to stop. Needs no settings but the two addresses.</summary>
internal static class CopyCommand
{
    public static async Task<int> RunAsync(CopyStore command)
    {
        if (StoreAddress.Parse(command.From, out var problem) is not { } from)
        {
            return Ending.Refuse(Ending.Misused, $"--from {problem}.");
        }

        if (StoreAddress.Parse(command.To, out problem) is not { } to)
        {
            return Ending.Refuse(Ending.Misused, $"--to {problem}.");
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await StoreCopy.RunAsync(from, to, new CopyOptions(), Console.Out, stop.Token);
            return Ending.Done;
        }
        catch (StoreCopyException cannot)
        {
            return Ending.Refuse(Ending.Failed, cannot.Message);
        }
        catch (OperationCanceledException)
        {
            return Ending.Refuse(Ending.Failed, "Stopped. What is copied stays; run the command again to go on.");
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
