import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { worstOf } from "@/db/testing/races";
import { mailSettingsOf } from "../queries/settings";
import { changeMailWording } from "./change-mail-wording";

/** The one guard: the event is held. Switched off, the very same changes must lose some of each other. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const { eventLockWithSwitch } = await import("@/db/testing/switches");
  return eventLockWithSwitch(await original<typeof import("@/domain/programme/queries")>(), guard);
});

vi.mock("../queries/settings", async (original) => {
  const real = await original<typeof import("../queries/settings")>();
  const read: typeof real.mailSettingsOf = async (eventId, reader) => {
    const settings = await real.mailSettingsOf(eventId, reader);
    // The pause only widens the window that is always there between reading and writing.
    await reader?.execute(sql`select pg_sleep(0.02)`);
    return settings;
  };
  return { ...real, mailSettingsOf: read };
});

const mails = ["waiting", "confirmed", "thanks", "liveNow", "offered"] as const;

/** Five mails of one event worded at the same moment; how many of them come to nothing. */
async function lost(): Promise<number> {
  const { event, actor } = await aDesk();
  const change = (mail: string) =>
    changeMailWording({ actor, input: { eventId: event.id, mail, subjectDe: mail } });
  const results = await Promise.all(mails.map(change));
  expect(results.every(({ ok }) => ok)).toBe(true);
  return mails.length - Object.keys((await mailSettingsOf(event.id)).words).length;
}

it("loses none of the mails that several people word at once", async () => {
  guard.on = true;
  expect(await lost()).toBe(0);
});

it("loses some without the lock: the guard is what keeps them", async () => {
  guard.on = false;
  expect(await worstOf(lost, 0)).toBeGreaterThan(0);
});
