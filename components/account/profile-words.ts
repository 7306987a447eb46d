import { useTranslations } from "next-intl";
import { isCooperation } from "@/domain/board/labels";
import type { ProfileView } from "@/domain/matchmaking/queries/profiles";
import type deAccount from "@/messages/de/account.json";

type Talk = (typeof deAccount)["talk"];

/** What a stored choice of a profile is called; one that is no choice any more is called by itself. */
export function useProfileWords() {
  const t = useTranslations("account.talk");
  const board = useTranslations("board.cooperations");
  const role = (value: string) =>
    t.has(`roles.${value as keyof Talk["roles"]}`) ? t(`roles.${value as keyof Talk["roles"]}`) : value;
  const size = (value: string) =>
    t.has(`sizes.${value as keyof Talk["sizes"]}`) ? t(`sizes.${value as keyof Talk["sizes"]}`) : value;
  const region = (value: string) =>
    t.has(`regions.${value as keyof Talk["regions"]}`)
      ? t(`regions.${value as keyof Talk["regions"]}`)
      : value;
  const language = (value: string) =>
    t.has(`languageNames.${value as keyof Talk["languageNames"]}`)
      ? t(`languageNames.${value as keyof Talk["languageNames"]}`)
      : value;
  const way = (value: string) =>
    t.has(`wayNames.${value as keyof Talk["wayNames"]}`)
      ? t(`wayNames.${value as keyof Talk["wayNames"]}`)
      : value;
  const hideable = (value: string) =>
    t.has(`fieldNames.${value as keyof Talk["fieldNames"]}`)
      ? t(`fieldNames.${value as keyof Talk["fieldNames"]}`)
      : value;
  const cooperation = (value: string) => (isCooperation(value) ? board(value) : value);
  /** A profile in few lines, without what is kept. */
  const lines = (profile: ProfileView): string[] =>
    [
      [
        profile.role && role(profile.role),
        profile.size && size(profile.size),
        profile.region && region(profile.region),
      ],
      profile.languages.map(language),
      profile.cooperation.map(cooperation),
      profile.ways.map(way),
    ].flatMap((parts) => {
      const line = parts.filter((part) => part !== "").join(" · ");
      return line === "" ? [] : [line];
    });
  return { role, size, region, language, way, hideable, cooperation, lines };
}
