import type { MailContent } from "@/components/mails/content";
import { askLine } from "@/components/mails/frame";
import type { Correspondent, TalkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { namesIn, safeName } from "@/lib/mail/plain";
import { registrationLink } from "@/lib/tokens";

export type Sides = { me: Correspondent; partner: Correspondent };

/** „Ben Beispiel, Beispiel GmbH“: name and organisation as they may stand in the other's mail. */
export function partnerText({ locale }: Correspondent, { name, organisation }: Correspondent): string {
  const shown = { name: safeName(name), organisation: safeName(organisation) };
  return organisation.trim() === "" ? shown.name : translator(locale, "mails")("talk.partner", shown);
}

type People = Pick<TalkCorrespondence, "people">;

/** The others of a talk by their names, and how many they are. */
export function othersText({ people }: People, { me, partner }: Sides): { name: string; count: number } {
  const more = people.filter(({ personId }) => personId !== me.personId && personId !== partner.personId);
  return { name: namesIn(me.locale, [partner, ...more]), count: 1 + more.length };
}

/** Whom somebody talks with, in a sentence: one of them with the organisation, more by their names. */
export function companyText(talk: People, sides: Sides): string {
  const { name, count } = othersText(talk, sides);
  return count === 1 ? partnerText(sides.me, sides.partner) : name;
}

/**
 * For its reader and without a sign-in: the page of a talk, where it is called off or moved; or its room, which is that page
 * until the room opens, as for the note on every page.
 */
export const talkLink = (
  { registrationId }: Correspondent,
  talk: Id<"meeting">,
  next: "talk" | "room" = "talk",
): Promise<string> => registrationLink(registrationId, { next, talk });

/** Why this mail came, and where to switch talks off. */
export async function talkFoot(me: Correspondent, contact: string): Promise<MailContent["foot"]> {
  const t = translator(me.locale, "mails");
  const link = { label: t("foot.changeTalk"), href: await registrationLink(me.registrationId) };
  return [askLine(me.locale, contact), { text: t("foot.whyTalk"), link, after: "." }];
}

const SOON_MS = 60 * 60_000;

/** How far apart news about talks at these times go out: whoever would go to one within the hour hears of it before long. */
export const paceOf = (starts: readonly Date[], now: Date): "calm" | "soon" =>
  starts.some((at) => Math.abs(at.getTime() - now.getTime()) < SOON_MS) ? "soon" : "calm";
