import type { Locale } from "@/lib/i18n/locales";
import deAccount from "@/messages/de/account.json";
import deAfterwards from "@/messages/de/afterwards.json";
import deAudience from "@/messages/de/audience.json";
import deBoard from "@/messages/de/board.json";
import deCheckIn from "@/messages/de/checkin.json";
import deCopies from "@/messages/de/copies.json";
import deDevices from "@/messages/de/devices.json";
import deErrors from "@/messages/de/errors.json";
import deLegal from "@/messages/de/legal.json";
import deLive from "@/messages/de/live.json";
import deMails from "@/messages/de/mails.json";
import deOffice from "@/messages/de/office.json";
import deOrganizer from "@/messages/de/organizer.json";
import dePeople from "@/messages/de/people.json";
import dePlan from "@/messages/de/plan.json";
import dePolls from "@/messages/de/polls.json";
import dePrivacy from "@/messages/de/privacy.json";
import dePublic from "@/messages/de/public.json";
import deQuestions from "@/messages/de/questions.json";
import deRegistration from "@/messages/de/registration.json";
import deReport from "@/messages/de/report.json";
import deRoom from "@/messages/de/room.json";
import deSeries from "@/messages/de/series.json";
import deSignin from "@/messages/de/signin.json";
import deSite from "@/messages/de/site.json";
import deTags from "@/messages/de/tags.json";
import deTalkReport from "@/messages/de/talkReport.json";
import deTalks from "@/messages/de/talks.json";
import deTechnical from "@/messages/de/technical.json";
import deTemplates from "@/messages/de/templates.json";
import enAccount from "@/messages/en/account.json";
import enAfterwards from "@/messages/en/afterwards.json";
import enAudience from "@/messages/en/audience.json";
import enBoard from "@/messages/en/board.json";
import enCheckIn from "@/messages/en/checkin.json";
import enCopies from "@/messages/en/copies.json";
import enDevices from "@/messages/en/devices.json";
import enErrors from "@/messages/en/errors.json";
import enLegal from "@/messages/en/legal.json";
import enLive from "@/messages/en/live.json";
import enMails from "@/messages/en/mails.json";
import enOffice from "@/messages/en/office.json";
import enOrganizer from "@/messages/en/organizer.json";
import enPeople from "@/messages/en/people.json";
import enPlan from "@/messages/en/plan.json";
import enPolls from "@/messages/en/polls.json";
import enPrivacy from "@/messages/en/privacy.json";
import enPublic from "@/messages/en/public.json";
import enQuestions from "@/messages/en/questions.json";
import enRegistration from "@/messages/en/registration.json";
import enReport from "@/messages/en/report.json";
import enRoom from "@/messages/en/room.json";
import enSeries from "@/messages/en/series.json";
import enSignin from "@/messages/en/signin.json";
import enSite from "@/messages/en/site.json";
import enTags from "@/messages/en/tags.json";
import enTalkReport from "@/messages/en/talkReport.json";
import enTalks from "@/messages/en/talks.json";
import enTechnical from "@/messages/en/technical.json";
import enTemplates from "@/messages/en/templates.json";

/** The German catalog sets the shape: English has to have the same keys, which the compiler checks. */
const de = {
  account: deAccount,
  afterwards: deAfterwards,
  audience: deAudience,
  board: deBoard,
  checkin: deCheckIn,
  copies: deCopies,
  devices: deDevices,
  errors: deErrors,
  legal: deLegal,
  live: deLive,
  mails: deMails,
  office: deOffice,
  organizer: deOrganizer,
  people: dePeople,
  plan: dePlan,
  polls: dePolls,
  privacy: dePrivacy,
  public: dePublic,
  questions: deQuestions,
  registration: deRegistration,
  report: deReport,
  room: deRoom,
  series: deSeries,
  signin: deSignin,
  site: deSite,
  tags: deTags,
  talkReport: deTalkReport,
  talks: deTalks,
  technical: deTechnical,
  templates: deTemplates,
};

export type Messages = typeof de;
export type Area = keyof Messages;

const en: Messages = {
  account: enAccount,
  afterwards: enAfterwards,
  audience: enAudience,
  board: enBoard,
  checkin: enCheckIn,
  copies: enCopies,
  devices: enDevices,
  errors: enErrors,
  legal: enLegal,
  live: enLive,
  mails: enMails,
  office: enOffice,
  organizer: enOrganizer,
  people: enPeople,
  plan: enPlan,
  polls: enPolls,
  privacy: enPrivacy,
  public: enPublic,
  questions: enQuestions,
  registration: enRegistration,
  report: enReport,
  room: enRoom,
  series: enSeries,
  signin: enSignin,
  site: enSite,
  tags: enTags,
  talkReport: enTalkReport,
  talks: enTalks,
  technical: enTechnical,
  templates: enTemplates,
};

/** The whole catalog, one area per file, so that several people can write at once. */
export const messages: Record<Locale, Messages> = { de, en };
