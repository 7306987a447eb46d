import { delimiterOf, readTable } from "@/lib/csv/read";
import { undefused } from "@/lib/csv/table";
import { roomLine } from "./room-line";

/** One line of a file of rooms: who belongs into which. */
export type Wanted = { line: number; room: string; who: string };
type SetFile = { ok: true; wanted: Wanted[] } | { ok: false; line: number };

/** How the head of such a file begins, where it has one. */
const HEAD = /^(raum|room|gruppe|group|gruppenraum|breakout)$/i;
const MOST_ROOMS = 100;
/** Of a cell: no room, name or address is longer. */
const MOST_SIGNS = 254;

/** Reads lines of room and name, or room and address; empty ones say nothing. */
export function readSetFile(text: string): SetFile {
  const table = readTable(text, delimiterOf(text));
  if (!table.ok) return table;
  const wanted = table.rows.flatMap((row, at) => {
    const [room = "", who = ""] = row.map((cell) => roomLine(undefused(cell)).slice(0, MOST_SIGNS));
    return room === "" || who === "" || (at === 0 && HEAD.test(room))
      ? []
      : [{ line: at + 1, room: room.slice(0, 80), who }];
  });
  const rooms = new Set(wanted.map(({ room }) => room));
  const last = wanted.at(-1);
  if (!last) return { ok: false, line: 1 };
  return rooms.size > MOST_ROOMS ? { ok: false, line: last.line } : { ok: true, wanted };
}
