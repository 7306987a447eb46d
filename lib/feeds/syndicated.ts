import { Feed } from "feed";

export const feedFormats = ["atom", "rss", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];

export type FeedItem = {
  /** Address of its page; also its identifier for life. */
  link: string;
  title: string;
  /** Plain text. */
  summary: string;
  published: Date;
  /** When it last changed in a way that readers have to hear of. */
  updated: Date;
  author: string;
  topics: readonly string[];
};

export type FeedFacts = {
  title: string;
  description: string;
  language: string;
  /** The page that shows the same. */
  home: string;
  /** Where each format is found. */
  addresses: Record<FeedFormat, string>;
  items: readonly FeedItem[];
};

const MEDIA: Record<FeedFormat, string> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};

/** Media type of a feed, with its character set. */
export const mediaTypeOf = (format: FeedFormat): string => `${MEDIA[format]}; charset=utf-8`;

/** XML 1.0 has no control characters, escaped or not, but three. */
const readable = (text: string): string =>
  [...text].filter((one) => one >= " " || one === "\n" || one === "\t").join("");

/** What is said to be HTML has to be written as such. */
const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

/** Every format takes the summary as HTML; the title is HTML in Atom alone. */
const titleIn = (format: FeedFormat, text: string) => (format === "atom" ? asHtml(text) : text);

/** One list as Atom (RFC 4287), RSS 2.0 or JSON Feed 1, newest first as given. */
export function syndicated(format: FeedFormat, facts: FeedFacts): string {
  const { title, description, language, home, addresses, items } = facts;
  const newest = Math.max(0, ...items.map(({ updated }) => updated.getTime()));
  const feed = new Feed({
    id: home,
    link: home,
    title: readable(title),
    description: readable(description),
    language,
    updated: new Date(newest),
    generator: "Plenum",
    feedLinks: addresses,
    copyright: "",
  });
  for (const item of items) {
    feed.addItem({
      id: item.link,
      link: item.link,
      title: titleIn(format, readable(item.title)),
      description: asHtml(readable(item.summary)),
      date: item.updated,
      published: item.published,
      // An author of RSS is an e-mail address, and no feed holds one.
      author: format === "rss" ? [] : [{ name: readable(item.author) }],
      category: item.topics.map((name) => ({ name, term: name })),
    });
  }
  return { atom: () => feed.atom1(), rss: () => feed.rss2(), json: () => feed.json1() }[format]();
}
