"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnnouncementCard } from "@/components/room/announcement-card";
import { AsideBar } from "@/components/room/aside-bar";
import { AsideKeeper } from "@/components/room/aside-keeper";
import { AsideNote } from "@/components/room/aside-note";
import { AudioRenderer } from "@/components/room/audio-renderer";
import { BackstageView } from "@/components/room/backstage-view";
import { CaptionAsked } from "@/components/room/captions/caption-asked";
import { CaptionRegion } from "@/components/room/captions/caption-region";
import { ChatDraftProvider } from "@/components/room/chat/draft-context";
import { ChoiceBar } from "@/components/room/choice-bar";
import { ConnectionNote } from "@/components/room/connection-note";
import { ControlBar } from "@/components/room/control-bar";
import { DeadMicrophoneNote } from "@/components/room/dead-microphone-note";
import { DeviceProblemNote } from "@/components/room/device-problem-note";
import { DoorNotice } from "@/components/room/door-notice";
import { HandDialogs } from "@/components/room/hand-dialogs";
import { HandKeeper } from "@/components/room/hand-keeper";
import { HelpCalls } from "@/components/room/help-calls";
import { HelpNote } from "@/components/room/help-note";
import { HostMessage } from "@/components/room/host-message";
import { HostsGone } from "@/components/room/hosts-gone";
import { MaintenanceNote } from "@/components/room/maintenance-note";
import { MovingOverlay } from "@/components/room/moving-overlay";
import { NetworkingBar } from "@/components/room/networking-bar";
import { NoticeToast } from "@/components/room/notice-toast";
import { Panel } from "@/components/room/panel";
import { PicksProvider } from "@/components/room/picks-context";
import { PinnedQuestion } from "@/components/room/pinned-question";
import { PollCard } from "@/components/room/polls/poll-card";
import { ReactionOverlay } from "@/components/room/polls/reaction-overlay";
import { PoorConnection } from "@/components/room/poor-connection";
import { RememberedPictures } from "@/components/room/remembered-pictures";
import { RoomHeader } from "@/components/room/room-header";
import { RoomUiProvider } from "@/components/room/room-ui-context";
import { RoundMessage } from "@/components/room/round-message";
import { SceneFollower } from "@/components/room/scene-follower";
import { Shortcuts } from "@/components/room/shortcuts";
import { SmallWindowView } from "@/components/room/small-window";
import { SmallWindowProvider } from "@/components/room/small-window-context";
import { SoundUnlock } from "@/components/room/sound-unlock";
import { SpeakerPromotion } from "@/components/room/speaker-promotion";
import { SpokenEvents } from "@/components/room/spoken-events";
import { StageView } from "@/components/room/stage-view";
import { StillThere } from "@/components/room/still-there";
import { TalkEndBar } from "@/components/room/talk-end-bar";
import { TalkOutcome } from "@/components/room/talk-outcome";
import { TalkWaiting } from "@/components/room/talk-waiting";
import { TitleMirror } from "@/components/room/title-mirror";
import { UnmuteRequest } from "@/components/room/unmute-request";
import { UnreadProvider } from "@/components/room/unread-context";
import { ViewChoiceProvider } from "@/components/room/view-choice-context";

/** The room itself: header, stage, one panel, control bar, and what lies over them for a moment. */
export function LiveRoom() {
  const t = useTranslations("room.page");
  return (
    <LiveRoomState>
      <div className="rm-app">
        <a className="rm-skip" href="#room-controls">
          {t("skip")}
        </a>
        <RoomHeader />
        <div className="rm-mid">
          <main className="rm-view" aria-label={t("stage")}>
            <HostsGone />
            <BackstageView />
            <ChoiceBar />
            <NetworkingBar />
            <AsideBar />
            <HelpCalls />
            <PinnedQuestion />
            <CaptionRegion place="above" />
            <StageView />
            <TalkWaiting />
            <TalkEndBar />
            <CaptionRegion place="below" />
            <ReactionOverlay />
          </main>
          <Panel />
        </div>
        <ControlBar />
        <AnnouncementCard />
        <PollCard />
        <div className="rm-notices">
          <ConnectionNote />
          <MaintenanceNote />
          <AsideNote />
          <HostMessage />
          <RoundMessage />
          <HandKeeper />
          <DoorNotice />
          <HelpNote />
          <CaptionAsked />
          <NoticeToast />
          <PoorConnection />
          <DeviceProblemNote />
          <DeadMicrophoneNote />
        </div>
        <HandDialogs />
        <UnmuteRequest />
        <SoundUnlock />
        <MovingOverlay />
        <StillThere />
        <TalkOutcome floating />
      </div>
      <AudioRenderer />
      <AsideKeeper />
      <Shortcuts />
      <SceneFollower />
      <SpeakerPromotion />
      <SmallWindowView />
      <RememberedPictures />
      <SpokenEvents />
      <TitleMirror />
    </LiveRoomState>
  );
}

/** What this person alone has chosen of the room: panel, view, what is large, what was read. */
function LiveRoomState({ children }: { children: ReactNode }) {
  return (
    <RoomUiProvider>
      <ViewChoiceProvider>
        <PicksProvider>
          <SmallWindowProvider>
            <UnreadProvider>
              <ChatDraftProvider>{children}</ChatDraftProvider>
            </UnreadProvider>
          </SmallWindowProvider>
        </PicksProvider>
      </ViewChoiceProvider>
    </RoomUiProvider>
  );
}
