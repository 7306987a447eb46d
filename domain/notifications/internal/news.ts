import { and, inArray } from "drizzle-orm";
import type { z } from "zod";
import { mails } from "@/db/schema/notifications";
import type { Context } from "@/domain/kernel/context";
import { inTurns } from "@/domain/kernel/turns";
import type { MailKind } from "../labels";
import { isUnsent } from "../queries/news";
import type { queueMailInput } from "../schema";

type Letter = z.output<typeof queueMailInput>;
const columns = {
  ...{ id: mails.id, dedupeKey: mails.dedupeKey, kind: mails.kind, subjectId: mails.subjectId },
  ...{ toEmail: mails.toEmail, state: mails.state, attempts: mails.attempts, lastError: mails.lastError },
  ...{ createdAt: mails.createdAt, sentAt: mails.sentAt },
};
type Row = Pick<typeof mails.$inferSelect, keyof typeof columns>;

/** News that an organizer can cause again and again: a newer mail says all that these say of the same thing. */
const REPLACES: Partial<Record<MailKind, readonly MailKind[]>> = {
  "plan.published": ["plan.published"],
  "meeting.moved": ["meeting.moved"],
  "meeting.cancelled": ["meeting.moved"],
};

const MINUTE = 60_000;
/** So far apart are two mails with news about the same thing to the same person; less where it is soon. */
export const NEWS_PAUSE_MS = { calm: 10 * MINUTE, soon: 2 * MINUTE } as const;

const sameAs = (letter: Letter) => (row: Row) =>
  row.subjectId === letter.subjectId &&
  row.toEmail === letter.to.email &&
  (REPLACES[letter.kind] ?? []).some((kind) => kind === row.kind);

/** When the news may go out: the first at once, each further one a pause after the one that went before. */
export function newsDue({ pace }: Pick<Letter, "pace">, told: readonly Date[], now: Date): Date {
  if (!pace || told.length === 0) return now;
  const last = Math.max(...told.map((at) => at.getTime()));
  return new Date(Math.max(now.getTime(), last + NEWS_PAUSE_MS[pace]));
}

type Folded = { letter: Letter; due: Date };

/**
 * What is to be stored of these mails, and when each may go out. News about the same thing that still wait are said by the new
 * mail and fall away: whoever publishes or moves talks again and again within minutes writes one mail, not one each time.
 */
export async function foldNews({ tx, now }: Context, letters: readonly Letter[]): Promise<Folded[]> {
  const news = letters.filter(({ kind }) => REPLACES[kind]);
  if (news.length === 0) return letters.map((letter) => ({ letter, due: now }));
  await inTurns(
    tx,
    "news",
    news.map(({ subjectId, to }) => `${subjectId} ${to.email}`),
  );
  const rows: Row[] = await tx
    .select(columns)
    .from(mails)
    .where(
      and(
        inArray(mails.toEmail, [...new Set(news.map(({ to }) => to.email))]),
        inArray(mails.subjectId, [...new Set(news.map(({ subjectId }) => subjectId))]),
      ),
    );
  const known = new Set(rows.map(({ dedupeKey }) => dedupeKey));
  const stale: Row[] = [];
  // What is there already is written a second time, after something newer perhaps: it replaces nothing.
  const folded = letters
    .filter(({ dedupeKey }) => !known.has(dedupeKey))
    .map((letter): Folded => {
      const before = rows.filter(sameAs(letter));
      stale.push(...before.filter(isUnsent));
      const told = before
        .filter((row) => row.state !== "dropped" && !isUnsent(row))
        .map(({ sentAt, createdAt }) => sentAt ?? createdAt);
      return { letter, due: newsDue(letter, told, now) };
    });
  const ids = stale.map(({ id }) => id);
  if (ids.length > 0) await tx.update(mails).set({ state: "dropped" }).where(inArray(mails.id, ids));
  return folded;
}
