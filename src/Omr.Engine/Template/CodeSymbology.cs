namespace Omr.Engine.Template;

/// <summary>The machine-readable symbols that a form may carry.</summary>
public enum CodeSymbology
{
    /// <summary>QR code.</summary>
    Qr,

    /// <summary>Code 128.</summary>
    Code128,
}
