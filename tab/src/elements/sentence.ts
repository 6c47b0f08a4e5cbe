/** Labels as one list to read: "Medarbetare, chefer, AI-stöd". Words in capitals keep them. */
export const sentence = (labels: readonly string[]): string =>
  labels
    .map((label, at) => (at === 0 || /^\p{Lu}{2}/u.test(label) ? label : decapitalised(label)))
    .join(', ');

const decapitalised = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
