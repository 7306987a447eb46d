import { useTranslations } from "next-intl";
import type deErrors from "@/messages/de/errors.json";

type NameKey = keyof (typeof deErrors)["names"];

/** What a form calls some of its fields, where that is not what they are mostly called. */
export type FieldNames = Partial<Record<string, string>>;

/** What a field is called in a list of problems; undefined where nobody sees it. Fields of a list share one name. */
export function useFieldNames(own: FieldNames = {}): (field: string) => string | undefined {
  const t = useTranslations("errors.names");
  const isNamed = (key: string): key is NameKey => t.has(key as NameKey);
  return (field) => {
    const [key = field] = field.split(".");
    return own[key] ?? (isNamed(key) ? t(key) : undefined);
  };
}
