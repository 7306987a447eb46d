import "server-only";
import { db } from "@/db/client";
import { findNetwork, type NetworkView } from "@/domain/alliance/queries";
import type { Actor } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { inDoorOrder } from "@/lib/name-order";
import { OUR_COLOUR } from "@/lib/pdf/colour";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatClock, formatMoment, formatSpan } from "@/lib/time/format";
import { checkInCode } from "@/lib/tokens";
import { type DoorPaper, MOST_ON_PAPER } from "../schema";
import { type DoorPerson, listDoor } from "./door";

type Door = { event: EventScope; network: NetworkView | undefined; people: DoorPerson[] };
type Printed = { locale: Locale; now: Date };
type PaperFile = { name: string; paper: AnyPaper };
/** The network whose paper it is: it waits in that one's line. */
type OwnedPaper = PaperFile & { networkId: Id<"network"> };

const colourOf = ({ network }: Door) => network?.colour ?? OUR_COLOUR;

function badgesOf(door: Door, { locale }: Printed): PaperFile {
  const { event, network, people } = door;
  return {
    name: `badges-${event.slug}.pdf`,
    paper: {
      kind: "badges",
      language: locale,
      title: `${translator(locale, "checkin")("badges.title")}: ${event.title}`,
      colour: colourOf(door),
      event: event.title,
      network: network?.name ?? "",
      badges: people.map(({ id, name, organisation }) => ({ name, organisation, code: checkInCode(id) })),
    },
  };
}

function listOf(door: Door, { locale, now }: Printed): PaperFile {
  const { event, people } = door;
  const t = translator(locale, "checkin");
  const zone = event.timeZone;
  const span = formatSpan({ ...event, locale, zone });
  const at = formatMoment({ locale, zone, at: now });
  const rows = people.map(({ name, organisation, standing, arrival }) => [
    { text: arrival ? "×" : "" },
    { text: name, ...(standing === "welcome" ? {} : { note: t(`standing.${standing}`) }) },
    { text: organisation },
    {
      text: arrival
        ? t(`since.${arrival.how}`, { time: formatClock({ locale, zone, at: arrival.at }) })
        : t("list.notYet"),
    },
  ]);
  return {
    name: `door-list-${event.slug}.pdf`,
    paper: {
      kind: "table",
      language: locale,
      title: event.title,
      colour: colourOf(door),
      lines: [t("list.title"), event.place ? `${span} · ${event.place}` : span],
      foot: t("list.asOf", { count: people.length, at }),
      pageOf: t("paper.pageOf"),
      columns: [
        { label: t("list.tick"), share: 2, isTick: true },
        { label: t("list.name"), share: 10, isStrong: true },
        { label: t("list.organisation"), share: 10 },
        { label: t("list.arrived"), share: 6 },
      ],
      rows,
    },
  };
}

const isWanted =
  ({ paper, only }: DoorPaper) =>
  ({ id, standing }: DoorPerson): boolean =>
    paper === "list" || (standing === "welcome" && (only === undefined || id === only));

/** What a door prints, for whoever stands there; undefined for everybody else, and where there are too many or nobody. */
export async function doorPaper(
  viewer: Actor,
  { now, ...asked }: DoorPaper & { now: Date },
  reader = db(),
): Promise<OwnedPaper | undefined> {
  const [event, all] = await Promise.all([
    eventScope(reader, asked.eventId),
    listDoor(viewer, asked.eventId, reader),
  ]);
  const people = inDoorOrder((all ?? []).filter(isWanted(asked)));
  if (!event || people.length === 0 || people.length > MOST_ON_PAPER) return undefined;
  const door = { event, people, network: await findNetwork(event.networkId, reader) };
  const printed = { locale: asked.locale, now };
  const file = asked.paper === "list" ? listOf(door, printed) : badgesOf(door, printed);
  return { ...file, networkId: event.networkId };
}
