namespace Omr.Engine.Classify;

/// <summary>
/// The value that stands at a rank when all are put in order, found without ordering them all: the values are parted by
/// one of them, and only the part that holds the rank is parted again (quickselect, Hoare 1961; the parting value is the
/// middle one of three).
/// </summary>
internal static class OrderStatistic
{
    /// <summary>The value at the rank, from 0. Afterwards the values before that place are no larger, those behind no smaller.</summary>
    public static float Select(Span<float> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Middle(values[low], values[(low + high) / 2], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                (i, j) = (i + 1, j - 1);
            }

            if (rank > j && rank < i)
                break;
            (low, high) = rank <= j ? (low, j) : (i, high);
        }

        return values[rank];
    }

    private static float Middle(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
