/** The themes events are filed under. Their words stand in the message catalogs, keyed by these ids. */
export const topicIds = [
  "sensorik",
  "ki-digitalisierung",
  "energiewende",
  "quantentechnologie",
  "regionale-wertschoepfung",
  "infektionsdiagnostik",
  "wasserstoff",
  "kreislaufwirtschaft",
  "leichtbau",
  "medizintechnik",
  "logistik",
  "photonik",
  "instandhaltung",
  "foerderung",
] as const;

export type TopicId = (typeof topicIds)[number];

/** Narrows a stored text to a topic the catalogs have words for. */
export const isTopic = (text: string): text is TopicId => topicIds.some((id) => id === text);
