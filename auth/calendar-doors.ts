import "server-only";
import { createHash } from "node:crypto";
import { calendarReader } from "@/domain/matchmaking/queries/availability";
import { CALENDAR_BYTES } from "@/lib/ics/reading/limits";
import { busyAtAddress, busyInFile, type OwnCalendar } from "@/lib/ics/reading/own-calendar";
import { idOf } from "@/lib/ids";
import { isWithinLimit } from "@/lib/limits";
import { type Failure, fail } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { type Door, type FilesOfForm, tooMany } from "./doors";

const missing = fail("not_found", "missing").failure;
const none = (reason: string): OwnCalendar => ({ ok: false, reason });

/** Whose calendar it is and in which zone they live: without a registration there is nobody to bring one. */
async function readerOf({ actor, body }: Door) {
  const eventId = idOf("event").safeParse(body.eventId);
  return eventId.success ? calendarReader(actor, eventId.data) : undefined;
}

type Who = NonNullable<Awaited<ReturnType<typeof readerOf>>>;

/** The file where there is one, else what lies at the address. */
async function readBrought({ body, files }: Door, who: Who): Promise<OwnCalendar> {
  const reader = { ...who, tentativeBlocks: body.tentative !== "free", now: now() };
  const file = files.get("file")?.[0];
  if (file && file.size > CALENDAR_BYTES) return none("too_large");
  if (file) return busyInFile(new Uint8Array(await file.arrayBuffer()), reader);
  const address = typeof body.address === "string" ? body.address.trim() : "";
  return address === "" ? none("calendar_needed") : busyAtAddress(address, reader);
}

const digestOf = async (file: File): Promise<string> =>
  createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("base64url");

/** The reading replaces whatever the request says of it: busy times are read, never typed. */
async function keep(door: Door): Promise<{ body: Door["body"]; failure?: Failure }> {
  const { body, files } = door;
  const who = await readerOf(door);
  if (!who) return { body, failure: missing };
  const read = await readBrought(door, who);
  if (!read.ok) return { body, failure: fail("invalid", read.reason).failure };
  const file = files.get("file")?.[0];
  const address = file || typeof body.address !== "string" ? null : body.address.trim();
  const source = address ?? (file && (await digestOf(file)));
  const { busy, problems } = read;
  return { body: { ...body, address, source, busy, problems, tentativeBlocks: body.tentative !== "free" } };
}

/** How a form brings a calendar along: a file in its field `file`, or an address in `address`. */
export const broughtCalendar: FilesOfForm = {
  mayBring: async ({ request, actor }) => {
    if (actor.type !== "person" && (actor.type !== "guest" || actor.seats.length === 0)) return missing;
    return (await isWithinLimit("calendar-import", request)) ? undefined : tooMany;
  },
  keep,
  line: "calendars",
};
