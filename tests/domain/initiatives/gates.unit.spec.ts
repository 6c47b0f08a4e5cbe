import { missingAt } from '../../../domain/initiatives/gates.ts';
import { GATES } from '../../../domain/initiatives/states.ts';
import { approve, completePreparation, submit } from '../../builders/commands.ts';
import { drafted, lightWork, submitted } from '../../builders/histories.ts';
import { SMALL } from '../../builders/proposals.ts';
import { CONTEXT } from '../../builders/rules.ts';
import { carryOut, lived } from '../../builders/scenario.ts';

describe('the evidence of a gate', () => {
  it('is complete for a complete proposal', () => {
    const { initiative } = carryOut(drafted());
    expect(initiative && missingAt('G1', submit(), initiative, CONTEXT)).toBeUndefined();
    expect(missingAt('G2', approve(), lived(submitted()), CONTEXT)).toBeUndefined();
  });

  it('includes the short calculation on the light track', () => {
    const light = lived(submitted({ content: SMALL }));
    expect(missingAt('G2', approve(), light, CONTEXT)).toBeUndefined();
    const uncounted = { ...light, content: { ...light.content, estimate: undefined } };
    expect(missingAt('G2', approve(), uncounted, CONTEXT)).toEqual({ code: 'estimate-missing' });
  });

  it('names every similar case that is not answered', () => {
    const hit = (id: string) => ({ id, score: 0.5, words: [] });
    const found = lived(submitted({ similar: [hit('I-2'), hit('I-3'), hit('I-4')] }));
    const answers = approve({
      similarAnswers: [
        { id: 'I-2', answer: 'coordinate' },
        { id: 'I-3', answer: 'separate' },
      ],
    });
    expect(missingAt('G2', answers, found, CONTEXT)).toEqual({
      code: 'similar-not-answered',
      about: ['I-3', 'I-4'],
    });
  });

  it('is asked for at every gate; from G3 on the list is where it hooks in', () => {
    for (const gate of GATES.slice(2))
      expect(missingAt(gate, completePreparation(), lived(lightWork()), CONTEXT)).toBeUndefined();
  });
});
