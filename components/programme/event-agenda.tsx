import { useTranslations } from "next-intl";
import { agendaParts } from "@/components/programme/agenda-parts";
import type { AgendaItem } from "@/components/programme/event-views";
import { parallelParts } from "@/domain/rooms/rules";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

type Place = { locale: Locale; timeZone: string };
type EventAgendaProps = Place & { agenda: readonly AgendaItem[] };

const speakersOf = ({ speakers }: AgendaItem) =>
  speakers.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(", ")).join(" · ");

function Item({ item, locale, timeZone }: Place & { item: AgendaItem }) {
  const t = useTranslations("public.modes");
  const where = [item.place, item.mode ? t(item.mode) : ""].filter(Boolean).join(" · ");
  const who = speakersOf(item);
  return (
    <li>
      <time dateTime={item.startsAt.toISOString()}>
        {formatClock({ locale, zone: timeZone, at: item.startsAt })}
      </time>
      <div>
        <b>{item.title}</b>
        {who ? <span className="small muted">{who}</span> : null}
        {where ? <div className="small muted">{where}</div> : null}
      </div>
    </li>
  );
}

/** The agenda of one event in order; parallel tracks side by side where there is room, else one below the other. */
export function EventAgenda({ agenda, ...place }: EventAgendaProps) {
  const t = useTranslations("public.event");
  const ownRooms = new Set(parallelParts(agenda).flatMap(({ items }) => items.map(({ id }) => id)));
  const isAtOnce = ({ items }: { items: readonly AgendaItem[] }) => items.some(({ id }) => ownRooms.has(id));
  return (
    <ol className="agenda">
      {agendaParts(agenda).map((part) =>
        part.kind === "item" ? (
          <Item key={part.item.id} item={part.item} {...place} />
        ) : (
          <li key={part.tracks[0]?.items[0]?.id} className="agenda__tracks">
            {part.tracks.some(isAtOnce) ? <p className="small muted">{t("ownRooms")}</p> : null}
            {part.tracks.map(({ name, items }) => (
              <section key={name}>
                <h3>{name}</h3>
                <ol className="agenda">
                  {items.map((item) => (
                    <Item key={item.id} item={item} {...place} />
                  ))}
                </ol>
              </section>
            ))}
          </li>
        ),
      )}
    </ol>
  );
}
