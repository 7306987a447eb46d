import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { personActor, system } from "@/db/testing/actors";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { importCalendar } from "./import-calendar";
import { refreshCalendar } from "./refresh-calendar";

it("refresh-calendar keeps what is read, and the last good copy when nothing can be", async () => {
  const event = await aTalkEvent();
  const anna = await aTaker(event);
  const slot = (index: number) => ({ startsAt: slotAt(event, index), endsAt: slotAt(event, index + 1) });
  const said = {
    eventId: event.id,
    address: "https://example.org/a.ics",
    source: "https://example.org/a.ics",
    tentativeBlocks: true,
    problems: 0,
  };
  const actor = personActor(anna.person);
  const brought = await importCalendar({ actor, input: { ...said, busy: [slot(0)] } });
  if (!brought.ok) throw new Error(brought.failure.reason);
  const { importId } = brought.value;
  const state = async () => {
    const [row] = await db().select().from(calendarImports).where(eq(calendarImports.id, importId));
    const busy = await db().select().from(busyTimes).where(eq(busyTimes.importId, importId));
    return [row?.failure, row?.problems, ...busy.map(({ startsAt }) => startsAt.getTime()).sort()];
  };
  const refresh = (outcome: unknown) => refreshCalendar({ actor: system, input: { importId, outcome } });

  await refresh({ failure: "not_a_calendar" });
  expect(await state()).toEqual(["not_a_calendar", 0, slotAt(event, 0).getTime()]);
  for (let again = 0; again < 2; again++) {
    await refresh({ busy: [slot(1), slot(3)], problems: 2 });
    expect(await state()).toEqual([null, 2, slotAt(event, 1).getTime(), slotAt(event, 3).getTime()]);
  }
  const outcome = { busy: [], problems: 0 };
  expect(await refreshCalendar({ actor, input: { importId, outcome } })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
