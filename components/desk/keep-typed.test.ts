import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import type { FormState } from "@/domain/kernel/form";
import { keepTyped } from "./keep-typed";

const typed = new FormData();
typed.append("title", "Halb ausgefüllt");
typed.append("days", "1");
typed.append("days", "2");

/** What a form shows when its action ends like that. */
const outcomeOf = (error: unknown) =>
  keepTyped<never>(() => Promise.reject(error))({ status: "idle" }, typed);
const kept = { entered: { title: "Halb ausgefüllt" }, lists: { days: ["1", "2"] } };

describe("what was typed into a form", () => {
  it.each([
    ["Chromium", new TypeError("Failed to fetch")],
    ["Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
    [
      "a proxy that answers for a server that is away",
      new Error("An unexpected response was received from the server."),
    ],
  ])("stays when no answer comes: %s", async (_who, error) => {
    expect(await outcomeOf(error)).toMatchObject({
      status: "failed",
      failure: { kind: "unavailable", reason: "no_answer" },
      ...kept,
    });
  });

  it("R11: stays when the app was updated since, with the hint to load the page anew", async () => {
    expect(await outcomeOf(new UnrecognizedActionError("not found"))).toMatchObject({
      status: "failed",
      failure: { kind: "conflict", reason: "page_outdated" },
      ...kept,
    });
  });

  it("leaves redirects to Next, and errors that the server has numbered to the page", async () => {
    const redirection = (() => {
      try {
        return redirect("/o");
      } catch (error) {
        return error;
      }
    })();
    await expect(outcomeOf(redirection)).rejects.toBe(redirection);
    const numbered = Object.assign(new Error("broken"), { digest: "4711" });
    await expect(outcomeOf(numbered)).rejects.toBe(numbered);
  });

  it("changes no answer", async () => {
    const answer: FormState<string> = { status: "done", value: "saved" };
    expect(await keepTyped<string>(async () => answer)({ status: "idle" }, typed)).toBe(answer);
  });
});
