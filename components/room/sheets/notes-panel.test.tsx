import { expect, it } from "vitest";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "../testing/room-markup";
import { NotesPanel } from "./notes-panel";
import { SheetFailure, SheetState } from "./sheet-state";

const sheet = {
  ...{ doc: {} as never, isKnown: true, mayWrite: true, sheetId: null, dismiss: () => undefined },
  ...{ isUnsaved: false, isOffline: false, refusal: null },
};

it("says who reads the notes and for how long, and takes nothing before they are known", async () => {
  const { session, enterMain } = fakeSession();
  await enterMain();
  const html = roomMarkup(session, <NotesPanel />);
  expect(html).toContain("Gemeinsame Notizen dieses Raums");
  expect(html).toContain("30 Tage nach der Veranstaltung gelöscht");
  expect(html).toMatch(/<textarea[^>]*aria-describedby="notes-readers"[^>]*readonly/i);
});

it("tells whoever only watches that they do, and why a change was not taken", () => {
  const { session } = fakeSession();
  const state = (values: object) => roomMarkup(session, <SheetState sheet={{ ...sheet, ...values }} />);
  expect(state({})).toContain("Gespeichert");
  expect(state({ isUnsaved: true })).toContain("Wird gespeichert");
  expect(state({ mayWrite: false })).toContain("Sie können hier mitlesen");
  const failure = (refusal: string) => roomMarkup(session, <SheetFailure sheet={{ ...sheet, refusal }} />);
  expect(failure("sheet_full")).toContain("kein Platz mehr");
  expect(failure("unheard_of")).toContain("wurde nicht übernommen");
});
