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

type Words = { title: string; summary: string; titleEn: string; summaryEn: string };

/** The name alone, for what names a series beside something else. */
export const seriesTitle = ({ title, titleEn }: Pick<Words, "title" | "titleEn">, locale: string): string =>
  locale === "en" ? titleEn || title : title;

/** What a series is called in a language; German where it has no other words. */
export const seriesWords = (
  { title, summary, titleEn, summaryEn }: Words,
  locale: string,
): { title: string; summary: string } =>
  locale === "en"
    ? { title: seriesTitle({ title, titleEn }, locale), summary: summaryEn || (titleEn ? "" : summary) }
    : { title, summary };
