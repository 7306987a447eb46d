import { tidyUp } from "@/domain/admin/commands/tidy-up";
import { forgetAttendance } from "@/domain/attendance/commands/forget-attendance";
import { forgetEntries } from "@/domain/board/commands/forget-entries";
import { forgetBallots } from "@/domain/interaction/commands/forget-ballots";
import { forgetMessages } from "@/domain/interaction/commands/forget-messages";
import { forgetQuestions } from "@/domain/interaction/commands/forget-questions";
import { forgetSheets } from "@/domain/interaction/commands/forget-sheets";
import type { Call } from "@/domain/kernel/context";
import { forgetTalks } from "@/domain/matchmaking/commands/forget-talks";
import { forgetMails } from "@/domain/notifications/commands/forget-mails";
import { forgetPeople } from "@/domain/people/commands/forget-people";
import { forgetSignIns } from "@/domain/people/commands/forget-sign-ins";
import { forgetMaterials } from "@/domain/programme/commands/forget-materials";
import { forgetAnswers } from "@/domain/registration/commands/forget-answers";
import { forgetInvitations } from "@/domain/registration/commands/forget-invitations";
import { forgetRegistrations } from "@/domain/registration/commands/forget-registrations";
import { forgetUploads } from "@/domain/registration/commands/forget-uploads";
import { forgetPresence } from "@/domain/rooms/commands/forget-presence";
import { logger } from "@/lib/logger";
import type { Result } from "@/lib/result";
import { closeAttendances } from "./attendance";
import { eraseAgain } from "./erasures";
import { dropUnnamedFiles } from "./files";
import { worker } from "./mails/parts";

/** Batches of one kind within an hour: what is left over waits for the next one. */
const MOST_BATCHES = 25;

type Forget = (call: Call) => Promise<Result<{ gone: number }>>;

/** Minutes are summed up before the stays go, and people go when nothing of theirs is left. */
const forgetting: Record<string, Forget> = {
  messages: forgetMessages,
  ballots: forgetBallots,
  questions: forgetQuestions,
  sheets: forgetSheets,
  talks: forgetTalks,
  entries: forgetEntries,
  attendance: forgetAttendance,
  presence: forgetPresence,
  answers: forgetAnswers,
  uploads: forgetUploads,
  materials: forgetMaterials,
  registrations: forgetRegistrations,
  invitations: forgetInvitations,
  people: forgetPeople,
  mails: forgetMails,
};

/** Batch after batch until nothing is left; how many there were. */
async function forgetAll(forget: Forget): Promise<number> {
  let gone = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const result = await forget({ actor: worker, input: {} });
    if (!result.ok) throw new Error(`forgetting was refused: ${result.failure.reason}`);
    if (result.value.gone === 0) break;
    gone += result.value.gone;
  }
  return gone;
}

/** Deletes whatever has been kept for long enough. One kind that fails does not keep the others from going. */
export async function tidy(): Promise<void> {
  const failures: unknown[] = [];
  const attempt = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => {
      failures.push(error);
    });
  // First of all: whom a restored backup has brought back must not be kept, counted or written to.
  await attempt(eraseAgain);
  await attempt(closeAttendances);
  const forgotten: Record<string, number> = {};
  for (const [what, forget] of Object.entries(forgetting)) {
    await attempt(async () => {
      const gone = await forgetAll(forget);
      if (gone > 0) forgotten[what] = gone;
    });
  }
  await attempt(() => forgetSignIns({ actor: worker, input: {} }));
  await attempt(() => tidyUp({ actor: worker, input: {} }));
  await attempt(dropUnnamedFiles);
  if (Object.keys(forgotten).length > 0)
    logger.info({ forgotten }, "what was kept for long enough is deleted");
  if (failures.length > 0) throw new AggregateError(failures, "tidying up failed in part");
}
