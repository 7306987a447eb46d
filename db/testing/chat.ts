import { deleteMessage } from "@/domain/interaction/commands/delete-message";
import { editMessage } from "@/domain/interaction/commands/edit-message";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { setChat } from "@/domain/interaction/commands/set-chat";
import { listMessages } from "@/domain/interaction/queries/messages";
import { newKey } from "./audience";
import { aLiveEvent, at, type Guest, plenaryOf, some } from "./rooms";

type Who = Pick<Guest, "actor">;

/** A live event whose people write to each other. Each thing that is done or read here happens a while after the one before. */
export async function aChat(values: Parameters<typeof aLiveEvent>[0] = {}) {
  const live = await aLiveEvent({ guests: 3, ...values });
  const [ada, ben, cem] = some(live.people, 3);
  if (!ada || !ben || !cem) throw new Error("three guests are needed");
  const eventId = live.event.id;
  const roomId = (await plenaryOf(live.event)).id;
  let second = 5;
  const next = () => {
    second += 25;
    return at(second);
  };
  const post = ({ actor }: Who, text: string, { now = next(), ...more }: { now?: Date } & Extra = {}) =>
    postMessage({ actor, input: { eventId, roomId, text, clientKey: newKey(), ...more }, now });
  const said = async (who: Who, text: string, more: Extra = {}) => {
    const result = await post(who, text, more);
    if (!result.ok) throw new Error(`the message was refused: ${result.failure.reason}`);
    return result.value.id;
  };
  const privately = (who: Who, to: Guest, text: string) =>
    post(who, text, { scope: "private", toAdmissionId: to.admissionId });
  const edit = ({ actor }: Who, messageId: string, reworded: string | { text: string; now: Date }) => {
    const { text, now } = typeof reworded === "string" ? { text: reworded, now: next() } : reworded;
    return editMessage({ actor, input: { eventId, messageId, text }, now });
  };
  const remove = ({ actor }: Who, messageId: string, now = next()) =>
    deleteMessage({ actor, input: { eventId, messageId }, now });
  const set = ({ actor }: Who, change: Extra) =>
    setChat({ actor, input: { eventId, ...change }, now: next() });
  const read = async ({ actor }: Who, asked: { after?: string; before?: string } = {}) => {
    const listed = await listMessages(actor, { eventId, ...asked }, next());
    if (!listed.ok) throw new Error(`the list was refused: ${listed.failure.reason}`);
    return listed.value;
  };
  const texts = async (who: Who) => (await read(who)).messages.map(({ text }) => text);
  return {
    ...{ ...live, ada, ben, cem, eventId, roomId, next },
    ...{ post, said, privately, edit, remove, set, read, texts },
  };
}

type Extra = Record<string, unknown>;
