import { newsFoot } from "@/components/mails/frame";
import type { DueDigest } from "@/domain/board/queries/digest";
import type { EntryView } from "@/domain/board/queries/entries";
import { seriesWords } from "@/domain/programme/labels";
import { translator } from "@/lib/i18n/translator";
import { safeName, safeNote } from "@/lib/mail/plain";
import { type Letter, legalLinks, pageLink, unsubscribeLinks } from "./parts";

type News = { entries: readonly EntryView[]; more: boolean };

/** The weekly mail about a board's new entries: titles, and the way to them; whose they are the page says. */
export async function digestLetter(due: DueDigest, week: string, { entries, more }: News): Promise<Letter> {
  const { locale, email, network } = due;
  const t = translator(locale, "mails");
  const b = translator(locale, "board");
  const { title: board } = seriesWords({ ...due.series, summary: "", summaryEn: "" }, locale);
  const links = await unsubscribeLinks({ locale, email, networkId: network.id });
  const path = `/s/${due.series.slug}/board`;
  return {
    dedupeKey: `entry.digest:${due.series.id}:${due.personId}:${week}`,
    kind: "entry.digest",
    subjectId: due.series.id,
    to: { name: due.name, email },
    eventId: null,
    content: {
      locale,
      subject: t("digest.subject", { count: entries.length, board }),
      sender: { name: network.name, mark: network.mark, colour: network.colour },
      heading: t("digest.heading"),
      paragraphs: [t("greeting", { name: safeName(due.name) }), t("digest.intro", { board })],
      box: {
        title: board,
        lines: [
          ...entries.map(({ kind, title }) =>
            t("digest.line", { kind: b(`kind.${kind}`), title: safeNote(title) }),
          ),
          ...(more ? [t("digest.more")] : []),
        ],
        buttons: [{ label: t("digest.button"), href: pageLink(locale, `${path}?sort=new`) }],
      },
      rows: [],
      foot: newsFoot(locale, { ...network, others: [] }, links.page),
      legal: legalLinks(locale),
    },
    unsubscribe: links.post,
  };
}
