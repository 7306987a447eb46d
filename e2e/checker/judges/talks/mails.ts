import type { TalkEvidence, TalkMail } from "../../talks/evidence";
import { deliveryProblems, mailboxProblems } from "../mails";
import { type Letter, lettersOf } from "./letters";

/** Addresses of people whom the run made up for talks. */
const OURS = /^gespraech-/;

function letterProblems({ dedupeKey, to, mayBeSilent, mayBeDropped }: Letter, mails: readonly TalkMail[]) {
  return [
    ...(mails.length > 1 ? [`${dedupeKey} has ${mails.length} mails`] : []),
    ...(mails.length === 0 && !mayBeSilent ? [`${dedupeKey} has no mail`] : []),
    ...mails.flatMap((mail) => [
      ...(mail.to === to ? [] : [`the mail ${dedupeKey} went to ${mail.to}`]),
      ...(mail.state === "failed" || (mail.state === "dropped" && !mayBeDropped)
        ? [`the mail ${dedupeKey} is ${mail.state}`]
        : []),
    ]),
  ];
}

/** I7: each change is told once to each side, and nothing else is. */
export function judgeTalkMails({ talks }: { talks: TalkEvidence }): string[] {
  const letters = lettersOf(talks);
  const written = Map.groupBy(talks.mails, ({ dedupeKey }) => dedupeKey);
  const wanted = new Set(letters.map(({ dedupeKey }) => dedupeKey));
  const aboutTalks = talks.mails.filter(({ dedupeKey }) => /^(?:meeting|plan)\./.test(dedupeKey));
  return [
    ...talks.facts.flatMap(({ kind, id, isTold }) =>
      isTold ? [] : [`${kind} ${id} still waits to be told`],
    ),
    ...letters.flatMap((letter) => letterProblems(letter, written.get(letter.dedupeKey) ?? [])),
    ...aboutTalks.flatMap(({ dedupeKey }) =>
      wanted.has(dedupeKey) ? [] : [`a mail says ${dedupeKey}, which never happened`],
    ),
    ...mailboxProblems(talks),
    ...deliveryProblems(talks, OURS),
  ];
}
