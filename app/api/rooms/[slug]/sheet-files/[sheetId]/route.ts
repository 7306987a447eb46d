import { roomFile, roomRoute } from "@/auth/room-doors";
import { shareSheet } from "@/domain/interaction/commands/share-sheet";
import { sheetFile } from "@/domain/interaction/queries/sheets";
import { now } from "@/lib/time/clock";

/** One sheet as a file, to save. */
export const GET = roomFile(({ actor, eventId, params }) =>
  sheetFile(actor, { eventId, sheetId: params.sheetId ?? "" }, now()),
);

/** Brings it to everybody, or takes it back. */
export const POST = roomRoute(shareSheet, {
  input: ({ params, body: { shared } }) => ({ sheetId: params.sheetId, shared }),
});
