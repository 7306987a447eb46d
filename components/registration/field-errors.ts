import { useTranslations } from "next-intl";
import type { FieldProblem } from "@/components/ui/error-summary";
import type { Failure } from "@/lib/result";
import type deErrors from "@/messages/de/errors.json";

/** A form that was refused: what was typed, and why. */
export type RefusedForm = {
  entered: Record<string, string>;
  /** Where several boxes with one name were ticked. */
  lists: Record<string, string[]>;
  failure: Failure;
};

/** What a refused form had ticked under a name. An unticked box is not posted, so what is absent was taken away. */
export const tickedIn = ({ entered, lists }: Omit<RefusedForm, "failure">, name: string): readonly string[] =>
  lists[name] ?? (entered[name] === undefined ? [] : [entered[name]]);

type FieldKey = keyof (typeof deErrors)["fields"];
type ReasonKey = keyof (typeof deErrors)["reasons"];

/** What a refusal knows besides its key and its sentence may name. */
const wordsIn = (details: Record<string, unknown> = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );

/** What refusals count, where they count nothing. */
const NONE = { talks: 0, requests: 0, drafted: 0 };

/** The words for a refusal: one problem per field, or one for the whole form, in the person's language. */
export function useFieldErrors(refused: RefusedForm | undefined): {
  problems: FieldProblem[];
  errorOf: (field: string) => string | undefined;
} {
  const t = useTranslations("errors");
  const isField = (key: string): key is FieldKey => t.has(`fields.${key as FieldKey}`);
  const isReason = (key: string): key is ReasonKey => t.has(`reasons.${key as ReasonKey}`);
  const fields = refused?.failure.fields ?? {};
  const told = wordsIn(refused?.failure.details);
  const errorOf = (field: string) => {
    const key = fields[field]?.[0];
    if (!key) return undefined;
    return isField(key) ? t(`fields.${key}`, told) : t("fields.invalid");
  };
  const problems = Object.keys(fields).map((field) => ({
    field,
    text: errorOf(field) ?? t("fields.invalid"),
  }));
  if (problems.length > 0 || !refused) return { problems, errorOf };
  const reason = refused.failure.reason;
  const text = isReason(reason) ? t(`reasons.${reason}`, { ...NONE, ...told }) : t("reasons.try_again");
  return { problems: [{ field: "name", text }], errorOf };
}
