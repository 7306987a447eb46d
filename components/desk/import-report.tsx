import { useTranslations } from "next-intl";
import type { ImportPreview, PreviewedRow } from "@/domain/registration/queries/import-preview";
import { type ImportField, type ImportOutcome, importOutcomes } from "@/domain/registration/rules/import";

/** What would become of the rows, before anything is written. */
export function ImportReport({ preview }: { preview: ImportPreview }) {
  const t = useTranslations("people.import");
  return (
    <section className="stack gap-4">
      {preview.sample.length > 0 ? <Sample sample={preview.sample} /> : null}
      <h2 className="text-lg">{t("preview")}</h2>
      <Counts counts={preview.counts} />
      {preview.left.length > 0 ? <Left rows={preview.left} counts={preview.counts} /> : null}
    </section>
  );
}

/** Numbers of each outcome; those of nobody are left out. */
export function Counts({ counts }: { counts: Record<ImportOutcome, number> }) {
  const t = useTranslations("people.import");
  return (
    <ul className="plain stack gap-1 num">
      {importOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <b>{counts[outcome]}</b> {t(`counts.${outcome}`, { count: counts[outcome] })}
          </li>
        ))}
    </ul>
  );
}

function Sample({ sample }: Pick<ImportPreview, "sample">) {
  const t = useTranslations("people.import");
  return (
    <>
      <h2 className="text-lg">{t("sample")}</h2>
      <ul className="copylist">
        {sample.map(({ row, name, email, organisation, tags, attendance }) => (
          <li key={row}>
            <b>{name}</b>
            <span>{email}</span>
            {organisation === "" ? null : <span>{organisation}</span>}
            {attendance === "onsite" ? <span>{t("onsite")}</span> : null}
            {tags.length === 0 ? null : <span className="muted">{tags.join(", ")}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

const leftOut = ["cancelled_before", "twice", "event_full", "no_onsite_seats", "invalid"] as const;

function Left({ rows, counts }: { rows: readonly PreviewedRow[]; counts: Record<ImportOutcome, number> }) {
  const t = useTranslations("people.import");
  const all = leftOut.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <>
      <h2 className="text-lg">{t("left")}</h2>
      {all > rows.length ? <p className="small muted">{t("leftMore", { count: rows.length })}</p> : null}
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("fields.email")}</th>
              <th scope="col">{t("problem")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td className="num">{row.row}</td>
                <td>{row.email}</td>
                <td>
                  <Why row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const said = [
  "email_required",
  "email_without_at",
  "invalid_email",
  "email_malformed",
  "name_required",
] as const;
const saidOfField = ["too_long", "too_many"] as const;

function Why({ row: { outcome, problems } }: { row: PreviewedRow }) {
  const t = useTranslations("people.import");
  const whole = leftOut.find((one) => one === outcome);
  if (whole && whole !== "invalid") return t(`outcomes.${whole}`);
  const fieldName = (field: string) => {
    const known = (["email", "name", "organisation", "tags", "attendance"] satisfies ImportField[]).find(
      (one) => one === field,
    );
    return known ? t(`fields.${known}`) : field;
  };
  return problems
    .map(({ field, key }) => {
      const sentence = said.find((one) => one === key);
      if (sentence) return t(`problems.${sentence}`);
      const ofField = saidOfField.find((one) => one === key) ?? "other";
      return t(`problems.${ofField}`, { field: fieldName(field) });
    })
    .join(" ");
}
