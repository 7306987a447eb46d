/** Whose page a form stands on, where somebody is signed in: who is not any more when it is sent finds it again. */
export function FormOf({ me }: { me: string | undefined }) {
  return me === undefined ? null : <input type="hidden" name="formOf" value={me} />;
}
