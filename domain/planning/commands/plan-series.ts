import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { within } from "@/domain/kernel/within";
import { createSeries } from "@/domain/programme/commands/create-series";
import { fail, ok } from "@/lib/result";
import { dayAfter } from "@/lib/time/days";
import { planDraft } from "../internal/plan-draft";
import { type PlannedDay, plannedDays } from "../rules";
import { planSeriesInput, type SeriesFile } from "../schema";

/** A series as it would be made, as JSON. */
export type SeriesPreview = {
  title: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  events: { title: string; day: string; startsAt: string | null; problem: PlannedDay["problem"] | null }[];
};

function previewOf({ series, events }: SeriesFile, firstDay: string, days: readonly PlannedDay[]) {
  const { title, timeZone } = series;
  const preview: SeriesPreview = {
    ...{ title, timeZone },
    startsOn: firstDay,
    endsOn: dayAfter(firstDay, series.days - 1),
    events: events.map((event, index) => ({
      title: event.title,
      day: days[index]?.day ?? firstDay,
      startsAt: days[index]?.startsAt?.toISOString() ?? null,
      problem: days[index]?.problem ?? null,
    })),
  };
  return preview;
}

/**
 * A whole series from its file, beginning on a day: the series and a draft of each event, led by one network, all or
 * none. With `step: "look"` it only answers with what it would make, and what can't be.
 */
export const planSeries = defineCommand({
  name: "plan-series",
  input: planSeriesInput,
  permission: "series.plan",
  load: async ({ tx }, { networkId }) => {
    const network = await findNetwork(networkId, tx);
    return network && { networkId: network.id, network };
  },
  run: async (context, { file, firstDay, step, locale }, { network }) => {
    const { title, summary, timeZone } = file.series;
    const days = plannedDays(file.events, { firstDay, timeZone }, context.now);
    const preview = previewOf(file, firstDay, days);
    const answer = { preview, networkSlug: network.slug, locale };
    // Its text goes back with the answer, for a page that is shown anew.
    if (step === "look") return ok({ ...answer, made: 0, text: JSON.stringify(file) });
    const problem = days.find((day) => day.problem)?.problem;
    if (problem) return fail("invalid", "input", { fields: { firstDay: [problem] } });

    const networkId = network.id;
    const { startsOn, endsOn } = preview;
    const { seriesId } = await within(context, createSeries, { networkId, title, summary, startsOn, endsOn });
    const common = { networkId, seriesId, timeZone };
    for (const [index, event] of file.events.entries()) {
      const startsLocal = `${days[index]?.day}T${event.time}`;
      await planDraft(context, { ...common, title: event.title, startsLocal, plan: event });
    }
    return ok({ ...answer, made: file.events.length, text: "" });
  },
  // Looking writes nothing down; what is made is told by its facts.
  quiet: true,
});
