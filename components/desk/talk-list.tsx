import { useTranslations } from "next-intl";
import { slotClock, slotDay } from "@/components/talks/slot-words";
import { TalkForm } from "@/components/talks/talk-form";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import type { ListedSide, ListedTalk, TalkList } from "@/domain/matchmaking/queries/talk-list";
import type { Span } from "@/domain/matchmaking/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type TalkListViewProps = {
  list: TalkList;
  /** Slots that a talk can move to; whether its people are free then is said when it is moved. */
  slots: readonly Span[];
  perPage: number;
  zone: string;
  /** The page they stand on, without language prefix. */
  back: string;
  locale: Locale;
};
type Row = Omit<TalkListViewProps, "list" | "perPage"> & { talk: ListedTalk };

const tones = {
  ahead: "outline",
  running: "primary",
  held: "success",
  not_held: "warning",
  unknown: "neutral",
  cancelled: "danger",
} satisfies Record<ListedTalk["state"], BadgeTone>;

const nameOf = ({ name, organisation }: ListedSide) => (organisation ? `${name}, ${organisation}` : name);
const isAhead = ({ state }: ListedTalk) => state === "ahead" || state === "running";

/** Who came, as it was seen or said, and the way to say otherwise. */
function Came({ side, talk, back, locale }: Omit<Row, "slots" | "zone"> & { side: ListedSide }) {
  const t = useTranslations("talks.desk.list");
  const hidden = <input type="hidden" name="personId" value={side.personId} />;
  const other = side.came === "missed" ? "came" : "missed";
  const isKnown = !isAhead(talk) && (talk.state !== "cancelled" || side.came !== "unknown");
  return (
    <li className="row gap-2">
      <span>{nameOf(side)}</span>
      {side.came === "missed" ? <Badge tone="warning">{t("missed")}</Badge> : null}
      {side.misses > 1 ? <Badge tone="danger">{t("misses", { count: side.misses })}</Badge> : null}
      {isKnown ? (
        <TalkForm {...{ back, locale }} meetingId={talk.meetingId} door="presence" className="row gap-2">
          {hidden}
          <Button
            type="submit"
            size="xs"
            variant="quiet"
            name="came"
            value={side.isCorrected ? "seen" : other}
            aria-label={t(side.isCorrected ? "asSeenNamed" : `${other}SayNamed`, { name: side.name })}
          >
            {t(side.isCorrected ? "asSeen" : `${other}Say`)}
          </Button>
        </TalkForm>
      ) : null}
    </li>
  );
}

function Move({ talk, slots, zone, back, locale }: Row) {
  const t = useTranslations("talks.desk.list");
  const place = { locale, zone };
  const options = slots
    .filter(({ startsAt }) => startsAt.getTime() !== talk.startsAt.getTime())
    .map((slot) => ({
      value: slot.startsAt.toISOString(),
      label: `${slotDay(slot, place)}, ${slotClock(slot, place)}`,
    }));
  if (options.length === 0 || !isAhead(talk)) return null;
  return (
    <details>
      <summary className="small">{t("move")}</summary>
      <TalkForm {...{ back, locale }} meetingId={talk.meetingId} door="move" className="row gap-2">
        <Select label={t("moveTo")} id={`to-${talk.meetingId}`} name="startsAt" options={options} />
        <Button type="submit" size="sm">
          {t("moveNow")}
        </Button>
      </TalkForm>
    </details>
  );
}

function TalkRow(row: Row) {
  const { talk, zone, back, locale } = row;
  const t = useTranslations("talks.desk.list");
  const place = { locale, zone };
  const { movedFrom, state, minutes, sides } = talk;
  return (
    <li className="stack gap-2">
      <p className="row gap-2">
        <time className="num strong" dateTime={talk.startsAt.toISOString()}>
          {slotDay(talk, place)}, {slotClock(talk, place)}
        </time>
        <Badge tone={tones[state]}>{t(talk.isReleased ? "states.released" : `states.${state}`)}</Badge>
        {minutes > 0 ? <span className="small muted">{t("minutes", { count: minutes })}</span> : null}
        {movedFrom ? (
          <span className="small muted">
            {t("movedFrom", { when: `${slotDay(movedFrom, place)}, ${slotClock(movedFrom, place)}` })}
          </span>
        ) : null}
      </p>
      <ul className="stack gap-1">
        {sides.map((side) => (
          <Came key={side.personId} {...{ side, talk, back, locale }} />
        ))}
      </ul>
      <Move {...row} />
    </li>
  );
}

/** The talks of an event by time: what became of them, who did not come, and another time for those to come. */
export function TalkListView({ list, perPage, ...rest }: TalkListViewProps) {
  const t = useTranslations("talks.desk.list");
  const { talks, all, page } = list;
  const link = (other: number) =>
    href(rest.locale, `${rest.back}?${new URLSearchParams({ page: String(other) })}`);
  return (
    <Card className="stack gap-4" data-density="compact">
      <h2 className="text-lg">{t("title", { count: all })}</h2>
      <p className="small muted">{t("text")}</p>
      <ul className="stack gap-4">
        {talks.map((talk) => (
          <TalkRow key={talk.meetingId} talk={talk} {...rest} />
        ))}
      </ul>
      <div className="row gap-2">
        {page > 1 ? (
          <ButtonLink size="sm" rel="prev" href={link(page - 1)}>
            {t("earlier")}
          </ButtonLink>
        ) : null}
        {page * perPage < all ? (
          <ButtonLink size="sm" rel="next" href={link(page + 1)}>
            {t("later")}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
