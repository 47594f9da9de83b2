using System.Runtime.InteropServices;

namespace LangSon.PovertyCli.Commands;

/// <summary>
/// The wish of the system or the user that the program ends: SIGINT and SIGTERM cancel the command; a command that does not
/// end within <see cref="Patience"/> is given up, so that nobody waits longer than two seconds.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command may take to tidy up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private readonly CancellationTokenSource _source = new();
    private readonly Action<ExitCode> _giveUp;
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _code = (int)ExitCode.Done;
    private Timer? _timer;

    /// <summary>Listens to nothing yet.</summary>
    /// <param name="giveUp">Ends the process without waiting.</param>
    public Interruption(Action<ExitCode> giveUp) => _giveUp = giveUp;

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What the program then ends with; <see cref="ExitCode.Done"/> while nobody asked.</summary>
    public ExitCode Code => (ExitCode)Volatile.Read(ref _code);

    /// <summary>Starts listening to the signals.</summary>
    public void Listen()
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Received(context, ExitCode.Interrupted)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Received(context, ExitCode.Terminated)));
    }

    /// <summary>Asks the command to end; the second time it is not waited for.</summary>
    public void Request(ExitCode code)
    {
        if (Interlocked.CompareExchange(ref _code, (int)code, (int)ExitCode.Done) != (int)ExitCode.Done)
        {
            _giveUp(code);
            return;
        }
        _timer = new Timer(_ => _giveUp(code), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _timer?.Dispose();
        _source.Dispose();
    }

    private void Received(PosixSignalContext context, ExitCode code)
    {
        context.Cancel = true;
        Request(code);
    }
}
