using LangSon.Poverty.Running;
using LangSon.Poverty.Text;

namespace LangSon.PovertyCli.Reporting.Templates;

/// <summary>A row of a list of names: a unit with how many follow, or a person of a household.</summary>
/// <param name="Ordinal">The number of a unit; empty for the whole.</param>
/// <param name="Words">The name of a unit with its sums; empty for a person.</param>
/// <param name="Household">The household of a person; null for a unit.</param>
/// <param name="Number">The number of the household in its commune.</param>
/// <param name="Person">The place of the person in the household, from 0.</param>
internal readonly record struct ListRow(string Ordinal, Phrase Words, NamedHousehold? Household = null, int Number = 0, int Person = 0);

/// <summary>A list of names, or the part of one that goes on one sheet.</summary>
internal sealed class FormList(FormLayout layout, FormUnits units, int part, IReadOnlyList<ListRow> rows, IReadOnlyList<Phrase> remarks, bool isEmpty)
    : Form(layout, layout.Parts, units.Whole)
{
    /// <inheritdoc/>
    public override Phrase Name => part == 1 ? base.Name : base.Name.With($" ({part})");

    /// <inheritdoc/>
    public override int LeadingColumns => 0;

    /// <inheritdoc/>
    public override int FrozenColumns => Columns.TakeWhile(column => column.Holds != ListField.Name).Count() + 1;

    /// <inheritdoc/>
    public override int UnitCount => rows.Count(row => row.Household is null && row.Ordinal.Length > 0);

    /// <inheritdoc/>
    public override IReadOnlyList<Phrase> Remarks => remarks;

    /// <inheritdoc/>
    public override bool IsEmpty => isEmpty;

    /// <summary>The rows.</summary>
    public IReadOnlyList<ListRow> Rows => rows;

    /// <inheritdoc/>
    public override double Width(int column) => Columns[column].Holds switch
    {
        ListField.Name => 26,
        ListField.Ethnicity => 10,
        ListField.Relation or ListField.OtherIn => 11.5,
        ListField.BirthYearMale or ListField.BirthYearFemale => 6.5,
        ListField.HouseholdNumber or ListField.MemberNumber => 5.5,
        _ => 6,
    };

    /// <inheritdoc/>
    public override void WriteRows(FormSheet sheet, Language language)
    {
        foreach (var row in rows)
        {
            if (row.Household is { } household) WritePerson(sheet, household, row);
            else
            {
                sheet.Text(sheet.Next, 1, row.Ordinal, FormLook.Ordinal, isBold: true);
                sheet.Text(sheet.Next, 2, row.Words, FormLook.Name, Columns.Count - 1, isBold: true);
            }
            sheet.Flush();
            sheet.Next++;
        }
    }

    private void WritePerson(FormSheet sheet, NamedHousehold household, in ListRow row)
    {
        foreach (var (i, column) in Columns.Index())
        {
            var value = ListValue.Of(column.Holds!.Value, household, row.Number, row.Person);
            if (value.Number is { } number) sheet.Whole(sheet.Next, i + 1, number);
            else sheet.Text(sheet.Next, i + 1, value.Text, column.Holds == ListField.Name ? FormLook.Name : FormLook.Ordinal);
        }
    }
}
