const FORMATS = ["atom", "rss", "json", "ics"] as const;
/** Forms in which a list of events can be subscribed to. */
export type ListFormat = (typeof FORMATS)[number];

const NAMED = /^(de|en)\.(atom|rss|json|ics)$/;

/** Language and format in the inner name of a list's file, such as `de.atom`. */
export function listFileOf(name: string): { locale: "de" | "en"; format: ListFormat } | undefined {
  const [, language, ending] = NAMED.exec(name) ?? [];
  const format = FORMATS.find((one) => one === ending);
  if (!format) return undefined;
  return { locale: language === "en" ? "en" : "de", format };
}

const TOPICAL = /^(de|en)\.([a-z0-9-]+)\.(atom|rss|json|ics)$/;

/** The topic in the inner name of a file, such as `de.sensorik.atom`, and the name without it; undefined for any other. */
export function topicFileOf(name: string): { topic: string; file: string } | undefined {
  const [, language, topic, format] = TOPICAL.exec(name) ?? [];
  return topic === undefined ? undefined : { topic, file: `${language}.${format}` };
}

const PICTURE = /^(de|en)\.png$/;

/** Language in the inner name of a page's picture, such as `de.png`; undefined for any other file. */
export function pictureLocaleOf(name: string): "de" | "en" | undefined {
  const [, language] = PICTURE.exec(name) ?? [];
  if (language === undefined) return undefined;
  return language === "en" ? "en" : "de";
}

/**
 * Public addresses of the lists: the page's own with an ending, such as `/events.ics`, `/events/{topic}.atom`, `/en/n/{network}.atom`,
 * `/s/{series}/schedule.xml`; and of the picture of an event, a network or a series, `/e/{event}.png`. They lead to files below `/feeds`, whose cached answers hang on the page's tag.
 */
export const feedRewrites = () => {
  const ending = `:format(${FORMATS.join("|")})`;
  const lists = [
    { prefix: "", locale: "de" },
    { prefix: "/en", locale: "en" },
  ].flatMap(({ prefix, locale }) => [
    { source: `${prefix}/events.${ending}`, destination: `/feeds/events/${locale}.:format` },
    {
      source: `${prefix}/events/:topic([a-z0-9-]+).${ending}`,
      destination: `/feeds/events/${locale}.:topic.:format`,
    },
    {
      source: `${prefix}/:list(n|s)/:slug([a-z0-9-]+).${ending}`,
      destination: `/feeds/:list/:slug/${locale}.:format`,
    },
    {
      source: `${prefix}/:page(e|n|s)/:slug([a-z0-9-]+).png`,
      destination: `/feeds/:page/:slug/${locale}.png`,
    },
  ]);
  const schedule = "/s/:slug([a-z0-9-]+)/schedule.:format(xml|json)";
  return [
    ...lists,
    { source: schedule, destination: "/feeds/s/:slug/schedule.:format" },
    { source: "/sitemap.xml", destination: "/feeds/events/sitemap.xml" },
  ];
};
