import type { RoomPoll, RoomQuestion, RoomQuestions } from "../audience-api";
import type { CaptionWriter, ChatMessage, ChatPage } from "../chat-api";
import type { RaisedHand, RoomPerson, RoomTalk, RoundView } from "../room-api";
import type { RoomStage } from "../stage-api";

export type ListName =
  | ("stage" | "people" | "hands" | "chat" | "rounds" | "talks")
  | ("polls" | "questions" | "votes" | "captions");
export type Votes = Readonly<Record<string, number>>;
export type Lists = {
  people: RoomPerson[];
  /** Everybody in the event's room, those on stage too. */
  audience: number;
  /** Those of them who are not on stage. */
  watching: number;
  hands: RaisedHand[];
  messages: ChatMessage[];
  /** There may be messages before the first of these. */
  earlier: boolean;
  /** Whom one may write to; null until the server has said. */
  chatting: ChatPage["settings"] | null;
  /** Who writes down what is spoken. */
  captionWriters: CaptionWriter[];
  rounds: RoundView[];
  talks: RoomTalk[];
  polls: RoomPoll[];
  /** Whether the reader is one of those who are asked. */
  mayAnswer: boolean;
  questions: RoomQuestion[];
  /** How the event takes questions; null until the server has said. */
  asking: Omit<RoomQuestions, "questions"> | null;
  /** What hosts run the room with; null until the server has said. */
  stage: RoomStage | null;
};
/** `known`: the lists that have been read. Before that an empty one says nothing about the room. */
export type RoomDocuments = Lists & { known: ReadonlySet<ListName> };

/** Before anything was read. */
export const NOTHING: RoomDocuments = {
  people: [],
  audience: 0,
  watching: 0,
  hands: [],
  messages: [],
  earlier: false,
  chatting: null,
  captionWriters: [],
  rounds: [],
  talks: [],
  polls: [],
  mayAnswer: false,
  questions: [],
  asking: null,
  stage: null,
  known: new Set(),
};
