import { useTranslations } from "next-intl";
import type { EntryView } from "@/components/board/board-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { isCooperation } from "@/domain/board/labels";
import { type NamedTag, seeks } from "@/domain/board/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./board.css";

type EntryCardProps = {
  entry: EntryView & { reason?: NamedTag | undefined };
  locale: Locale;
  /** Level of its heading. */
  level?: 2 | 3;
};

/** Kind, state, and whether it is hidden. */
export function EntryBadges({ entry }: { entry: EntryView }) {
  const t = useTranslations("board");
  const isOffer = entry.kind === "offer";
  return (
    <div className="row gap-2">
      <Badge tone={isOffer ? "primary" : "neutral"}>
        <Icon name={isOffer ? "arrow-up" : "search"} />
        {t(`kind.${entry.kind}`)}
      </Badge>
      {entry.state === "open" ? null : (
        <Badge tone={entry.state === "solved" ? "success" : "match"}>{t(`states.${entry.state}`)}</Badge>
      )}
      {entry.hiddenReason === null ? null : <Badge tone="warning">{t("hiddenState")}</Badge>}
    </div>
  );
}

/** Topics, and kinds of cooperation. */
export function EntryChips({ entry, locale }: EntryCardProps) {
  const t = useTranslations("board");
  return (
    <div className="row gap-2">
      {entry.tags.map(({ tag, words }) => (
        <Chip key={tag} small>
          {words[locale]}
        </Chip>
      ))}
      {entry.cooperation.filter(isCooperation).map((kind) => (
        <Chip key={kind} small>
          {t(`cooperations.${kind}`)}
        </Chip>
      ))}
    </div>
  );
}

/** Who posted it, and for whom. */
export function EntryAuthor({ entry }: { entry: EntryView }) {
  const t = useTranslations("board");
  const { by, anonymous } = entry;
  const name = by.personId ? by.name : t("byOffice", { name: by.name });
  const organisation = anonymous ? t("anonymous") : by.organisation;
  return (
    <div className="person">
      <Avatar name={by.name} seed={by.personId ?? by.name} size="sm" />
      <div>
        <div className="person__name">{name}</div>
        {organisation ? <div className="person__org">{organisation}</div> : null}
      </div>
    </div>
  );
}

/** An entry among others: what it says, why it fits the reader, whose it is, and the way to it. */
export function EntryCard({ entry, locale, level = 2 }: EntryCardProps) {
  const t = useTranslations("board");
  const to = href(locale, `/s/${entry.seriesSlug}/board/${entry.id}`);
  const Heading = level === 2 ? "h2" : "h3";
  const seeking = seeks(entry.kind);
  const action = seeking ? t("entry.help") : t("entry.interest");
  return (
    <li className="card card--sm bcard">
      <EntryBadges entry={entry} />
      <Heading>
        <a href={to}>{entry.title}</a>
      </Heading>
      {entry.text === "" ? null : <p className="small muted bcard__text">{entry.text}</p>}
      <EntryChips entry={entry} locale={locale} />
      {entry.reason ? (
        <p className="bwhy">
          <Icon name="check" size="sm" />
          <span>
            {t.rich(seeking ? "reason.need" : "reason.offer", {
              tag: entry.reason.words[locale],
              b: (words) => <b>{words}</b>,
            })}
          </span>
        </p>
      ) : null}
      <div className="bcard__foot">
        <EntryAuthor entry={entry} />
        <ButtonLink
          href={to}
          size="sm"
          variant={entry.reason ? "match" : "secondary"}
          aria-label={`${entry.isMine ? t("entry.own") : action}: ${entry.title}`}
        >
          {entry.isMine ? t("entry.own") : action}
        </ButtonLink>
      </div>
    </li>
  );
}
