/** Moves the focus to the first field that is marked as wrong, so that one need not look for it. */
export function focusFirstError(form: HTMLElement | null): void {
  const marked = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]');
  const field = marked?.matches('input, textarea, select, button')
    ? marked
    : marked?.querySelector<HTMLElement>('input, textarea, select');
  (field ?? marked)?.focus();
}
