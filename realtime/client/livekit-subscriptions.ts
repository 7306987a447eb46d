import { type RemoteTrackPublication, type Room, RoomEvent, Track, VideoQuality } from "livekit-client";
import { isAwaited, publicationsOf } from "./livekit-reading";
import type { Pictures } from "./ports";
import { isWanted, lastSpeakers, type Offer } from "./reception";

const SOURCES: Partial<Record<Track.Source, Offer["source"]>> = {
  [Track.Source.Microphone]: "mic",
  [Track.Source.Camera]: "cam",
  [Track.Source.ScreenShare]: "screen",
  [Track.Source.ScreenShareAudio]: "screen_sound",
};

/** What this connection receives of what the others send. */
export class Subscriptions {
  #receiving = false;
  #pictures: Pictures = "all";
  #visible: ReadonlySet<string> = new Set();
  #spoke: string[] = [];

  constructor(private readonly room: Room) {
    room.on(RoomEvent.ActiveSpeakersChanged, (speakers) => {
      this.#spoke = lastSpeakers(
        this.#spoke,
        speakers.map(({ identity }) => identity),
      );
    });
  }

  receive(): void {
    this.#receiving = true;
    this.apply();
  }

  showOnly(ids: readonly string[]): void {
    this.#visible = new Set(ids);
    this.apply();
  }

  wish(pictures: Pictures): void {
    this.#pictures = pictures;
    this.apply();
  }

  again(): void {
    for (const { publication } of this.#offers()) {
      if (!isAwaited(publication)) continue;
      publication.setSubscribed(false);
      publication.setSubscribed(true);
    }
  }

  apply(): void {
    if (!this.#receiving) return;
    const offers = this.#offers();
    const count = (source: Offer["source"]) => offers.filter(({ offer }) => offer.source === source).length;
    const reception = {
      cameras: count("cam"),
      microphones: count("mic"),
      pictures: this.#pictures,
      visible: this.#visible,
      spoke: this.#spoke,
    };
    for (const { offer, publication } of offers) {
      const wanted = isWanted(offer, reception);
      if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
      if (wanted && offer.source === "cam") {
        publication.setVideoQuality(this.#pictures === "small" ? VideoQuality.LOW : VideoQuality.HIGH);
      }
    }
  }

  #offers(): { offer: Offer; publication: RemoteTrackPublication }[] {
    return [...this.room.remoteParticipants.values()].flatMap((person) =>
      publicationsOf(person).map((publication) => {
        // Older senders do not name what they send: sound is a voice and a picture a screen, which is never left out.
        const unnamed = publication.kind === Track.Kind.Audio ? "mic" : "screen";
        const source = SOURCES[publication.source] ?? unnamed;
        return { offer: { person: person.identity, source }, publication };
      }),
    );
  }
}
