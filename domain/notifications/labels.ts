/** Every mail Plenum sends by itself. */
export const mailKinds = [
  "registration.confirmed",
  "registration.waiting",
  "registration.promoted",
  "registration.cancelled",
  "registration.repeated",
  "registration.reminder",
  "registration.offered",
  "registration.expired",
  "registration.pending",
  "registration.declined",
  "registration.switched",
  "registration.live",
  "registration.thanks",
  "event.cancelled",
  "event.rescheduled",
  "event.postponed",
  "signin.requested",
  "email.requested",
  "email.changed",
  "role.offered",
  "hosting.offered",
  "meeting.requested",
  "meeting.accepted",
  "meeting.declined",
  "meeting.moved",
  "meeting.invited",
  "meeting.cancelled",
  "meeting.reminder",
  "plan.published",
  "meeting.contact",
  "circular.sent",
  "circular.test",
  "invitation.sent",
  "entry.help_offered",
  "entry.contact_answered",
  "entry.digest",
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * Mails that anybody causes by typing an address, or by moving the event an address was typed at, unless the registration
 * is proven; "repeated" and an invitation, which goes to whoever is on a pasted list, always are of this kind. Reminders are not: there are two, and each that was not sent would be due
 * again. Neither is a place from the waiting list, nor that an event does not take place.
 */
export const typedKinds: readonly MailKind[] = [
  "registration.confirmed",
  "registration.waiting",
  "registration.pending",
  "registration.cancelled",
  "registration.repeated",
  "event.rescheduled",
  "event.postponed",
  "invitation.sent",
];
/** Those of them that no proof makes anything else. */
export const alwaysTyped: readonly MailKind[] = ["registration.repeated", "invitation.sent"];

/**
 * In which order mails go out that are due: codes, which live for minutes; then what one person waits for; then what many
 * hear because it is time; and last what nobody waits for.
 */
export const turns = {
  codes: ["signin.requested"],
  timed: ["registration.reminder", "registration.live", "event.cancelled", "event.rescheduled"],
  patient: ["registration.thanks", "circular.sent", "invitation.sent", "entry.digest"],
} as const satisfies Record<string, readonly MailKind[]>;

/** The number of a mail's turn, as it is stored beside it: an index hands out what is due in this order. */
export function turnOf(kind: MailKind): number {
  const order: readonly (readonly MailKind[])[] = [turns.codes, [], turns.timed, turns.patient];
  const turn = order.findIndex((kinds) => kinds.includes(kind));
  return turn === -1 ? 1 : turn;
}

/**
 * Mails whose subject and first words an organizer may choose, in the order in which people meet them. "Registered
 * already" is not among them: whoever types a stranger's address must not have our words said differently for it.
 */
export const wordedMails = [
  "confirmed",
  "waiting",
  "offered",
  "promoted",
  "expired",
  "pending",
  "declined",
  "switched",
  "cancelled",
  "dayBefore",
  "hourBefore",
  "liveNow",
  "thanks",
  "rescheduled",
  "postponed",
  "calledOff",
] as const;
export type WordedMail = (typeof wordedMails)[number];

/**
 * Those that an event may hold back until somebody has looked through them: what goes to many at a time that is known long
 * before. Nobody waits at a desk for the hour before the start, and what answers a person is never held.
 */
export const heldMails = ["dayBefore", "thanks"] as const satisfies readonly WordedMail[];
export type HeldMail = (typeof heldMails)[number];

/** The kind that each of them is; a reminder is two, by how long it comes before the start. */
export const kindOfWorded = {
  confirmed: "registration.confirmed",
  waiting: "registration.waiting",
  offered: "registration.offered",
  promoted: "registration.promoted",
  expired: "registration.expired",
  pending: "registration.pending",
  declined: "registration.declined",
  switched: "registration.switched",
  cancelled: "registration.cancelled",
  dayBefore: "registration.reminder",
  hourBefore: "registration.reminder",
  liveNow: "registration.live",
  thanks: "registration.thanks",
  rescheduled: "event.rescheduled",
  postponed: "event.postponed",
  calledOff: "event.cancelled",
} as const satisfies Record<WordedMail, MailKind>;

export const isMailKind = (kind: string): kind is MailKind => mailKinds.some((known) => known === kind);

type Flat<Kind extends string> = Kind extends `${infer What}.${infer Happened}`
  ? `${What}_${Happened}`
  : never;

/** Kinds as keys of the catalog, in which a dot would part levels. */
export const kindLabels = {
  "registration.confirmed": "registration_confirmed",
  "registration.waiting": "registration_waiting",
  "registration.promoted": "registration_promoted",
  "registration.cancelled": "registration_cancelled",
  "registration.repeated": "registration_repeated",
  "registration.reminder": "registration_reminder",
  "registration.offered": "registration_offered",
  "registration.expired": "registration_expired",
  "registration.pending": "registration_pending",
  "registration.declined": "registration_declined",
  "registration.switched": "registration_switched",
  "registration.live": "registration_live",
  "registration.thanks": "registration_thanks",
  "event.cancelled": "event_cancelled",
  "event.rescheduled": "event_rescheduled",
  "event.postponed": "event_postponed",
  "signin.requested": "signin_requested",
  "email.requested": "email_requested",
  "email.changed": "email_changed",
  "role.offered": "role_offered",
  "hosting.offered": "hosting_offered",
  "meeting.requested": "meeting_requested",
  "meeting.accepted": "meeting_accepted",
  "meeting.declined": "meeting_declined",
  "meeting.moved": "meeting_moved",
  "meeting.invited": "meeting_invited",
  "meeting.cancelled": "meeting_cancelled",
  "plan.published": "plan_published",
  "meeting.reminder": "meeting_reminder",
  "meeting.contact": "meeting_contact",
  "circular.sent": "circular_sent",
  "circular.test": "circular_test",
  "invitation.sent": "invitation_sent",
  "entry.help_offered": "entry_help_offered",
  "entry.contact_answered": "entry_contact_answered",
  "entry.digest": "entry_digest",
} as const satisfies { [Kind in MailKind]: Flat<Kind> };

/** How somebody stands who was invited by mail. Whether a mail was opened nobody asks. */
const invitedStates = [
  "used",
  "withdrawn",
  "registered",
  "failed",
  "sent",
  "waiting",
  "skipped",
  "forgotten",
] as const;
export type InvitedAs = (typeof invitedStates)[number];

type Invited = {
  uses: number;
  maxUses: number;
  revokedAt: Date | null;
  /** State of its last mail; null while there is none, or no more. */
  mail: string | null;
  isRegistered: boolean;
  /** Nobody has refused, and there is still something to be invited to. */
  isWanted: boolean;
  mailedAt: Date | null;
};
const WAITS_MS = 3 * 24 * 3_600_000;

/** What came of an invitation, before how its last mail went. */
export function invitedAs(invited: Invited, now: Date): InvitedAs {
  const { uses, maxUses, revokedAt, mail, isRegistered, isWanted, mailedAt } = invited;
  if (uses >= maxUses) return "used";
  if (revokedAt) return "withdrawn";
  if (isRegistered) return "registered";
  if (mail === "failed" || mail === "sent") return mail;
  if (!isWanted || mail === "dropped") return "skipped";
  const isRecent = mailedAt !== null && now.getTime() - mailedAt.getTime() < WAITS_MS;
  return mail === "queued" || isRecent ? "waiting" : "forgotten";
}

/** With which status a mail came back that another server had taken; undefined for what never got that far. */
export const bouncedWith = (error: string): string | undefined => /^bounce (\S+)$/.exec(error)?.[1];

/** Why nothing is sent to an address any more, until it changes or somebody of the office knows better. */
export const stoppedWith = (error: string): string | undefined => /^stopped (\S+)$/.exec(error)?.[1];

/** The status of an address that does not exist. 5.1.7 and 5.1.8 are about the sender: they stop nobody's mails. */
export function deadStatus(error: string): string | undefined {
  const status = /\b5\.1\.\d{1,3}\b/.exec(error)?.[0];
  return status === "5.1.7" || status === "5.1.8" ? undefined : status;
}
