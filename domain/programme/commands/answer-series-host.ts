import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { seriesChanged } from "../events";
import { endHosting, lockSeries, takeOffer, wasAsked } from "../internal/series-hosts";
import { answerSeriesHostInput } from "../schema/series";

/**
 * A network's office says whether it hosts a series that it was asked for. No also ends a yes: its events leave the series
 * and stay what they are. A series that did not ask looks like one that does not exist. Reason: offer_over where the offer is
 * withdrawn at this moment.
 */
export const answerSeriesHost = defineCommand({
  name: "answer-series-host",
  input: answerSeriesHostInput,
  permission: "series.host",
  load: async ({ tx }, { seriesId, networkId }) => {
    // Asked before the lock: nobody makes others wait at a series that is none of theirs.
    if (!(await wasAsked(tx, { seriesId, networkId }))) return undefined;
    const held = await lockSeries(tx, seriesId);
    return held && { networkId };
  },
  run: async ({ tx, now, emit }, { answer, ...part }) => {
    if (answer === "yes") {
      if (!(await takeOffer(tx, part, now))) return fail("conflict", "offer_over");
    } else
      for (const eventId of await endHosting(tx, part))
        await emit({ kind: "event.changed", payload: { eventId } });
    await emit({ kind: seriesChanged, payload: { seriesId: part.seriesId } });
    return ok({ seriesId: part.seriesId });
  },
});
