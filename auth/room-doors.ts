import "server-only";
import type { z } from "zod";
import type { Command } from "@/domain/kernel/command";
import { resultResponse } from "@/domain/kernel/http";
import { enforceSoon } from "@/domain/rooms/commands/reconcile-rooms";
import { findEventId } from "@/domain/rooms/queries";
import type { Id } from "@/lib/ids";
import { isWithinLimit } from "@/lib/limits";
import { fail, type Result } from "@/lib/result";
import { callOf, type Door, jsonDoor, jsonQuery, type Route, tooMany } from "./doors";

/** A door below `/api/rooms/{slug}`: the event is found by its address, everything else by who asks. */
export type RoomDoor = Door & { eventId: Id<"event"> };

/** Whose writes are counted together: a person's, or those of a browser's newest seat; else an address's. */
function whoOf({ actor }: Door): string | undefined {
  if (actor.type === "person") return actor.personId;
  const seat = actor.type === "guest" ? actor.seats.at(-1) : undefined;
  return seat?.claimId ?? seat?.registrationId;
}

/** A write that chooses its command itself. `enforce`: LiveKit's rooms follow the rows at once, not within 5 s.
 * `limit`: how often, where that is not as often as anything else. */
export const roomDoor = (
  handle: (door: RoomDoor) => Promise<Result<unknown> | Response>,
  { enforce = false, limit = "room" }: { enforce?: boolean; limit?: "room" | "reaction" | "caption" } = {},
): Route =>
  jsonDoor(async (door) => {
    if (!(await isWithinLimit(limit, door.request, whoOf(door)))) return { ok: false, failure: tooMany };
    const eventId = await findEventId(door.params.slug ?? "");
    if (!eventId) return fail("not_found", "missing");
    const result = await handle({ ...door, eventId });
    if (enforce && !(result instanceof Response) && result.ok) enforceSoon(eventId);
    return result;
  });

type Inputs = { input?: (door: RoomDoor) => Record<string, unknown>; enforce?: boolean };

/** One command about the room of this event. */
export const roomRoute = <Schema extends z.ZodType, Value, Reason extends string>(
  command: Command<Schema, Value, Reason>,
  { input = () => ({}), enforce = false }: Inputs = {},
): Route => roomDoor((door) => command(callOf(door, { ...input(door), eventId: door.eventId })), { enforce });

/** One command chosen by `body.action`; an unknown action is refused. */
export const roomActions = (
  choices: Record<string, (door: RoomDoor) => Promise<Result<unknown>>>,
  options?: { enforce?: boolean },
): Route =>
  roomDoor(async (door) => {
    const { action } = door.body;
    const choice = typeof action === "string" && Object.hasOwn(choices, action) ? choices[action] : undefined;
    return choice ? choice(door) : fail("invalid", "input", { fields: { action: ["invalid"] } });
  }, options);

/** A read of this event's room. */
export const roomQuery = (read: (door: RoomDoor) => Promise<Result<unknown>>): Route =>
  jsonQuery(async (door) => {
    const eventId = await findEventId(door.params.slug ?? "");
    return eventId ? resultResponse(await read({ ...door, eventId })) : undefined;
  });

type TextFile = { name: string; type: string; content: string };

/** A read of this event's room as a file to save: never shown by the browser, whatever people wrote into it. */
export const roomFile = (read: (door: RoomDoor) => Promise<Result<TextFile>>): Route =>
  jsonQuery(async (door) => {
    const eventId = await findEventId(door.params.slug ?? "");
    if (!eventId) return undefined;
    const result = await read({ ...door, eventId });
    if (!result.ok) return resultResponse(result);
    const { name, type, content } = result.value;
    return new Response(content, {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "")}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
      },
    });
  });
