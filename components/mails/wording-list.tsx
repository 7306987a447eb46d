import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type WordedMail, wordedMails } from "@/domain/notifications/labels";
import { hasOwnWords, type MailWords } from "@/domain/notifications/rules/words";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type WordingListProps = {
  words: MailWords;
  /** Of the page of mails, without language prefix. */
  path: string;
  locale: Locale;
  /** The mail whose page this is. */
  current?: WordedMail;
};

/** Every mail that the event sends by itself, each with a page for its words, and which ones have their own. */
export function WordingList({ words, path, locale, current }: WordingListProps) {
  const t = useTranslations("mails.words");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("intro")}</p>
      <ul className="divided list">
        {wordedMails.map((mail) => (
          <li key={mail} className="row between py-2">
            <a
              href={href(locale, `${path}/words/${mail}`)}
              aria-current={mail === current ? "page" : undefined}
            >
              {t(`names.${mail}`)}
            </a>
            {hasOwnWords(words[mail]) ? <Badge tone="primary">{t("own")}</Badge> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
