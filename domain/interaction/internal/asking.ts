import { and, desc, eq } from "drizzle-orm";
import { audienceQuestions, hallGuests } from "@/db/schema/interaction-questions";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { findGuest, findHall, secretHashOf } from "../queries/hall";
import { asksTooMuch, isOpenQuestion } from "../rules/questions";

/** Who asks or votes: somebody who is admitted, or a browser in the hall. */
export type Asker = { admissionId: Id<"admission"> } | { hallGuestId: Id<"hallGuest"> };

export const isBy = (asker: Asker) =>
  "admissionId" in asker
    ? eq(audienceQuestions.admissionId, asker.admissionId)
    : eq(audienceQuestions.hallGuestId, asker.hallGuestId);

type Asked = Pick<
  typeof audienceQuestions.$inferInsert,
  "eventId" | "text" | "clientKey" | "isAnonymous" | "hallName" | "state"
>;

/** Stores one question, once for each key of the browser's, and tells of it. Too many at once are refused. */
export async function storeQuestion(context: Context, asker: Asker, asked: Asked) {
  const { tx, now, emit } = context;
  const { id, state } = audienceQuestions;
  const [known] = await tx
    .select({ id, state })
    .from(audienceQuestions)
    .where(and(isBy(asker), eq(audienceQuestions.clientKey, asked.clientKey)));
  if (known) return ok(known);
  const refusal = await tooMuchOf(context, asker, asked.eventId);
  if (refusal === "stopped") return fail("forbidden", refusal);
  if (refusal) return fail("conflict", refusal);
  const [stored] = await tx
    .insert(audienceQuestions)
    .values({ ...asker, ...asked, createdAt: now })
    .returning({ id, state });
  if (!stored) throw new Error("a question was not stored");
  await emit({ kind: "question.changed", payload: { eventId: asked.eventId } });
  return ok(stored);
}

async function tooMuchOf({ tx, now }: Context, asker: Asker, eventId: Id<"event">) {
  const asked = await tx
    .select({
      at: audienceQuestions.createdAt,
      state: audienceQuestions.state,
      stoppedAt: audienceQuestions.stoppedAt,
    })
    .from(audienceQuestions)
    .where(and(isBy(asker), eq(audienceQuestions.eventId, eventId)))
    .orderBy(desc(audienceQuestions.createdAt));
  if (asked.some(({ stoppedAt }) => stoppedAt !== null)) return "stopped";
  return asksTooMuch({
    ages: asked.map(({ at }) => now.getTime() - at.getTime()),
    open: asked.filter(({ state }) => isOpenQuestion(state)).length,
  });
}

type Ground = Omit<Context, "emit">;
type InHall = { token: Id<"hall">; secret: string };

/** Whoever sends a hundred writes at once waits for their own turn, and takes no database connection from the others. */
export const lineInHall = ({ secret }: Pick<InHall, "secret">): string => `hall ${secretHashOf(secret)}`;

/** `load` of what a browser in the hall does, with its writes taking turns; undefined for an address that opens nothing. */
export async function loadHall({ tx, now }: Ground, { token, secret }: InHall) {
  const hall = await findHall(tx, token, now);
  if (!hall || hall.state === "over") return undefined;
  await inTurn(tx, "room-writes", secretHashOf(secret));
  return { ...hall, guest: await findGuest(tx, hall.eventId, secret) };
}

/** The row of this browser, which is made with the first thing it does. */
export async function guestFor(
  { tx, now }: Context,
  { eventId, guest }: NonNullable<Awaited<ReturnType<typeof loadHall>>>,
  secret: string,
): Promise<Id<"hallGuest">> {
  if (guest) return guest.id;
  const [made] = await tx
    .insert(hallGuests)
    .values({ eventId, secretHash: secretHashOf(secret), createdAt: now })
    .returning({ id: hallGuests.id });
  if (!made) throw new Error("the browser in the hall was not stored");
  return made.id;
}
