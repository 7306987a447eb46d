/** What a person can say of themselves for talks, besides tags and one sentence. */
export const roles = [
  "management",
  "development",
  "production",
  "purchasing",
  "sales",
  "research",
  "network",
  "other",
] as const;
export const sizes = ["up_to_9", "up_to_49", "up_to_249", "more", "research"] as const;
/** Where: the federal states by ISO 3166-2, and elsewhere. */
export const regions = [
  ...(["DE-BW", "DE-BY", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW"] as const),
  ...(["DE-RP", "DE-SL", "DE-SN", "DE-ST", "DE-SH", "DE-TH", "AT", "CH", "EU", "other"] as const),
] as const;
export const languages = ["de", "en", "fr", "pl"] as const;
/** How and when somebody likes to talk. */
export const ways = ["online", "onsite", "morning", "afternoon"] as const;
/** What can be kept from others; tags and sentence are what a suggestion is made of. */
export const hideable = ["role", "size", "region", "languages", "cooperation", "ways", "sentence"] as const;
export type Hideable = (typeof hideable)[number];

/** Why somebody is not to be suggested: the topic, that one knows them already, or just not this time. */
export const dismissReasons = ["topic", "known", "not_now"] as const;
