import { useTranslations } from "next-intl";
import type { ReadState, StepProps } from "@/components/desk/import-step";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ImportPreview } from "@/domain/registration/queries/import-preview";
import { importFields } from "@/domain/registration/rules/import";
import { type Delimiter, delimiters } from "@/lib/csv/delimiters";

const names = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" } as const satisfies Record<
  Delimiter,
  string
>;

/** How the file was understood, for correcting: what separates its cells, and what each column is about. */
export function ImportMapping({ state, read, pending, event }: StepProps & { state: ReadState }) {
  const t = useTranslations("people.import");
  const { preview, text, encoding } = state;
  return (
    <form className="form deskform" action={read}>
      <h2 className="text-lg">{t("columns")}</h2>
      {event}
      <textarea name="text" hidden readOnly defaultValue={text} />
      <input type="hidden" name="readDelimiter" value={preview.delimiter} />
      {encoding ? <p className="small muted">{t("encoding", { name: encoding.toUpperCase() })}</p> : null}
      <div className="cols cols--2">
        <Select
          key={preview.delimiter}
          small
          label={t("delimiter")}
          name="delimiter"
          defaultValue={preview.delimiter}
          options={delimiters.map((one) => ({ value: one, label: t(`delimiters.${names[one]}`) }))}
        />
        <ColumnSelects preview={preview} />
      </div>
      <Button type="submit" size="sm" aria-disabled={pending}>
        {t("again")}
      </Button>
    </form>
  );
}

function ColumnSelects({ preview: { heads, columns } }: { preview: ImportPreview }) {
  const t = useTranslations("people.import");
  const options = [
    { value: "", label: t("none") },
    ...heads.map((name, at) => ({
      value: String(at),
      label: name === "" ? t("column", { number: at + 1 }) : t("columnNamed", { number: at + 1, name }),
    })),
  ];
  // A choice is made anew where the answer is another one: after a post React puts it back to what it was at first.
  return importFields.map((field) => (
    <Select
      key={`${field} ${columns[field]}`}
      small
      label={t(`fields.${field}`)}
      name={`columns.${field}`}
      defaultValue={columns[field] === null ? "" : String(columns[field])}
      options={options}
    />
  ));
}
