import { useTranslations } from "next-intl";
import type { Weighing } from "@/components/ui/heavy-files";
import type { Locale } from "@/lib/i18n/locales";
import { MOST_FILE_BYTES } from "@/lib/storage/file-type";

/** How a form's files are weighed in the browser, by the limit that the server holds all of them together to. */
export function useWeighing(locale: Locale): Weighing {
  const t = useTranslations("errors.heavy");
  const says: Weighing["says"] = { file: t.raw("file"), whole: t.raw("whole") };
  return { most: MOST_FILE_BYTES, says, locale };
}
