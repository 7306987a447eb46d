import { createHash } from "node:crypto";
import type { Evidence, Fact } from "../evidence";
import type { MailRow } from "../intended";

/** Transitions that somebody has to hear of. */
const TOLD = new Set([
  "registration.confirmed",
  "registration.waiting",
  "registration.promoted",
  "registration.cancelled",
  "registration.repeated",
]);

/** The name of the transition, of which dedupe key and Message-ID are made. */
const keyOf = ({ kind, registrationId, id }: Fact) => `${kind}:${registrationId}:${id}`;

/** A later turn of the same registration: whoever cancelled at once is told of the cancellation only. */
const isFollowed = (fact: Fact, own: readonly Fact[], kinds: readonly string[]) =>
  own.some(({ seq, kind }) => seq > fact.seq && kinds.includes(kind));

function problemsOf(fact: Fact, own: readonly Fact[], mails: readonly MailRow[]): string[] {
  const name = keyOf(fact);
  const mayBeSilent =
    fact.kind !== "registration.cancelled" && isFollowed(fact, own, ["registration.cancelled"]);
  const mayBeDropped = isFollowed(fact, own, ["registration.cancelled", "registration.promoted"]);
  return [
    ...(fact.isTold ? [] : [`${name} still waits to be told`]),
    ...(mails.length > 1 ? [`${name} has ${mails.length} mails`] : []),
    ...(mails.length === 0 && !mayBeSilent ? [`${name} has no mail`] : []),
    ...mails
      .filter(({ state }) => state === "failed" || (state === "dropped" && !mayBeDropped))
      .map(({ state }) => `the mail of ${name} is ${state}`),
  ];
}

/** Mails of transitions that were never committed, or to somebody else than the registration is of. */
function mailsOfNothing({ facts, mails, registrations }: Evidence): string[] {
  const known = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const addresses = new Map(registrations.map(({ id, email }) => [id, email]));
  return mails.flatMap(({ dedupeKey, to }) => {
    const fact = known.get(dedupeKey);
    if (!fact) return [`a mail says ${dedupeKey}, which never happened`];
    return addresses.get(fact.registrationId) === to ? [] : [`the mail ${dedupeKey} went to ${to}`];
  });
}

type Written = Pick<Evidence, "mailbox" | "mails" | "taken">;

/** What the mailbox shows of an address is what was written to it. */
export function mailboxProblems({ mailbox, mails }: Written): string[] {
  const byAddress = Map.groupBy(mails, ({ to }) => to);
  return Object.entries(mailbox).flatMap(([to, shown]) => {
    const written = (byAddress.get(to) ?? []).map(({ id }) => id);
    const isSame = written.toSorted().join() === shown.toSorted().join();
    return isSame ? [] : [`the mailbox of ${to} shows ${shown.length} mails of ${written.length}`];
  });
}

/** What a Message-ID says before the @: it is made of the key, so that the same mail has the same one however often it is sent. */
export const referenceOf = (dedupeKey: string): string =>
  createHash("sha256").update(dedupeKey).digest("hex").slice(0, 40);

/** Addresses of people whom the run made up; the demo's own people get mails too. */
const OURS = /^klient-/;

/** What was written reached the mail server, whatever happened to it meanwhile, and nothing else did. */
export function deliveryProblems({ mails, taken }: Written, ours = OURS): string[] {
  const written = new Map(mails.map((mail) => [referenceOf(mail.dedupeKey), mail]));
  const arrived = new Set(taken.map(({ reference }) => reference));
  const missing = [...written].filter(
    ([reference, { state }]) => state !== "dropped" && !arrived.has(reference),
  );
  return [
    ...missing.map(([, { dedupeKey, state }]) => `the mail ${dedupeKey} is ${state} and never arrived`),
    ...taken.flatMap(({ reference, to }) => {
      const mail = written.get(reference);
      if (!mail) return ours.test(to) ? [`${to} got a mail that nobody wrote`] : [];
      return mail.to === to ? [] : [`the mail ${mail.dedupeKey} arrived at ${to}`];
    }),
  ];
}

/** I7: a mail with one key for each transition, and none for what was rolled back. */
export function judgeMails(evidence: Evidence): string[] {
  const mails = Map.groupBy(evidence.mails, ({ dedupeKey }) => dedupeKey);
  const facts = evidence.facts.filter(({ kind }) => TOLD.has(kind));
  const byRegistration = Map.groupBy(facts, ({ registrationId }) => registrationId);
  return [
    ...facts.flatMap((fact) =>
      problemsOf(fact, byRegistration.get(fact.registrationId) ?? [], mails.get(keyOf(fact)) ?? []),
    ),
    ...mailsOfNothing(evidence),
    ...mailboxProblems(evidence),
    ...deliveryProblems(evidence),
  ];
}
