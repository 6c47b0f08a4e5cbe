/** The value, or undefined when making it failed: for input of callers, where the failure says nothing more. */
export function attempt<T>(make: () => T): { readonly value: T } | undefined {
  try {
    return { value: make() };
  } catch {
    return undefined;
  }
}
