import { eq } from "drizzle-orm";
import { eventTemplates } from "@/db/schema/planning";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockTemplate, onOneName, planIn } from "../internal/template-rows";
import { outsideOf } from "../rules";
import { type EventPlan, updateTemplateInput } from "../schema";

/** Hours and deadline that no longer lie within a shorter event end with it. */
function shortened(plan: EventPlan, minutes: number): EventPlan {
  const { talks, closesAfter } = plan;
  const isWithin = talks && talks.after + talks.minutes <= minutes;
  return {
    ...plan,
    minutes,
    talks: talks && !isWithin ? { ...talks, after: 0, minutes } : talks,
    closesAfter: closesAfter === null ? null : Math.min(closesAfter, minutes),
  };
}

/** Changes a template's name, length, seats and members rule; what was planned from it stays as it is. */
export const updateTemplate = defineCommand({
  name: "update-template",
  input: updateTemplateInput,
  permission: "template.manage",
  load: lockTemplate,
  run: async ({ tx }, { name, minutes, membersOnly, ...changed }, { template }) => {
    const plan = shortened(planIn(template), minutes);
    const { capacity, waitlist, onsiteCapacity = plan.seats.onsiteCapacity } = changed;
    const seats = { ...plan.seats, capacity, onsiteCapacity, waitlist };
    if (outsideOf(plan)) return fail("invalid", "input", { fields: { minutes: ["agenda_longer"] } });
    await tx
      .update(eventTemplates)
      .set({ name, plan: { ...plan, membersOnly, seats } })
      .where(eq(eventTemplates.id, template.id));
    return ok({ templateId: template.id });
  },
  onConstraint: onOneName,
});
