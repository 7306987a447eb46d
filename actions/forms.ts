"use server";

import { formAction } from "@/auth/form-action";
import { moveQuestion } from "@/domain/forms/commands/move-question";
import { removeQuestion } from "@/domain/forms/commands/remove-question";
import { saveQuestion } from "@/domain/forms/commands/save-question";

/** Puts a question on an event's form or changes it. Fields as in `saveQuestionInput`. */
export const saveQuestionAction = formAction(saveQuestion, { input: (body) => body });

/** Fields: eventId, questionId, direction (up or down). */
export const moveQuestionAction = formAction(moveQuestion, { input: (body) => body });

/** Takes a question off the form; what was answered is kept. Fields: eventId, questionId. */
export const removeQuestionAction = formAction(removeQuestion, { input: (body) => body });
