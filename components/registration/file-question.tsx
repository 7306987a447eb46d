import { useTranslations } from "next-intl";
import { Check } from "@/components/ui/check";
import { describedBy, FieldFrame, type FieldText } from "@/components/ui/field-frame";
import { bytesOf, endingsOf, fileGroups, megabytesOf, uploadIn } from "@/domain/forms/labels";
import type { Question } from "@/domain/forms/rules";

type FileQuestionProps = {
  question: Question;
  /** Files that are there: answered with before, or kept while the form was refused for something else. */
  held: readonly string[];
  name: string;
  text: FieldText;
};

/** Which files it takes, how large and how many, in words. */
function useTakes({ files, limits }: Question): string {
  const t = useTranslations("questions.file");
  const kinds = (files.kinds.length === 0 ? fileGroups : files.kinds).map((kind) => t(`kinds.${kind}`));
  return t("takes", { kinds: kinds.join(", "), megabytes: megabytesOf(files), count: limits.max ?? 1 });
}

/** Files that are kept stand below as ticked boxes: no browser can be given a file back, and none has to be chosen twice. */
export function FileQuestion({ question, held, name, text }: FileQuestionProps) {
  const t = useTranslations("questions.file");
  const kept = held.flatMap((one) => uploadIn(one) ?? []);
  const takes = useTakes(question);
  const hint = (
    <>
      {text.hint}
      <span className="question__line">{takes}</span>
    </>
  );
  const accept = endingsOf(question.files.kinds).flatMap((one) =>
    one === "jpg" ? [".jpg", ".jpeg"] : [`.${one}`],
  );
  return (
    <>
      <FieldFrame id={name} {...text} hint={hint}>
        <input
          id={name}
          className="input"
          type="file"
          name={name}
          data-most={bytesOf(question.files)}
          accept={accept.join(",")}
          multiple={(question.limits.max ?? 1) > 1}
          required={question.required && kept.length === 0}
          {...describedBy(name, { ...text, hint })}
        />
      </FieldFrame>
      {kept.map(({ id, name: called }) => (
        <Check
          key={id}
          name={name}
          value={`${id}/${called}`}
          defaultChecked
          label={t("kept", { name: called })}
        />
      ))}
    </>
  );
}
