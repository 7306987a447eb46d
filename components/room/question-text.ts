import type { RoomQuestion } from "@/realtime/audience-api";

const SHORT = 60;

/** The beginning of a question, as the name of what is done with it. */
export const shortOf = ({ text }: Pick<RoomQuestion, "text">): string =>
  text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()} …` : text;
