import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { seriesChanged } from "../events";
import { endHosting, lockSeries, takeOffer } from "../internal/series-hosts";
import { answerSeriesHostInput } from "../schema";

/**
 * A network's office says whether it hosts a series that it was asked for. No also ends a yes: its events leave the series
 * and stay what they are. Reasons: offer_over where it was not asked, or is not any more.
 */
export const answerSeriesHost = defineCommand({
  name: "answer-series-host",
  input: answerSeriesHostInput,
  permission: "series.host",
  load: async ({ tx }, { seriesId, networkId }) => {
    const part = await lockSeries(tx, seriesId);
    return part && { networkId };
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
