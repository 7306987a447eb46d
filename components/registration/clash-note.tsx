import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Clash } from "@/domain/registration/queries/week";

/** What somebody is registered for that takes place at the same time: as a warning only where nobody can be in both. */
export function ClashNote({ clashes }: { clashes: readonly Clash[] }) {
  const t = useTranslations("series.clash");
  return (
    <>
      <Told clashes={clashes.filter(({ isBeside }) => !isBeside)} tone="warning" title={t("title")} />
      <Told clashes={clashes.filter(({ isBeside }) => isBeside)} tone="info" title={t("besideTitle")} />
    </>
  );
}

function Told({ clashes, tone, title }: ToldProps) {
  const t = useTranslations("series.clash");
  if (clashes.length === 0) return null;
  return (
    <Notice tone={tone} title={title}>
      {clashes.map(({ id, title: other }) => (
        <p key={id}>{t("text", { title: other })}</p>
      ))}
    </Notice>
  );
}
type ToldProps = { clashes: readonly Clash[]; tone: "warning" | "info"; title: string };
