import type { EventDetail } from "@/components/programme/event-views";
import type { NetworkView } from "@/domain/alliance/queries";

type Texts = Pick<NetworkView, `${"imprint" | "privacy" | "terms"}${"De" | "En"}`>;
type Page = "summary" | "description" | "topics" | "agenda" | "speakers";
type Window = "registrationOpensAt" | "registrationClosesAt";
export type Checked = {
  event: Pick<EventDetail, Page | Window>;
  /** The lead network, for its legal texts. */
  network: Texts;
  /** Whether somebody has had one of the event's mails sent to themselves; undefined for whoever can't. */
  isTested: boolean | undefined;
};

/** Each is a text `organizer.event.check.…`. */
export type PointKey = Page | "title" | "window" | "legal" | "languages" | "test";
type Point = { key: PointKey; done: boolean };

/** The list is for who prepares an event: once it has begun, nobody reads any more what its page might lack. */
export const isPreparing = (
  { status, startsAt }: Pick<EventDetail, "status" | "startsAt">,
  now: Date,
): boolean => status === "draft" || (status === "published" && startsAt > now);

type Words = { de: string; en: string };
const isHalf = ({ de, en }: Words): boolean => (de === "") !== (en === "");
const isSaid = ({ de, en }: Words): boolean => de !== "" || en !== "";

/**
 * What of an event is there and what is still open, in the order of its desk. An event speaks one language, so what may
 * lack the other one is what has both: the words about its speakers, and the legal texts.
 */
export function checklistOf({ event, network, isTested }: Checked): Point[] {
  const bios = event.speakers.map(({ bioDe: de, bioEn: en }) => ({ de, en }));
  const imprint = { de: network.imprintDe, en: network.imprintEn };
  const privacy = { de: network.privacyDe, en: network.privacyEn };
  const terms = { de: network.termsDe, en: network.termsEn };
  return [
    { key: "title", done: true },
    { key: "summary", done: event.summary !== "" },
    { key: "description", done: event.description !== "" },
    { key: "topics", done: event.topics.length > 0 },
    { key: "agenda", done: event.agenda.length > 0 },
    { key: "speakers", done: event.speakers.length > 0 },
    { key: "window", done: event.registrationOpensAt !== null || event.registrationClosesAt !== null },
    { key: "legal", done: isSaid(imprint) && isSaid(privacy) },
    { key: "languages", done: ![...bios, imprint, privacy, terms].some(isHalf) },
    ...(isTested === undefined ? [] : [{ key: "test" as const, done: isTested }]),
  ];
}
