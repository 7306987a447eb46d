import { describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import TalkPage from "./[meetingId]/page";
import TalksPage from "./page";
import RequestPage from "./requests/[requestId]/page";
import TimesPage from "./requests/[requestId]/times/page";

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));
vi.mock("next-intl/server", () => ({ setRequestLocale: () => undefined }));

const [meetingId, requestId] = [newId("meeting"), newId("request")];
const nothing = Promise.resolve({});
const asked = (query: Record<string, string>) => ({
  params: Promise.resolve({ locale: "de" }),
  searchParams: Promise.resolve(query),
});

/** Where a page leads whoever opens it; such a page ends by an error of the framework. */
async function leads(page: Promise<unknown>): Promise<string> {
  const error: unknown = await page.then(
    () => new Error("it was shown"),
    (thrown: unknown) => thrown,
  );
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : String(error);
  return digest.split(";").find((part) => part.startsWith("/")) ?? digest;
}

describe("a page of talks, for whom the session has ended on", () => {
  const loginFor = (page: string) => `/login?${new URLSearchParams({ next: page })}`;

  it.each([
    [
      `/me/talks/${meetingId}`,
      () => TalkPage({ params: Promise.resolve({ locale: "de", meetingId }), searchParams: nothing }),
    ],
    ["/me/talks?event=treffen&tab=requests", () => TalksPage(asked({ event: "treffen", tab: "requests" }))],
    ["/me/talks?event=treffen&tab=times", () => TalksPage(asked({ event: "treffen", tab: "times" }))],
    [
      `/me/talks/requests/${requestId}`,
      () => RequestPage({ params: Promise.resolve({ locale: "de", requestId }) }),
    ],
    [
      `/me/talks/requests/${requestId}/times`,
      () => TimesPage({ params: Promise.resolve({ locale: "de", requestId }) }),
    ],
  ])("%s asks them to sign in, and is where they come back to", async (page, open) => {
    expect(await leads(open())).toBe(loginFor(page));
  });
});
