import {
  atDesk,
  atForm,
  atOffice,
  atSeries,
  atShelf,
  importedInto,
  moved,
  movedMaterial,
  picked,
  seriesSaid,
  someDay,
  someSeries,
} from "./action-forms";
import type { ForeignWorld } from "./foreign-world";
import { attendanceActions } from "./inventory-attendance";
import { planActions } from "./inventory-plans";
import type { ActionProbe } from "./probe";

/** A topic of the alliance, by the office of the other network. */
const atTopics = (door: string, more: Record<string, string>): ActionProbe => ({
  door,
  page: ({ network }) => `/o/${network}/office/topics`,
  form: ({ networkId }) => ({ networkId, ...more }),
});

const ofCircular = ({ eventId, circularId }: ForeignWorld) => ({ eventId, circularId });

/** Every server action, called with ids of another network. */
export const actionProbes: readonly ActionProbe[] = [
  ...attendanceActions,
  ...planActions,
  {
    door: "actions/interaction.ts#savePollAction",
    page: ({ network, draftSlug }) => `/o/${network}/e/${draftSlug}/polls`,
    form: ({ draftId }) => ({ eventId: draftId, kind: "single", question: "Fremd?", answers: "Ja\nNein" }),
  },
  {
    door: "actions/interaction.ts#removePollAction",
    page: ({ network, draftSlug }) => `/o/${network}/e/${draftSlug}/polls`,
    form: ({ draftId, pollId }) => ({ eventId: draftId, pollId }),
  },
  atTopics("actions/board.ts#addTagAction", {
    field: "produktion",
    labelDe: "Untergeschoben",
    labelEn: "Foisted",
  }),
  atTopics("actions/board.ts#changeTagAction", {
    tag: "robotik",
    labelDe: "Untergeschoben",
    labelEn: "Foisted",
  }),
  atTopics("actions/board.ts#mergeTagsAction", { tag: "robotik", into: "kleinserie" }),
  atTopics("actions/board.ts#retireTagAction", { tag: "robotik", retired: "yes" }),
  {
    door: "actions/programme.ts#planEventAction",
    page: ({ network }) => `/o/${network}/new`,
    form: ({ networkId }) => ({
      networkId,
      template: "webinar",
      title: "Untergeschoben",
      startsLocal: `${someDay}T10:00`,
    }),
  },
  {
    door: "actions/planning.ts#planSeriesAction",
    page: ({ network }) => `/o/${network}/templates/import`,
    form: ({ networkId }) => ({ networkId, firstDay: someDay, step: "make", file: someSeries }),
  },
  atDesk("actions/planning.ts#saveTemplateAction", ({ draftId }) => ({
    eventId: draftId,
    name: "Untergeschoben",
  })),
  atShelf("actions/planning.ts#updateTemplateAction", ({ templateId }) => ({
    templateId,
    name: "Untergeschoben",
    minutes: "600",
  })),
  atShelf("actions/planning.ts#archiveTemplateAction", ({ templateId }) => ({
    templateId,
    archived: "yes",
  })),
  atDesk("actions/programme.ts#duplicateEventAction", ({ draftId }) => ({
    eventId: draftId,
    "days.0": someDay,
  })),
  atDesk("actions/programme.ts#updateEventAction", ({ draftId }) => ({
    eventId: draftId,
    title: "Untergeschoben",
  })),
  atDesk("actions/programme.ts#shareEventAction", ({ eventId, networkId }) => ({
    ...{ eventId, networkId, shown: "on", hasAccess: "on" },
  })),
  {
    door: "actions/series.ts#createSeriesAction",
    page: ({ network }) => `/o/${network}/series/new`,
    form: ({ networkId }) => ({ networkId, ...seriesSaid }),
  },
  atSeries("actions/series.ts#updateSeriesAction", { ...seriesSaid, slug: "untergeschoben" }),
  atSeries("actions/series.ts#inviteSeriesHostAction"),
  atSeries("actions/series.ts#answerSeriesHostAction", { answer: "yes" }),
  atSeries("actions/series.ts#removeSeriesHostAction"),
  atDesk("actions/series.ts#placeEventAction", ({ draftId, seriesId }) => ({ eventId: draftId, seriesId })),
  atDesk("actions/programme.ts#changeEntranceAction", ({ eventId }) => ({ eventId, membersOnly: "on" })),
  atDesk("actions/programme.ts#saveSessionAction", ({ draftId, draftStartsLocal, sessionId }) => ({
    eventId: draftId,
    sessionId,
    title: "Untergeschoben",
    startsLocal: draftStartsLocal,
    durationMinutes: "5",
    speakerNames: "Fremd",
  })),
  atDesk("actions/programme.ts#moveSessionAction", moved),
  atDesk("actions/programme.ts#removeSessionAction", moved),
  atDesk("actions/programme.ts#beginSessionAction", (world) => ({ ...moved(world), begun: "yes" })),
  atDesk("actions/programme.ts#saveSpeakerAction", ({ draftId, speakerId }) => ({
    eventId: draftId,
    speakerId,
    name: "Untergeschoben",
  })),
  atDesk("actions/programme.ts#moveSpeakerAction", moved),
  atDesk("actions/programme.ts#removeSpeakerAction", moved),
  atDesk("actions/programme.ts#removePictureAction", moved),
  atDesk("actions/programme.ts#connectSpeakerAction", (world) => ({ ...moved(world), email: "" })),
  atDesk("actions/programme.ts#saveMaterialAction", ({ draftId, materialId }) => ({
    eventId: draftId,
    materialId,
    title: "Untergeschoben",
    url: "https://example.org/untergeschoben",
  })),
  atDesk("actions/programme.ts#moveMaterialAction", movedMaterial),
  atDesk("actions/programme.ts#removeMaterialAction", movedMaterial),
  atDesk("actions/programme.ts#publishEventAction", ({ draftId }) => ({ eventId: draftId })),
  atDesk("actions/programme.ts#postponeEventAction", ({ eventId }) => ({ eventId })),
  atDesk("actions/programme.ts#resumeEventAction", ({ eventId }) => ({ eventId })),
  atDesk("actions/programme.ts#cancelEventAction", ({ eventId }) => ({ eventId })),
  atForm("actions/forms.ts#saveQuestionAction", { kind: "text", labelDe: "Fremd", purposeDe: "Fremd" }),
  atForm("actions/forms.ts#moveQuestionAction", { direction: "down" }),
  atForm("actions/forms.ts#removeQuestionAction"),
  atDesk("actions/registration.ts#changeCapacityAction", ({ eventId }) => ({ eventId, capacity: "1" })),
  atDesk("actions/registration.ts#changeSeatRulesAction", ({ eventId }) => ({ eventId, approval: "on" })),
  atDesk("actions/registration.ts#approveRegistrationAction", ({ registrationId }) => ({ registrationId })),
  atDesk("actions/registration.ts#declineRegistrationAction", ({ registrationId }) => ({ registrationId })),
  atDesk("actions/registration.ts#createInvitationAction", ({ eventId }) => ({ eventId, maxUses: "1" })),
  atDesk("actions/registration.ts#revokeInvitationAction", ({ invitationId }) => ({ invitationId })),
  atDesk("actions/registration.ts#cancelRegistrationAction", ({ registrationId }) => ({ registrationId })),
  atDesk("actions/registration.ts#cancelRegistrationsAction", picked),
  atDesk("actions/registration.ts#approveRegistrationsAction", picked),
  atDesk("actions/registration.ts#declineRegistrationsAction", picked),
  atDesk("actions/registration.ts#invitePeopleAction", ({ eventId }) => ({
    ...{ eventId, text: "untergeschoben@example.org", locale: "de" },
  })),
  atDesk("actions/registration.ts#resendInvitationAction", ({ invitationId }) => ({ invitationId })),
  atDesk("actions/registration.ts#tagRegistrationsAction", (world) => ({
    ...picked(world),
    tag: "fremd",
    change: "add",
  })),
  atDesk("actions/registration.ts#addRegistrationAction", ({ eventId }) => ({
    eventId,
    name: "Untergeschoben",
    email: "untergeschoben@example.org",
  })),
  atDesk("actions/registration.ts#readImportAction", importedInto),
  atDesk("actions/registration.ts#importRegistrationsAction", importedInto),
  atDesk("actions/notifications.ts#changeMailSettingsAction", ({ eventId }) => ({ eventId, thanks: "on" })),
  atDesk("actions/notifications.ts#decideHeldMailAction", ({ eventId }) => ({
    ...{ eventId, mail: "dayBefore", decision: "release" },
  })),
  atDesk("actions/notifications.ts#changeMailWordingAction", ({ eventId }) => ({
    ...{ eventId, mail: "confirmed", subjectDe: "Untergeschoben", textDe: "Untergeschoben" },
  })),
  atDesk("actions/notifications.ts#testMailWordingAction", ({ eventId }) => ({ eventId, mail: "confirmed" })),
  atDesk("actions/notifications.ts#saveCircularAction", ({ eventId }) => ({
    eventId,
    circularId: "",
    statuses: "confirmed",
    subjectDe: "Untergeschoben",
    bodyDe: "Untergeschoben",
    back: "/o",
  })),
  atDesk("actions/notifications.ts#beginCircularAction", (world) => ({ ...picked(world), back: "/o" })),
  atDesk("actions/notifications.ts#liftBounceAction", ({ eventId }) => ({
    ...{ eventId, email: "jemand@example.org" },
  })),
  atDesk("actions/notifications.ts#releaseCircularAction", ofCircular),
  atDesk("actions/notifications.ts#withdrawCircularAction", ofCircular),
  atDesk("actions/notifications.ts#testCircularAction", ofCircular),
  atDesk("actions/notifications.ts#retryMailAction", ({ eventId, mailId }) => ({ eventId, mailId })),
  atOffice("actions/alliance.ts#addMembersAction", () => ({ text: "untergeschoben@example.org" })),
  atOffice("actions/alliance.ts#removeMemberAction", () => ({ email: "untergeschoben@example.org" })),
  atOffice("actions/alliance.ts#addMemberDomainAction", () => ({ domain: "example.org" })),
  atOffice("actions/alliance.ts#removeMemberDomainAction", () => ({ domain: "example.org" })),
  atOffice("actions/alliance.ts#changeLookAction", () => ({
    ...{ name: "Untergeschoben", mark: "X", colour: "#283593", contactEmail: "fremd@example.org" },
    ...{ summaryDe: "", summaryEn: "" },
  })),
  atOffice("actions/alliance.ts#removeLogoAction", () => ({})),
  atOffice("actions/alliance.ts#changeLegalTextsAction", () => ({
    ...{ imprintDe: "Untergeschoben", imprintEn: "", privacyDe: "", privacyEn: "", termsDe: "", termsEn: "" },
  })),
  atOffice("actions/alliance.ts#changeRetentionAction", () => ({
    ...{ keptRegistrations: "7", keptSensitive: "1", keptChat: "1" },
  })),
  atOffice("actions/alliance.ts#offerRoleAction", () => ({
    email: "untergeschoben@example.org",
    role: "network_admin",
    locale: "de",
  })),
  atOffice("actions/alliance.ts#withdrawRoleOfferAction", ({ roleOfferId }) => ({
    invitationId: roleOfferId,
  })),
  atOffice("actions/alliance.ts#acceptRoleAction", ({ roleOfferId }) => ({
    invitationId: roleOfferId,
    locale: "de",
  })),
  atOffice("actions/alliance.ts#leaveRoleAction", () => ({})),
  atDesk("actions/alliance.ts#offerEventRoleAction", ({ eventId }) => ({
    ...{ eventId, email: "untergeschoben@example.org", role: "host", locale: "de" },
  })),
  atDesk("actions/alliance.ts#withdrawEventRoleAction", ({ eventId, helperId }) => ({
    ...{ eventId, personId: helperId },
  })),
  atDesk("actions/alliance.ts#leaveEventRoleAction", ({ eventId }) => ({ eventId })),
  atOffice("actions/alliance.ts#changeRoleAction", ({ personId }) => ({ personId, role: "network_admin" })),
  atOffice("actions/alliance.ts#withdrawRoleAction", ({ personId }) => ({ personId })),
];
