import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** The way from an event to its copies. */
export function CopyEntry({ to }: { to: string }) {
  const t = useTranslations("copies.entry");
  return (
    <Card small className="stack gap-3">
      <p className="small muted">{t("hint")}</p>
      <ButtonLink href={to} size="sm">
        {t("link")}
      </ButtonLink>
    </Card>
  );
}
