import { DEFAULT_PORT, readOptions } from '../../../bot/local/options.ts';

describe('what may stand after npm start --', () => {
  const optionsOf = (...args: string[]) => {
    const read = readOptions(args);
    if (!('options' in read)) throw new Error(JSON.stringify(read));
    return read.options;
  };
  const problemOf = (...args: string[]) => {
    const read = readOptions(args);
    return 'problem' in read ? read.problem : undefined;
  };

  it('is nothing: everything starts, on the usual port', () =>
    expect(optionsOf()).toEqual({
      empty: false,
      personas: [],
      port: DEFAULT_PORT,
      playground: true,
      data: '.data',
    }));

  it('is any of it at once', () =>
    expect(optionsOf('--empty', '--no-playground', '--port', '4000', '--data=elsewhere')).toMatchObject({
      empty: true,
      playground: false,
      port: 4000,
      data: 'elsewhere',
    }));

  it('is more personas, by id, alias, mail or a part that fits one only', () => {
    const { personas } = optionsOf(
      '--persona=digitaliseringschef',
      '--persona=e4a00000-0000-4000-8000-000000000112',
      '--persona=Rektor.BUF.ekskolan@ekhamra.example',
      '--persona=coach.sbf.drift',
    );
    expect(personas.map(({ alias }) => alias)).toEqual([
      'digitaliseringschef.klk',
      'controller.klk',
      'rektor.buf.ekskolan',
      'coach.sbf.drift',
    ]);
  });

  it('asks for help', () =>
    expect(readOptions(['--help'])).toEqual({ help: expect.stringContaining('--no-playground') }));

  it.each([
    [['--persona', 'ingen alls'], 'Ingen i Ekhamra heter ingen alls'],
    [['--persona', ''], 'Ingen i Ekhamra'],
    [['--persona', 'coach'], 'coach.vof.hemtjanst-norr'],
    [['--port', 'abc'], '--port ska vara ett tal'],
    [['--port', '0'], '--port ska vara ett tal'],
    [['--port', '70000'], '--port ska vara ett tal'],
    [['--prot', '4000'], '--prot'],
    [['extra'], 'extra'],
    [['--port'], '--port'],
  ])('answers %j with what is wrong', (args, said) => expect(problemOf(...args)).toContain(said));
});
