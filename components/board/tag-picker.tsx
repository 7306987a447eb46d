"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from "react";
import { Chip } from "@/components/ui/chip";
import type { PickField, PickTag } from "@/domain/board/rules";
import type { Locale } from "@/lib/i18n/locales";
import { normalised, searchWords } from "@/lib/plain-words";
import "./board.css";

type TagPickerProps = {
  name: string;
  legend: string;
  fields: readonly PickField[];
  chosen: readonly string[];
  locale: Locale;
  /** Colour of what is chosen. */
  kind: "need" | "offer";
  error?: string | undefined;
};

/** Whether every word that is typed stands in one of a tag's names, of both languages, or in a synonym. */
function isFound({ words, synonyms }: PickTag, typed: string): boolean {
  const parts = searchWords(typed);
  const names = [words.de, words.en, ...synonyms].map(normalised);
  return names.some((name) => parts.every((part) => name.includes(part)));
}

const never = () => () => undefined;
/** The search needs a script; without one there are the folded lists. */
const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const boxesIn = (list: HTMLElement | null) =>
  [...(list?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])].filter(
    (box) => box.closest("[hidden]") === null,
  );

/** Down and up go through the boxes that are to be seen. */
function move(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const boxes = boxesIn(list);
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const next = boxes[at + step];
  next?.closest("details")?.setAttribute("open", "");
  next?.focus();
}

/**
 * Topics by field, folded. Typing finds them by name and synonym in both languages: Enter takes the first, the arrow keys
 * lead into the list, and the space bar ticks.
 */
export function TagPicker({ name, legend, fields, chosen, locale, kind, error }: TagPickerProps) {
  const t = useTranslations("tags");
  const scripted = useScripted();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const searching = searchWords(typed).length > 0;
  const tags = fields.flatMap((field) => field.tags);
  const found = searching ? tags.filter((tag) => isFound(tag, typed)) : tags;
  const tick = (tag: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, tag] : [...before].filter((one) => one !== tag)));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (searching) boxesIn(list.current)[0]?.click();
      setTyped("");
    } else move(event, list.current);
  };
  return (
    <fieldset
      className="tagpick"
      id={name}
      aria-describedby={error ? `${name}-error` : undefined}
      data-kind={kind}
    >
      <legend>{legend}</legend>
      {error ? (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {scripted ? (
        <input
          type="search"
          className="input"
          aria-label={`${t("find")}: ${legend}`}
          placeholder={t("find")}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <div className="row gap-2">
        {tags
          .filter(({ tag }) => ticked.has(tag))
          .map(({ tag, words }) => (
            <Chip key={tag} kind={kind} small>
              {words[locale]}
            </Chip>
          ))}
        <span className="small muted" role="status">
          {searching ? t("found", { count: found.length }) : t("chosen", { count: ticked.size })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the boxes inside, which are reached by Tab as well */}
      <div ref={list} onKeyDown={(event) => move(event, list.current)}>
        {fields.map((field) => {
          const open = field.tags.some(({ tag }) => chosen.includes(tag));
          const some = field.tags.some((tag) => found.includes(tag));
          return (
            <details key={field.id} open={searching ? some : open} hidden={searching && !some}>
              <summary>{field.words[locale]}</summary>
              <div className="tagpick__tags">
                {field.tags.map((tag) => (
                  <label key={tag.tag} className="tagbox" hidden={searching && !found.includes(tag)}>
                    <input
                      type="checkbox"
                      name={name}
                      value={tag.tag}
                      defaultChecked={chosen.includes(tag.tag)}
                      onChange={(event) => tick(tag.tag, event.target.checked)}
                    />
                    {tag.words[locale]}
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </fieldset>
  );
}
