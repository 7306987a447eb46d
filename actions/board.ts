"use server";

import { formAction } from "@/auth/form-action";
import { addTag } from "@/domain/board/commands/add-tag";
import { changeTag } from "@/domain/board/commands/change-tag";
import { mergeTags } from "@/domain/board/commands/merge-tags";
import { retireTag } from "@/domain/board/commands/retire-tag";

/** Fields: networkId, field, labelDe, labelEn, synonyms, eventId. */
export const addTagAction = formAction(addTag, { input: (body) => body });

/** Fields: networkId, tag, labelDe, labelEn, synonyms. */
export const changeTagAction = formAction(changeTag, { input: (body) => body });

/** Makes one topic of two. Fields: networkId, tag, into. */
export const mergeTagsAction = formAction(mergeTags, { input: (body) => body });

/** Fields: networkId, tag, retired. */
export const retireTagAction = formAction(retireTag, { input: (body) => body });
