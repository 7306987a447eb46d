import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/lib/i18n/locales";

type DigestFormProps = { seriesId: string; slug: string; isOn: boolean; locale: Locale };

/** The weekly mail of a board: ordered and ended here. */
export function DigestForm({ seriesId, slug, isOn, locale }: DigestFormProps) {
  const t = useTranslations("board.digest");
  return (
    <Card small className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{isOn ? t("isOn") : t("text")}</p>
      <form method="post" action="/api/board/digest">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="seriesId" value={seriesId} />
        <input type="hidden" name="back" value={`/s/${slug}/board`} />
        <Button type="submit" size="sm" name="want" value={isOn ? "off" : "on"}>
          {isOn ? t("off") : t("on")}
        </Button>
      </form>
    </Card>
  );
}
