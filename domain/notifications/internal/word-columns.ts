import { hasOwnWords, type MailWords } from "../rules/words";

/** Words as they are stored: mails without any are left out, and what thanks say stands in columns of its own. */
export function wordColumns(words: MailWords) {
  const { thanks, ...others } = words;
  const subjects = { subjectDe: thanks?.subjectDe ?? "", subjectEn: thanks?.subjectEn ?? "" };
  const stored: MailWords = { ...others, thanks: { ...subjects, textDe: "", textEn: "" } };
  return {
    thanksDe: thanks?.textDe ?? "",
    thanksEn: thanks?.textEn ?? "",
    words: Object.fromEntries(Object.entries(stored).filter(([, wording]) => hasOwnWords(wording))),
  };
}
