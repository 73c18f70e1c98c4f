namespace Omr.Benchmarks.Hosted;

/// <summary>
/// Whether the power is on. A real cut stops programs too; here they run on for a moment, and the kernel may tell them that an
/// <c>fsync</c> succeeded which raced with the shutdown of its file system. So only what was acknowledged before counts.
/// </summary>
internal sealed class Power
{
    private readonly Lock _lock = new();
    private bool _isOn = true;

    /// <summary>Notes an acknowledgement; false, and nothing is noted, when the power is gone.</summary>
    public bool WhileOn(Action note)
    {
        lock (_lock)
        {
            if (_isOn)
                note();
            return _isOn;
        }
    }

    /// <summary>From here on nothing counts any more.</summary>
    public void Off()
    {
        lock (_lock)
            _isOn = false;
    }
}
