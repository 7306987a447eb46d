import { useTranslations } from "next-intl";
import type { Weighing } from "@/components/ui/heavy-files";
import { MOST_FILE_BYTES } from "@/lib/file-limits";
import type { Locale } from "@/lib/i18n/locales";

/** How a form's files are weighed in the browser, by the limit that the server holds all of them together to. */
export function useWeighing(locale: Locale): Weighing {
  const t = useTranslations("errors.heavy");
  const says: Weighing["says"] = { file: t.raw("file"), whole: t.raw("whole") };
  return { most: MOST_FILE_BYTES, says, locale };
}
