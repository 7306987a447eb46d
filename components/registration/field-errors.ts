import { useTranslations } from "next-intl";
import { type FieldNames, useFieldNames } from "@/components/registration/field-names";
import type { FieldProblem } from "@/components/ui/error-summary";
import { withName } from "@/components/ui/with-name";
import type { Failure } from "@/lib/result";
import type deErrors from "@/messages/de/errors.json";

/** A form that was refused: what was typed, and why. */
export type RefusedForm = {
  entered: Record<string, string>;
  /** Where several boxes with one name were ticked. */
  lists: Record<string, string[]>;
  failure: Failure;
  /** Fields whose text was too long to be kept: they have to be filled in once more. */
  missing?: readonly string[];
};

/** What a refused form had ticked under a name. An unticked box is not posted, so what is absent was taken away. */
export const tickedIn = (
  { entered, lists }: Pick<RefusedForm, "entered" | "lists">,
  name: string,
): readonly string[] => lists[name] ?? (entered[name] === undefined ? [] : [entered[name]]);

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

/** The words for what was typed and could not be kept, for a form whose refusal is said elsewhere. */
export function useMissing(refused: RefusedForm | undefined): (field: string) => string | undefined {
  const t = useTranslations("errors.fields");
  return (field) => (refused?.missing?.includes(field) ? t("not_kept") : undefined);
}

/**
 * The words for a refusal, in the person's language: beside a field what is wrong with it, and above the form one problem
 * per field that names it, or one for the whole form. `names` are the fields that this form calls its own way.
 */
export function useFieldErrors(
  refused: RefusedForm | undefined,
  names?: FieldNames,
): {
  problems: FieldProblem[];
  errorOf: (field: string) => string | undefined;
} {
  const t = useTranslations("errors");
  const isField = (key: string): key is FieldKey => t.has(`fields.${key as FieldKey}`);
  const isReason = (key: string): key is ReasonKey => t.has(`reasons.${key as ReasonKey}`);
  const nameOf = useFieldNames(names);
  const fields = refused?.failure.fields ?? {};
  const told = wordsIn(refused?.failure.details);
  const missing = refused?.missing ?? [];
  const errorOf = (field: string) => {
    const key = fields[field]?.[0];
    if (!key) return missing.includes(field) ? t("fields.not_kept") : undefined;
    return isField(key) ? t(`fields.${key}`, told) : t("fields.invalid");
  };
  const problemOf = (field: string) => ({
    field,
    text: withName(nameOf(field), errorOf(field) ?? t("fields.invalid")),
  });
  const named = Object.keys(fields);
  const lost = missing.filter((field) => !named.includes(field)).map(problemOf);
  if (named.length > 0 || !refused) return { problems: [...named.map(problemOf), ...lost], errorOf };
  const reason = refused.failure.reason;
  const text = isReason(reason) ? t(`reasons.${reason}`, { ...NONE, ...told }) : t("reasons.try_again");
  return { problems: [{ field: "name", text }, ...lost], errorOf };
}
