namespace Omr.Service.Rosters;

/// <summary>How what is wrong in a key is told.</summary>
internal enum KeyErrors
{
    /// <summary>With the cell that is wrong, for whoever has the file before them.</summary>
    WithValues,

    /// <summary>
    /// Without the answers, since what a service answers may be kept by anybody on the way. In a file whose columns slipped
    /// a key stands under another name, so a cell of another column is quoted only where most of it can't be options.
    /// </summary>
    WithoutValues,
}
