import { sentence } from '../../../tab/src/elements/sentence.ts';

describe('labels as a list to read', () => {
  it.each([
    [[], ''],
    [['Medarbetare'], 'Medarbetare'],
    [['Medarbetare', 'Chefer', 'Övriga'], 'Medarbetare, chefer, övriga'],
    [['Medarbetare', 'AI-stöd'], 'Medarbetare, AI-stöd'],
  ])('%j is "%s"', (labels, text) => expect(sentence(labels)).toBe(text));
});
