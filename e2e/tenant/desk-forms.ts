import type { ForeignWorld } from "./foreign-world";

/** Forms that several doors of the desk take, with ids of the other network. */
export const moved = ({ draftId, sessionId, speakerId }: ForeignWorld) => ({
  ...{ eventId: draftId, sessionId, speakerId },
  direction: "down",
});

export const movedMaterial = ({ draftId, materialId }: ForeignWorld) => ({
  ...{ eventId: draftId, materialId },
  direction: "down",
});

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
