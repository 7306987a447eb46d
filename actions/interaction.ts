"use server";

import { formAction } from "@/auth/form-action";
import { removePoll } from "@/domain/interaction/commands/remove-poll";
import { savePoll } from "@/domain/interaction/commands/save-poll";

/** Prepares a poll or changes a draft. Fields: eventId, pollId, kind, question, answers with one a line. */
export const savePollAction = formAction(savePoll, { input: (body) => body });

/** Fields: eventId, pollId of a draft. */
export const removePollAction = formAction(removePoll, { input: (body) => body });
