namespace Omr.Service.Cli;

/// <summary>What the program tells its caller when it ends; scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>All done, nothing open.</summary>
    public const int Done = 0;

    /// <summary>Done, but some sheet was refused or some discrepancy is open.</summary>
    public const int Open = 1;

    /// <summary>Bad usage or bad input: nothing was done.</summary>
    public const int Bad = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it (128 + SIGINT): nothing was written.</summary>
    public const int Stopped = 130;
}
