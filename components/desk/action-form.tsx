import { AnsweredForm, type AnsweredFormProps } from "@/components/desk/answered-form";
import { OnceField } from "@/components/ui/once-field";

/**
 * A form of a signed-in page. Its key is made where the page is rendered: pressed twice it acts once, and the page that
 * is read anew after success brings a new key for the next intention.
 */
export function ActionForm<Value>({ children, ...form }: AnsweredFormProps<Value>) {
  return (
    <AnsweredForm {...form}>
      <OnceField />
      {children}
    </AnsweredForm>
  );
}
