import "server-only";
import { householdOf } from "@/lib/limits";

/**
 * Forms with files that this process reads at once, in all and of one address of the internet. Each lies in memory several
 * times over until its files are in the store, so a crowd of them would fill it.
 */
const MOST = 8;
const MOST_OF_ONE = 3;

const reading = new Map<string, number>();
const inAll = () => [...reading.values()].reduce((sum, one) => sum + one, 0);

/** Whether the body can hold files; the gate lets only such a one be large. */
export const bringsFiles = (request: Request): boolean =>
  /^multipart\//i.test(request.headers.get("content-type") ?? "");

/** Does the work when there is room for one more form; undefined when there is none. Forms without files need no room. */
export async function inFileTurn<Value>(
  request: Request,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  if (!bringsFiles(request)) return work();
  const who = householdOf(request.headers.get("x-plenum-client-ip") ?? "unknown");
  const own = reading.get(who) ?? 0;
  if (own >= MOST_OF_ONE || inAll() >= MOST) return undefined;
  reading.set(who, own + 1);
  try {
    return await work();
  } finally {
    const left = (reading.get(who) ?? 1) - 1;
    if (left > 0) reading.set(who, left);
    else reading.delete(who);
  }
}
