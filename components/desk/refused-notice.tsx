import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Notice } from "@/components/ui/notice";

/** Says above a desk with many forms why one of them came back; nothing where none did. */
export function RefusedNotice({ refused }: { refused: RefusedForm | undefined }) {
  const { problems } = useFieldErrors(refused);
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger" role="alert">
      {problems.map(({ text }) => text).join(" ")}
    </Notice>
  );
}
