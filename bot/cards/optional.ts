import { actionSet, toggleButton } from './buttons.ts';
import { container, type Element } from './elements.ts';
import type { Form } from './form.ts';

/** Inputs behind a button; open from the start when they hold something or something is wrong with them. */
export function optional(
  { id, title, inputs }: { readonly id: string; readonly title: string; readonly inputs: readonly string[] },
  items: readonly Element[],
  { values, errors }: Form,
): Element {
  const isFilled = inputs.some((input) => values?.[input] !== undefined && values[input] !== '');
  const isOpen = isFilled || inputs.some((input) => errors?.[input] !== undefined);
  return container([actionSet(toggleButton(title, [id])), container(items, { id, isVisible: isOpen })], {
    spacing: 'Medium',
  });
}
