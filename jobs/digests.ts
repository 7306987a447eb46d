import { noteDigests } from "@/domain/board/commands/note-digests";
import { type DueDigest, dueDigests, newEntriesFor } from "@/domain/board/queries/digest";
import { digestWeek } from "@/domain/board/rules";
import { isRefused } from "@/domain/notifications/queries/refusals";
import { now } from "@/lib/time/clock";
import { deliverSoon } from "./mail-delivery";
import { digestLetter } from "./mails/digest";
import { type Letter, PART, postAll, worker } from "./mails/parts";

type At = { week: string; at: Date };

/** The letter of one reader; nothing for who has ended the network's mails, and where nothing is new. */
async function letterFor(due: DueDigest, { week, at }: At): Promise<Letter[]> {
  if (await isRefused({ networkId: due.network.id, email: due.email })) return [];
  const news = await newEntriesFor(due, at);
  return news.entries.length === 0 ? [] : [await digestLetter(due, week, news)];
}

/**
 * Writes the weekly mails of boards, on Mondays: part after part until every reader was seen to. First the mails, whose
 * keys keep a second worker from doubling them, then the note that this week is done: killed between the two, it asks the
 * same readers again and writes nothing twice (R10).
 */
export async function writeDigests(): Promise<number> {
  const at = now();
  const week = digestWeek(at);
  if (week === undefined) return 0;
  let written = 0;
  for (;;) {
    const due = await dueDigests({ week, limit: PART });
    if (due.length === 0) return written;
    const letters: Letter[] = [];
    for (const reader of due) letters.push(...(await letterFor(reader, { week, at })));
    await postAll(letters);
    const readers = due.map(({ personId, series }) => ({ personId, seriesId: series.id }));
    const noted = await noteDigests({ actor: worker, input: { week, readers } });
    if (!noted.ok) throw new Error(`digests not noted: ${noted.failure.reason}`);
    written += letters.length;
    if (letters.length > 0) deliverSoon();
  }
}
