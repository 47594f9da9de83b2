using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.RunFile;

/// <summary>
/// The canonical columns that a run may name: those of the program, and the indicators of every standard of the user's own
/// that the run names. Standards are therefore read before columns.
/// </summary>
internal sealed class ColumnNames(RunContext context)
{
    private readonly HashSet<string> _names = new(context.CanonicalColumns, StringComparer.Ordinal);
    private bool _isOpen;

    /// <summary>Adds the indicators of a standard. Where it cannot be read any name might be one of them, so none is complained about.</summary>
    public void AddIndicators(InputFile standard)
    {
        if (context.IndicatorsOf(standard) is { } ids) _names.UnionWith(ids);
        else _isOpen = true;
    }

    /// <summary>What to say of a name that is no canonical column; null where it is one.</summary>
    public Phrase? Fault(string name)
    {
        if (_isOpen || _names.Contains(name)) return null;
        return new Phrase($"\"{name}\" không phải tên cột chuẩn", $"\"{name}\" is not a canonical column").With(Nearest.Hint(Nearest.To(name, _names)));
    }
}
