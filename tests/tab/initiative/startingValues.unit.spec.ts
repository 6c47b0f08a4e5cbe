import { startingValues } from '../../../tab/src/initiative/actions/startingValues.ts';
import { view } from './sampleView.ts';

const classified = view({ classification: { c: 1, i: 2, a: 0 } });

describe('what a form begins with', () => {
  it('is the classification as it stands, when it is to be looked over', () =>
    expect(startingValues('Classify', classified)).toEqual({
      'classification.c': '1',
      'classification.i': '2',
      'classification.a': '0',
    }));

  it('is nothing the first time, nor in any other form', () => {
    expect(startingValues('Classify', view())).toEqual({});
    expect(startingValues('Pause', classified)).toEqual({});
  });
});
