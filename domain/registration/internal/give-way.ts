import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { answers, registrations } from "@/db/schema/registration";
import { uploads } from "@/db/schema/registration-uploads";
import type { Context } from "@/domain/kernel/context";
import { noteForgotten } from "@/domain/kernel/forgotten";
import type { Id } from "@/lib/ids";
import { type Bringer, lockGivingWay } from "../queries/upload-room";
import { givingWay, type LyingUpload, type Need } from "./upload-room";

type Tx = Context["tx"];

/** Whose registrations nobody has proven, held: who proves the address at this moment is passed by and keeps what they brought. */
async function lockUnproven(tx: Tx, going: readonly LyingUpload[]): Promise<Id<"registration">[]> {
  const asked = [...new Set(going.flatMap(({ registrationId }) => registrationId ?? []))];
  if (asked.length === 0) return [];
  const held = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(inArray(registrations.id, asked), isNull(registrations.provenAt)))
    .for("update", { skipLocked: true });
  return held.map(({ id }) => id);
}

/** Which of these are deleted: nobody's by themselves, and an answer of who has proven nothing with all its files. */
async function deleted(tx: Tx, going: readonly LyingUpload[]): Promise<LyingUpload[]> {
  const free = going.filter(({ registrationId }) => registrationId === null);
  const gone = await tx
    .delete(uploads)
    .where(
      and(
        inArray(
          uploads.id,
          free.map(({ id }) => id),
        ),
        isNull(uploads.registrationId),
      ),
    )
    .returning({ id: uploads.id });
  const unproven = new Set(await lockUnproven(tx, going));
  const answered = going.flatMap(({ registrationId, questionId }) =>
    registrationId !== null && unproven.has(registrationId)
      ? [and(eq(answers.registrationId, registrationId), eq(answers.questionId, questionId))]
      : [],
  );
  const unanswered =
    answered.length === 0
      ? []
      : await tx
          .delete(answers)
          .where(or(...answered))
          .returning({ registrationId: answers.registrationId, questionId: answers.questionId });
  const ids = new Set(gone.map(({ id }) => id));
  const keys = new Set(unanswered.map(({ registrationId, questionId }) => `${registrationId} ${questionId}`));
  return going.filter(
    ({ id, registrationId, questionId }) => ids.has(id) || keys.has(`${registrationId} ${questionId}`),
  );
}

/**
 * Makes so much room by letting the oldest files of people who have proven nothing go; gives those files, which nothing
 * names any more, or undefined when it was not enough.
 */
export async function giveWay(
  { tx, now }: Pick<Context, "tx" | "now">,
  bringer: Bringer,
  need: Need,
): Promise<Id<"file">[] | undefined> {
  if (need.own === 0 && need.all === 0) return [];
  const going = givingWay(await lockGivingWay(bringer, now, tx), bringer.source, need);
  const gone = await deleted(tx, going);
  const sum = (which: readonly LyingUpload[]) => which.reduce((bytes, one) => bytes + one.bytes, 0);
  const own = gone.filter(({ source }) => source === bringer.source);
  if (sum(gone) < need.all || sum(own) < need.own) return undefined;
  await noteForgotten(
    { tx, now },
    "uploads",
    gone.map(() => bringer.eventId),
  );
  return gone.map(({ fileId }) => fileId);
}
