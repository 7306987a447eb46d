import type { Page } from "@playwright/test";
import type { World } from "./world";

/** Whose browser it is seen in; whoever is not named has never been here. */
export type Who =
  | "nobody"
  | "participant"
  | "organizer"
  | "invited"
  | "own"
  | "crowd"
  | "beside"
  | "gone"
  | "offered"
  | "waiting"
  | "pending"
  | "talker"
  | "talkless"
  | "mailed"
  | "host"
  | "left";

/** What somebody sees: a page in a state. */
export type Surface = {
  /** Also the name of its pictures. */
  name: string;
  who: Who;
  path: (world: World) => string;
  /** Brings the rows to where they are to be seen, such as a talk to its time. */
  before?: (world: World) => Promise<void>;
  /** What is clicked and typed there, by what is the same in both languages. */
  steps?: (page: Page) => Promise<void>;
};

/** Opens every fold of the content. */
export const unfold = (selector: string) => (page: Page) =>
  page.locator(selector).evaluateAll((folds) => {
    for (const fold of folds) if (fold instanceof HTMLDetailsElement) fold.open = true;
  });

/** Sends a form that one's registration has no more, as from a window in which it still stood. */
export const sendStale =
  (door: string, said: Record<string, string>, answer: string) => async (page: Page) => {
    await page.evaluate(
      ({ door, said }) => {
        const form = document.createElement("form");
        form.method = "post";
        form.action = `/api/registrations/${location.pathname.split("/").at(-1)}/${door}`;
        const { lang } = document.documentElement;
        for (const [name, value] of Object.entries({ locale: lang, ...said })) {
          const field = document.createElement("input");
          field.type = "hidden";
          field.name = name;
          field.value = value;
          form.append(field);
        }
        document.body.append(form);
        form.submit();
      },
      { door, said },
    );
    await page.locator(answer).first().waitFor();
  };

/** Sends a form as it is, past what the browser itself would say to it, and waits for the answer. */
export const send = (form: string, answer: string) => async (page: Page) => {
  const target = page.locator(form).first();
  await target.evaluate((element: HTMLFormElement) => {
    element.noValidate = true;
  });
  await target.locator("button[type=submit]").first().click();
  await page.locator(answer).first().waitFor();
};
