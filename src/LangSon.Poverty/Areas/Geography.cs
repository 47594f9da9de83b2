namespace LangSon.Poverty.Areas;

/// <summary>The map on which rounds are compared, whatever units each of them was reported in.</summary>
/// <param name="Name">What the run file calls it, such as <c>at:2025-07-01</c>.</param>
/// <param name="Day">The day whose units it has.</param>
/// <param name="Lowest">The smallest units that it shows.</param>
public sealed record Geography(string Name, DateOnly Day, AreaLevel Lowest)
{
    /// <summary>The map of one day with all its units.</summary>
    public static Geography At(DateOnly day) => new($"at:{day:yyyy-MM-dd}", day, AreaLevel.Commune);

    /// <summary>The last districts of a register as a historical grouping; null where districts have not ended.</summary>
    public static Geography? LastDistricts(AreaRegister register)
    {
        var districts = register.All.Where(area => area.Level == AreaLevel.District).ToArray();
        return districts.Length > 0 && districts.All(area => area.Until is not null) && districts.Max(area => area.Until) is { } last
            ? new Geography($"districts-{last.Year}", last, AreaLevel.District)
            : null;
    }
}
