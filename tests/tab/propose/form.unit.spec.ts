import { changedContent, type DraftContent } from '../../../domain/initiatives/content.ts';
import {
  changeTo,
  contentOf,
  EMPTY_ESTIMATE,
  emptyForm,
  formOf,
  type ProposalForm,
  readEstimate,
  readForm,
} from '../../../tab/src/propose/form.ts';
import { formErrorsOf, missingErrors } from '../../../tab/src/propose/formErrors.ts';
import { isSame } from '../../../tab/src/propose/useSaving.ts';
import { sampleEstimate } from '../../domain/benefits/sampleEstimates.ts';

const form = (part: Partial<ProposalForm> = {}): ProposalForm => ({
  ...emptyForm('hemtjanst-norr'),
  ...part,
});
const figures = (part: Partial<typeof EMPTY_ESTIMATE>) => ({ ...EMPTY_ESTIMATE, ...part });

const CONTENT: DraftContent = {
  title: 'Digitala lås',
  problem: 'Nycklar hämtas varje pass.',
  solution: '',
  effect: 'Ingen kör till nyckelskåpet.',
  affectedGroups: ['employees'],
  unit: 'hemtjanst-norr',
  changeType: 'acquisition',
  category: 'digitalLocks',
  flags: { system: true, personalData: false, automation: false, acquisition: true },
  severalUnits: false,
  estimate: sampleEstimate('P12'),
};

describe('a proposal as it is typed and as it is stored', () => {
  it('comes back as it was', () => {
    expect(contentOf(formOf(CONTENT))).toEqual({ content: CONTENT, errors: {} });
    expect(isSame(contentOf(formOf(CONTENT)).content, CONTENT)).toBe(true);
  });

  it('takes away an estimate that is no longer there', () => {
    const { estimate: _taken, ...rest } = CONTENT;
    expect(changedContent(CONTENT, changeTo(contentOf(formOf(rest)).content))).toEqual(rest);
    expect(changedContent(CONTENT, changeTo(contentOf(formOf(CONTENT)).content))).toEqual(CONTENT);
  });

  it('has a title suggested from the problem until one is written', () => {
    const problem = 'Vi hämtar nycklar varje pass. Det tar tid.';
    expect(contentOf(form({ problem })).content.title).toBe('Vi hämtar nycklar varje pass');
    expect(contentOf(form({ problem, title: 'Lås' })).content.title).toBe('Lås');
  });

  it('tells not answered from none of these', () => {
    expect(contentOf(form()).content.flags).toBeUndefined();
    expect(contentOf(form({ flags: [] })).content.flags).toEqual({
      system: false,
      personalData: false,
      automation: false,
      acquisition: false,
    });
  });

  it('says which text is too long', () => {
    expect(contentOf(form({ effect: 'x'.repeat(501) })).errors).toEqual({ effect: 'too-long' });
  });
});

describe('the short estimate', () => {
  it('is none while every field is empty', () =>
    expect(readEstimate(EMPTY_ESTIMATE)).toEqual({ errors: {} }));

  it('needs how often and how long, and no more', () => {
    expect(readEstimate(figures({ volumePerYear: '1 200' })).errors).toEqual({
      minutesPerItem: 'number-required',
    });
    expect(readEstimate(figures({ volumePerYear: '1 200', minutesPerItem: '2,5' })).estimate).toMatchObject({
      volumePerYear: 1200,
      minutesPerItem: 2.5,
      adoption: [1],
      oneTimeCost: 0,
    });
  });

  it('takes shares in per cent', () => {
    const read = readEstimate(
      figures({
        volumePerYear: '1',
        minutesPerItem: '1',
        shareInMoney: '25',
        adoption1: '60',
        adoption2: '95',
      }),
    );
    expect(read.estimate).toMatchObject({ shareInMoney: 0.25, adoption: [0.6, 0.95] });
  });

  it('says what is wrong beside the field', () => {
    const read = readEstimate(
      figures({
        volumePerYear: 'många',
        minutesPerItem: '-5',
        oneTimeCost: '99999999999',
        adoption1: '50',
        adoption2: '',
        adoption3: '120',
      }),
    );
    expect(read.errors).toEqual({
      volumePerYear: 'number-required',
      minutesPerItem: 'number-negative',
      oneTimeCost: 'number-too-large',
      adoption2: 'number-required',
      adoption3: 'share-too-large',
    });
  });
});

describe('text kept in the browser', () => {
  it('is read back as it was', () => {
    const typed = form({ problem: 'Halv mening', estimate: figures({ volumePerYear: '12,' }) });
    expect(readForm(JSON.stringify(typed))).toEqual(typed);
  });

  it('of another version or broken counts as nothing, or is filled up', () => {
    expect(readForm(null)).toBeUndefined();
    expect(readForm('{"problem":')).toBeUndefined();
    expect(readForm('{"problem":7}')).toBeUndefined();
    expect(readForm('{"problem":"x","changeType":"gone"}')).toBeUndefined();
    expect(readForm('{"problem":"x"}')).toEqual(emptyForm('') && { ...emptyForm(''), problem: 'x' });
  });
});

describe('what is wrong with a proposal', () => {
  it('is marked on every field that is missing', () =>
    expect(missingErrors(contentOf(emptyForm('')).content)).toEqual({
      problem: 'required',
      affectedGroups: 'required',
      unit: 'required',
      changeType: 'required',
      category: 'required',
      flags: 'required',
    }));

  it('is a title only when none can be made of the problem', () =>
    expect(missingErrors({ problem: 'Nycklar hämtas för hand.', title: '' })).toMatchObject({
      title: 'required',
    }));

  it('is marked where the server says so', () => {
    expect(formErrorsOf({ status: 422, code: 'personal-number', about: ['content.problem'] })).toEqual({
      problem: 'personal-number',
    });
    expect(formErrorsOf({ status: 422, code: 'incomplete', about: ['category'] })).toEqual({
      category: 'required',
    });
    const errors = [
      { path: 'content.estimate.oneTimeCost', code: 'number-negative' },
      { path: 'content.estimate.adoption.1', code: 'share-too-large' },
    ];
    expect(formErrorsOf({ status: 400, code: 'invalid', errors })).toEqual({
      oneTimeCost: 'number-negative',
      adoption2: 'share-too-large',
    });
    expect(formErrorsOf({ status: 422, code: 'wrong-state' })).toEqual({});
  });
});
