import { questionSettings } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { newId } from "@/lib/ids";
import { ok } from "@/lib/result";
import { settingsInput } from "../schema/questions";

/** Nothing said keeps an address as it is; `undefined` is no change to Drizzle either. */
const addressFor = <Kind extends "hall" | "projector">(kind: Kind, wish: "renew" | "close" | undefined) =>
  wish && (wish === "renew" ? newId(kind) : null);

/** How an event takes questions, and whether hall and projector have an address. A new one makes the former open nothing. */
export const setQuestions = defineCommand({
  name: "set-questions",
  input: settingsInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, hall, projector, ...switches }) => {
    const change = {
      ...switches,
      hallToken: addressFor("hall", hall),
      projectorToken: addressFor("projector", projector),
    };
    const [stored] = await tx
      .insert(questionSettings)
      .values({ eventId, ...change })
      .onConflictDoUpdate({ target: questionSettings.eventId, set: { eventId, ...change } })
      .returning();
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ hall: stored?.hallToken ?? null, projector: stored?.projectorToken ?? null });
  },
});
