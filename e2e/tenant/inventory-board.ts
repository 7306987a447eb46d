import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const said = () => ({
  ...{ kind: "need", title: "Untergeschoben", tags: ["robotik"], audience: "alliance", locale: "de" },
  validUntil: inAMonth(),
});

/** A door of one entry, which its folder names. */
const ofEntry = (door: string, bodies: Row[2]): Row => [
  door,
  ({ entryId }) => door.replace(/^app|\/route.ts#POST$/g, "").replace("[entryId]", entryId),
  bodies,
];

/** Offers and needs of another network, which only its own people may read. */
export const board: Row[] = [
  ofEntry("app/api/board/entries/[entryId]/route.ts#POST", () => [said()]),
  ofEntry("app/api/board/entries/[entryId]/state/route.ts#POST", () => [
    { state: "in_talks" },
    { state: "solved", outcome: "contact" },
  ]),
  ofEntry("app/api/board/entries/[entryId]/withdraw/route.ts#POST", () => [{}]),
  ofEntry("app/api/board/entries/[entryId]/contact/route.ts#POST", () => [{ note: "" }]),
  ofEntry("app/api/board/entries/[entryId]/report/route.ts#POST", () => [{ reason: "advertising" }]),
  ofEntry("app/api/board/entries/[entryId]/moderate/route.ts#POST", () => [
    { hidden: "yes", reason: "other" },
    { hidden: "no" },
  ]),
  ofEntry("app/api/board/entries/[entryId]/files/route.ts#POST", () => [{ locale: "de" }]),
  ofEntry("app/api/board/entries/[entryId]/files/remove/route.ts#POST", ({ entryFileId }) => [
    { fileId: entryFileId },
  ]),
  ["app/api/board/files/[fileId]/route.ts#GET", ({ entryFileId }) => `/api/board/files/${entryFileId}`],
  [
    "app/api/board/contacts/[contactId]/route.ts#POST",
    ({ contactId }) => `/api/board/contacts/${contactId}`,
    () => [{ answer: "agreed" }, { answer: "declined" }],
  ],
  [
    "app/api/networks/[networkId]/entries/route.ts#POST",
    ({ networkId }) => `/api/networks/${networkId}/entries`,
    ({ seriesId }) => [{ seriesId, ...said() }],
  ],
  [
    "app/api/networks/[networkId]/entries/export/route.ts#POST",
    ({ networkId }) => `/api/networks/${networkId}/entries/export`,
    () => [{ format: "excel" }, { format: "rfc4180" }],
  ],
];

/** What people do for themselves, with another's id beside it. */
export const ownBoard: Row[] = [
  [
    "app/api/board/entries/route.ts#POST",
    () => "/api/board/entries",
    ({ seriesId, personId, networkId }: ForeignWorld) => [
      { seriesId, personId, networkId, ...said(), audience: "network", audienceNetworkId: networkId },
    ],
  ],
  [
    "app/api/board/digest/route.ts#POST",
    () => "/api/board/digest",
    ({ seriesId, personId }) => [{ seriesId, personId, want: "off" }],
  ],
  [
    "app/api/me/blocks/route.ts#POST",
    () => "/api/me/blocks",
    ({ personId }) => [{ personId, blocked: "no" }],
  ],
];
