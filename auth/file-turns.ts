import "server-only";
import { householdIn } from "@/lib/limits";
import { bringsFiles } from "./door-body";

/**
 * Doors that strangers reach, those of the office, and the one that takes calendars, which waits for other people's servers:
 * however many knock at one, the others have room.
 */
export type FileLine = "strangers" | "office" | "calendars";

/**
 * Forms with files that this process reads at once, in all of one line and of one address of the internet. Each lies in
 * memory several times over until its files are in the store, so a crowd of them would fill it.
 */
const MOST: Record<FileLine, number> = { strangers: 6, office: 4, calendars: 4 };
const MOST_OF_ONE = 3;

const reading: Record<FileLine, Map<string, number>> = {
  strangers: new Map(),
  office: new Map(),
  calendars: new Map(),
};
const inAll = (line: FileLine) => [...reading[line].values()].reduce((sum, one) => sum + one, 0);

/** Does the work when there is room for one more form; undefined when there is none. Forms without files need no room. */
export async function inFileTurn<Value>(
  { request, line }: { request: Request; line: FileLine },
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  if (!bringsFiles(request)) return work();
  const who = householdIn(request);
  const own = reading[line].get(who) ?? 0;
  if (own >= MOST_OF_ONE || inAll(line) >= MOST[line]) return undefined;
  reading[line].set(who, own + 1);
  try {
    return await work();
  } finally {
    const left = (reading[line].get(who) ?? 1) - 1;
    if (left > 0) reading[line].set(who, left);
    else reading[line].delete(who);
  }
}
