"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { answerSeriesHost } from "@/domain/programme/commands/answer-series-host";
import { createSeries } from "@/domain/programme/commands/create-series";
import { inviteSeriesHost } from "@/domain/programme/commands/invite-series-host";
import { placeEvent } from "@/domain/programme/commands/place-event";
import { removeSeriesHost } from "@/domain/programme/commands/remove-series-host";
import { updateSeries } from "@/domain/programme/commands/update-series";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

type AtDesk = { networkSlug: string; slug: string; locale: string };
const deskOf = ({ networkSlug, slug, locale }: AtDesk) =>
  href(localeOf(locale), `/o/${networkSlug}/series/${slug}`);

/** A series of the network; leads to its page in the office. Fields as in `createSeriesInput`. */
export const createSeriesAction = formAction(createSeries, {
  input: (body) => body,
  done: (made) => redirect(deskOf(made)),
});

/** Fields as in `updateSeriesInput`; its page may have another address then. */
export const updateSeriesAction = formAction(updateSeries, {
  input: (body) => body,
  done: (changed) => redirect(`${deskOf(changed)}?saved=1`),
});

/** Puts an event into a series or takes it out. Fields: eventId, seriesId (empty: none). */
export const placeEventAction = formAction(placeEvent, { input: (body) => body });

/** Asks another network to host a series. Fields: seriesId, networkId. */
export const inviteSeriesHostAction = formAction(inviteSeriesHost, { input: (body) => body });

/** The office of the network that was asked says yes or no, or leaves. Fields: seriesId, networkId, answer. */
export const answerSeriesHostAction = formAction(answerSeriesHost, { input: (body) => body });

/** The owner takes an invitation back or ends the hosting. Fields: seriesId, networkId. */
export const removeSeriesHostAction = formAction(removeSeriesHost, { input: (body) => body });
