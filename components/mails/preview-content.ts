import { kindOfWorded, type WordedMail } from "@/domain/notifications/labels";
import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import type { MailSettings } from "@/domain/notifications/queries/settings";
import { isRefusable } from "@/domain/notifications/rules/circulars";
import type { CircularValues } from "@/domain/notifications/rules/words";
import { href } from "@/lib/i18n/href";
import { type CircularMail, circularContent } from "./circular-content";
import type { MailContent } from "./content";
import { registrationContent } from "./registration-content";
import type { ToldRegistration } from "./registration-words";
import { thanksContent } from "./thanks-content";

/** Whose data stand in it: somebody of the event, or whoever looks where nobody is registered yet. */
export type PreviewReader = ToldRegistration & { event: { slug: string } };

type Looked = {
  reader: PreviewReader;
  values: CircularValues;
  hosts: MailHosts;
  origin: string;
};

/** Every link of a preview and of a test mail: a personal one would give whoever looks that person's place. */
const publicPage = ({ reader, origin }: Pick<Looked, "reader" | "origin">): string =>
  `${origin}${href(reader.locale, `/e/${reader.event.slug}`)}`;

/** An organizer's message as this person would read it. */
export function circularPreview({
  circular,
  ...looked
}: Looked & { circular: CircularMail["circular"] & Parameters<typeof isRefusable>[0] }): MailContent {
  const { reader, values, hosts, origin } = looked;
  const page = publicPage(looked);
  return circularContent({
    circular,
    refusable: isRefusable(circular, reader),
    reader,
    event: reader.event,
    values,
    hosts,
    links: { button: page, registration: page, refuse: page },
    origin,
  });
}

const DAY_MS = 24 * 3_600_000;

/** How a registration stands when the mail comes, where this one stands differently. */
function asWhenTold(mail: WordedMail, reader: PreviewReader, now: Date): PreviewReader {
  const confirmed = { status: "confirmed", waitingPlace: null, offeredUntil: null } as const;
  const seated = { ...reader, ...confirmed, confirmedAt: reader.confirmedAt ?? now };
  if (mail === "waiting")
    return { ...seated, status: "waiting", waitingPlace: reader.waitingPlace ?? 1, confirmedAt: null };
  if (mail === "offered") {
    const offeredUntil = reader.offeredUntil ?? new Date(now.getTime() + DAY_MS);
    return { ...seated, status: "offered", offeredUntil, confirmedAt: null };
  }
  if (mail === "pending" || mail === "declined") return { ...seated, status: mail, confirmedAt: null };
  if (mail === "expired") return { ...seated, status: "cancelled", confirmedAt: null };
  if (mail === "cancelled") return { ...seated, status: "cancelled" };
  // Only those online are called into the room.
  return mail === "liveNow" ? { ...seated, attendance: "online" } : seated;
}

/** When it is written: which of the two reminders it is depends on that. */
function writtenAt(mail: WordedMail, { event }: PreviewReader, now: Date): Date {
  if (mail === "dayBefore") return new Date(event.startsAt.getTime() - DAY_MS);
  return mail === "hourBefore" ? new Date(event.startsAt.getTime() - DAY_MS / 24) : now;
}

export type WordedPreview = Looked & {
  mail: WordedMail;
  settings: Pick<MailSettings, "words" | "feedbackUrl">;
  where: string;
  /** The event gives something out. */
  gives: boolean;
  now: Date;
};

/** One of the event's own mails as this person would read it, in the words it has now. Without a code for the door. */
export function wordedPreview({ mail, settings, where, gives, now, ...looked }: WordedPreview): MailContent {
  const { values, hosts, origin } = looked;
  const page = publicPage(looked);
  const reader = asWhenTold(mail, looked.reader, now);
  const wording = settings.words[mail];
  const kind = kindOfWorded[mail];
  const common = { mail: reader, wording, values, hosts, origin };
  if (kind === "registration.thanks") {
    const materials = gives ? page : undefined;
    const { feedbackUrl } = settings;
    return thanksContent({ ...common, feedbackUrl, ownPage: page, materials, refuse: page });
  }
  const links = { manage: page, room: page, page, events: page };
  return registrationContent({ ...common, kind, where, links, now: writtenAt(mail, reader, now) });
}
