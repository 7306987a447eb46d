import { describe, expect, it } from "vitest";
import { CachedPages } from "./entries";
import { pageTags } from "./page-tags";

const keyOf = (kind: "APP_PAGE" | "APP_ROUTE", path: string) =>
  `/route-cache/${kind}/${"0".repeat(64)}/$${path}`;
const key = (path: string) => keyOf("APP_PAGE", path);

describe("tags of a page", () => {
  it.each([
    ["/de/e/foo", ["e/foo", "all"]],
    ["/en/e/foo", ["e/foo", "all"]],
    ["/de/e/foo/registered/confirmed/evt_1", ["e/foo/registered", "all"]],
    ["/de/s/week", ["s/week", "all"]],
    ["/en/n/optics", ["n/optics", "all"]],
    ["/de", ["calendar", "all"]],
    ["/en", ["calendar", "all"]],
    ["/de/events", ["calendar", "all"]],
    ["/de/impressum", ["all"]],
  ])("%s depends on %s", (path, tags) => {
    expect(pageTags(key(path))).toEqual(tags);
  });

  it.each([
    ["/feeds/events/de.atom", ["calendar", "all"]],
    ["/feeds/events/sitemap.xml", ["calendar", "all"]],
    ["/feeds/n/x/de.ics", ["n/x", "all"]],
    ["/feeds/s/x/en.json", ["s/x", "all"]],
    ["/feeds/s/x/schedule.xml", ["s/x", "all"]],
  ])("the file %s depends on %s, like its page", (path, tags) => {
    expect(pageTags(keyOf("APP_ROUTE", path))).toEqual(tags);
  });
});

/** A shelf with a clock that only moves when the test says so. */
function shelf() {
  let time = 1_000_000;
  const pages = new CachedPages<string>(() => time);
  return {
    pages,
    later: (milliseconds: number) => {
      time += milliseconds;
    },
    render: (path: string, value: string) => {
      pages.get(key(path));
      pages.set(key(path), value, value.length);
    },
    read: (path: string) => pages.get(key(path))?.value,
  };
}

describe("cached pages", () => {
  it("stay until one of their tags is bumped", () => {
    const { pages, render, read, later } = shelf();
    render("/de/e/foo", "old");
    later(5_000);
    pages.bump("e/bar");
    expect(read("/de/e/foo")).toBe("old");
    pages.bump("e/foo");
    expect(read("/de/e/foo")).toBeUndefined();
  });

  it("are old when the bump came while they were being rendered", () => {
    const { pages, read, later } = shelf();
    expect(read("/de/e/foo")).toBeUndefined();
    pages.bump("e/foo");
    pages.set(key("/de/e/foo"), "rendered before the bump", 10);
    later(1_000);
    expect(read("/de/e/foo")).toBeUndefined();
  });

  it("are rendered at most once a second however often they are bumped", () => {
    const { pages, render, read, later } = shelf();
    render("/de/e/foo", "first");
    let renderings = 0;
    for (let bump = 0; bump < 100; bump += 1) {
      pages.bump("e/foo");
      later(30);
      if (read("/de/e/foo") !== undefined) continue;
      renderings += 1;
      render("/de/e/foo", `rendering ${renderings}`);
    }
    expect(renderings).toBe(2);
  });

  it("show the last bump within a second, even if nothing is bumped after it", () => {
    const { pages, render, read, later } = shelf();
    render("/de/e/foo", "old");
    pages.bump("e/foo");
    expect(read("/de/e/foo")).toBe("old");
    later(1_000);
    expect(read("/de/e/foo")).toBeUndefined();
  });

  it("all go when everything is bumped", () => {
    const { pages, render, read, later } = shelf();
    render("/de/e/foo", "a");
    render("/de/impressum", "b");
    later(1_000);
    pages.bumpEverything();
    expect([read("/de/e/foo"), read("/de/impressum")]).toEqual([undefined, undefined]);
  });

  it("give up the least recently used when memory is full", () => {
    const { pages, read } = shelf();
    const megabytes = 40 * 1024 * 1024;
    pages.set(key("/de/e/a"), "a", megabytes);
    pages.set(key("/de/e/b"), "b", megabytes);
    expect(read("/de/e/a")).toBe("a");
    pages.set(key("/de/e/c"), "c", megabytes);
    expect([read("/de/e/a"), read("/de/e/b"), read("/de/e/c")]).toEqual(["a", undefined, "c"]);
  });

  it("take their address and their place into account, not only what they say", () => {
    const { pages } = shelf();
    const long = key(`/de/n/${"x".repeat(7_000)}`);
    pages.set(long, "", 0);
    expect(pages.load.bytes).toBeGreaterThanOrEqual(14_000);
    const before = pages.load.bytes;
    pages.set(key("/de/n/y"), "", 0);
    expect(pages.load.bytes).toBeGreaterThanOrEqual(before + 1_000);
    pages.set(long, "", 0);
    pages.set(key("/de/n/y"), "", 0);
    expect(pages.load.entries).toBe(2);
  });

  it("are given up for addresses alone, and nothing stays of them", () => {
    const { pages } = shelf();
    const megabyte = "x".repeat(1024 * 1024);
    for (let page = 0; page < 60; page += 1) pages.set(key(`/de/n/${page}${megabyte}`), "", 0);
    expect(pages.load.entries).toBeLessThan(48);
    expect(pages.load.bytes).toBeLessThanOrEqual(96 * 1024 * 1024);
  });

  it("leave no trace when they are asked for again and again and never come", () => {
    const { pages, read } = shelf();
    for (let page = 0; page < 5_000; page += 1) read(`/de/n/${page}`);
    expect(pages.load).toEqual({ entries: 0, begun: 1_000, bytes: 0 });
  });

  it("are old after a bump even when so much was asked for meanwhile that their beginning is forgotten", () => {
    const { pages, read, later } = shelf();
    read("/de/e/foo");
    pages.bump("e/foo");
    for (let page = 0; page < 5_000; page += 1) read(`/de/n/${page}`);
    pages.set(key("/de/e/foo"), "rendered before the bump", 10);
    later(1_000);
    expect(read("/de/e/foo")).toBeUndefined();
    pages.set(key("/de/e/foo"), "rendered after it", 10);
    later(1_000);
    expect(read("/de/e/foo")).toBe("rendered after it");
  });

  it("are old when the bump came while they were being renewed behind a stored one", () => {
    const { pages, render, read, later } = shelf();
    render("/de/e/foo", "old");
    expect(read("/de/e/foo")).toBe("old");
    pages.bump("e/foo");
    pages.set(key("/de/e/foo"), "rendered before the bump", 10);
    later(1_000);
    expect(read("/de/e/foo")).toBeUndefined();
  });
});
