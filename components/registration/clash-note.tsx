import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Clash } from "@/domain/registration/queries/week";

/** What somebody is registered for that takes place at the same time. */
export function ClashNote({ clashes }: { clashes: readonly Clash[] }) {
  const t = useTranslations("series.clash");
  if (clashes.length === 0) return null;
  return (
    <Notice tone="warning" title={t("title")}>
      {clashes.map(({ id, title }) => (
        <p key={id}>{t("text", { title })}</p>
      ))}
    </Notice>
  );
}
