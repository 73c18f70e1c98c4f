namespace Omr.Engine.Geometry;

/// <summary>Least squares for a handful of unknowns: sums the normal equations row by row, then eliminates.</summary>
internal ref struct LinearSystem
{
    private readonly int _unknowns;
    private readonly Span<double> _cells;

    /// <param name="unknowns">How many unknowns.</param>
    /// <param name="cells">Room for <c>unknowns * (unknowns + 1)</c> numbers.</param>
    public LinearSystem(int unknowns, Span<double> cells)
    {
        _unknowns = unknowns;
        _cells = cells;
        _cells.Clear();
    }

    private readonly int Width => _unknowns + 1;

    /// <summary>Adds the equation <c>coefficients . unknowns = value</c>.</summary>
    public readonly void Add(ReadOnlySpan<double> coefficients, double value)
    {
        for (var i = 0; i < _unknowns; i++)
        {
            for (var j = 0; j < _unknowns; j++)
                _cells[(i * Width) + j] += coefficients[i] * coefficients[j];
            _cells[(i * Width) + _unknowns] += coefficients[i] * value;
        }
    }

    /// <summary>Solves by Gauss elimination with row pivots; false when the equations don't determine the unknowns.</summary>
    public readonly bool TrySolve(Span<double> unknowns)
    {
        for (var column = 0; column < _unknowns; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < _unknowns; row++)
            {
                if (Math.Abs(_cells[(row * Width) + column]) > Math.Abs(_cells[(pivot * Width) + column]))
                    pivot = row;
            }

            if (Math.Abs(_cells[(pivot * Width) + column]) < 1e-12)
                return false;
            for (var k = 0; k < Width; k++)
                (_cells[(column * Width) + k], _cells[(pivot * Width) + k]) =
                    (_cells[(pivot * Width) + k], _cells[(column * Width) + k]);
            for (var row = 0; row < _unknowns; row++)
            {
                if (row == column)
                    continue;
                var factor = _cells[(row * Width) + column] / _cells[(column * Width) + column];
                for (var k = column; k < Width; k++)
                    _cells[(row * Width) + k] -= factor * _cells[(column * Width) + k];
            }
        }

        for (var i = 0; i < _unknowns; i++)
            unknowns[i] = _cells[(i * Width) + _unknowns] / _cells[(i * Width) + i];
        return true;
    }
}
