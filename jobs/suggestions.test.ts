import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { suggestionStates } from "@/db/schema/matchmaking-suggestions";
import { personActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { publishListing } from "@/domain/matchmaking/commands/publish-listing";
import { renewSuggestions } from "./suggestions";

const HOUR = 3_600_000;

it("keeps the lists of events with talks ahead, looks less often where nothing changes, and leaves what is over", async () => {
  const [event, over] = [
    await aTalkEvent(),
    await aTalkEvent({
      startsAt: new Date(Date.now() - 3 * HOUR),
      endsAt: new Date(Date.now() - HOUR),
    }),
  ];
  const { person } = await aTaker(event);
  await aTaker(over);
  const stateOf = async ({ id }: typeof event) =>
    (await db().select().from(suggestionStates).where(eq(suggestionStates.eventId, id))).map(
      ({ fingerprint }) => fingerprint,
    );
  await renewSuggestions();
  const [first] = await stateOf(event);
  expect(first).toBeDefined();
  expect(await stateOf(over)).toEqual([]);
  // Nothing changed in the next run, so the one after it rests; the one after that sees what was said meanwhile.
  await renewSuggestions();
  await publishListing({
    actor: personActor(person),
    input: { eventId: event.id, needs: ["robotik"], offers: [] },
  });
  await renewSuggestions();
  expect(await stateOf(event)).toEqual([first]);
  await renewSuggestions();
  expect(await stateOf(event)).not.toEqual([first]);
});
