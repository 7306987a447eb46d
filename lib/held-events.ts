/** Header by which the server in front tells Next which events a browser holds seats of; from outside it is stripped. */
export const HELD_HEADER = "x-plenum-held";

/** Between the ids; it stands in no id, and an address needs no code for it. */
export const HELD_SEPARATOR = "~";

const CONFIRMATION = /^(?:\/en)?\/e\/[^/]+\/registered$/;

/** Whether a path is a page that looks different for those who hold different events. */
export const dependsOnHeld = (path: string) => CONFIRMATION.test(path);

/** Events in one order, so that all who hold the same share one cached page. */
export const heldText = (eventIds: readonly string[]) => [...new Set(eventIds)].sort().join(HELD_SEPARATOR);

/** In the query of a confirmation: the page that knows the visitor shall answer, not the cached one. */
const OWN = "own";

/** Where a cached confirmation leads that may not say anything: to the rows. The same for every reason, so that it tells none. */
export const ownConfirmation = (slug: string) => `/e/${slug}/registered?${OWN}=1`;

/** Routing of the confirmation: its address and the header lead to the cached page. Without the header nobody holds a seat. */
export const heldRewrites = () => {
  const missing = [{ type: "query" as const, key: OWN }];
  const held = { type: "header" as const, key: HELD_HEADER, value: "(?<held>[\\w~]+)" };
  return [
    { source: "/e/:event/registered", language: "de" },
    { source: "/en/e/:event/registered", language: "en" },
  ].flatMap(({ source, language }) => [
    ...["waiting", "pending"].map((state) => ({
      source,
      has: [held, { type: "query" as const, key: "state", value: state }],
      missing,
      destination: `/${language}/e/:event/registered/${state}/:held`,
    })),
    { source, has: [held], missing, destination: `/${language}/e/:event/registered/confirmed/:held` },
  ]);
};
