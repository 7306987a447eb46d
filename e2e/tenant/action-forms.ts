import { berlinTime } from "../pages/desk-page";
import type { ForeignWorld } from "./foreign-world";
import type { ActionProbe } from "./probe";

/** One item or name of the draft, by one place. */
export const moved = ({ draftId, sessionId, speakerId }: ForeignWorld) => ({
  ...{ eventId: draftId, sessionId, speakerId },
  direction: "down",
});

export const movedMaterial = ({ draftId, materialId }: ForeignWorld) => ({
  ...{ eventId: draftId, materialId },
  direction: "down",
});

/** Forms that several doors of the desk take, with ids of the other network. */
export const picked = ({ eventId, registrationId }: ForeignWorld) => ({
  eventId,
  registrationIds: registrationId,
});

export const importedInto = ({ eventId }: ForeignWorld) => ({
  eventId,
  text: "Name;E-Mail\nUntergeschoben;untergeschoben@example.org",
  delimiter: ";",
  "columns.name": "0",
  "columns.email": "1",
});

/** An action of the event's desk. */
export const atDesk = (door: string, form: ActionProbe["form"]): ActionProbe => ({
  door,
  page: ({ network, draftSlug }) => `/o/${network}/e/${draftSlug}`,
  form,
});

/** An action of the draft's form. */
export const atForm = (door: string, more: Record<string, string> = {}): ActionProbe => ({
  door,
  page: ({ network, draftSlug }) => `/o/${network}/e/${draftSlug}/form`,
  form: ({ draftId, questionId }) => ({ eventId: draftId, questionId, ...more }),
});

/** An action of the network's settings. */
export const atOffice = (
  door: string,
  more: (world: ForeignWorld) => Record<string, string>,
): ActionProbe => ({
  door,
  page: ({ network }) => `/o/${network}/office`,
  form: (world) => ({ networkId: world.networkId, ...more(world) }),
});

/** An action of the network's shelf of templates. */
export const atShelf = (door: string, form: ActionProbe["form"]): ActionProbe => ({
  door,
  page: ({ network }) => `/o/${network}/templates`,
  form,
});

/** A day on which every event may be: only the missing permission refuses what is planned for it. */
export const someDay = berlinTime(new Date(Date.now() + 42 * 24 * 3_600_000)).slice(0, 10);

/** What any network could say of a series of its own. */
export const seriesSaid = { title: "Untergeschoben", startsOn: someDay, endsOn: someDay };

/** An action of the page of the other network's series. */
export const atSeries = (door: string, more: Record<string, string> = {}): ActionProbe => ({
  door,
  page: ({ network, series }) => `/o/${network}/series/${series}`,
  form: ({ networkId, seriesId }) => ({ networkId, seriesId, ...more }),
});

/** A series that any network could plan, so that only the missing permission refuses it. */
export const someSeries = JSON.stringify({
  ...{ format: "plenum-series", version: 1, series: { title: "Untergeschoben", days: 1 } },
  events: [
    {
      ...{ title: "Untergeschoben", day: 0, time: "10:00", kind: "webinar", mode: "stage", minutes: 60 },
      seats: { capacity: 10 },
    },
  ],
});
