import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { listOfferedTemplates, listTemplates } from "../queries/templates";
import { archiveTemplate } from "./archive-template";
import { saveTemplate } from "./save-template";

async function scene() {
  const desk = await aDesk();
  const save = async () => {
    const saved = await saveTemplate({
      actor: desk.actor,
      input: { eventId: desk.event.id, name: "Monatlich" },
    });
    if (!saved.ok) throw new Error(saved.failure.reason);
    return saved.value.templateId;
  };
  const templateId = await save();
  const move = (archived: "yes" | "no", actor = desk.actor) =>
    archiveTemplate({ actor, input: { templateId, archived } });
  return { ...desk, save, move, networkId: desk.event.networkId };
}

describe("archiveTemplate", () => {
  it("takes a template off the shelf and puts it back, both as often as one likes", async () => {
    const { actor, move, networkId } = await scene();
    for (const archived of ["yes", "yes", "no", "no"] as const) {
      expect(await move(archived)).toMatchObject({ ok: true });
      expect(await listOfferedTemplates(actor, networkId)).toHaveLength(archived === "yes" ? 0 : 1);
    }
    await move("yes");
    expect(await listTemplates(actor, networkId)).toMatchObject([{ name: "Monatlich", isArchived: true }]);
  });

  it("does not put back what now has another's name", async () => {
    const { move, save } = await scene();
    await move("yes");
    await save();
    expect(await move("no")).toMatchObject({ failure: { fields: { name: ["name_taken"] } } });
  });

  it("looks like a missing template to everybody else, and nobody else sees the shelf", async () => {
    const { strangers, move, networkId } = await scene();
    for (const actor of [guest, ...strangers]) {
      expect(await move("yes", actor)).toMatchObject({ failure: { kind: "not_found" } });
      expect(await listTemplates(actor, networkId)).toEqual([]);
    }
  });
});
