import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createPersonaAuth } from '../../../bot/local/personaAuth.ts';
import { idOf } from '../../../bot/local/sample/people.ts';

const asking = (headers: Record<string, string>) => {
  const request = new IncomingMessage(new Socket());
  request.headers = headers;
  return createPersonaAuth()(request);
};
const host = '127.0.0.1:3978';
const person = idOf('digitaliseringschef.klk');

describe('who asks in local mode', () => {
  it('is the persona they say they are', async () =>
    expect(await asking({ host, authorization: `Persona ${person}` })).toEqual({ person }));

  it('is found whatever the case of letters', async () =>
    expect(
      await asking({ host: 'localhost:3978', authorization: `persona ${person.toUpperCase()}` }),
    ).toEqual({
      person,
    }));

  it.each([
    ['nobody', undefined],
    ['somebody outside Ekhamra', 'Persona 11111111-1111-4111-8111-111111111111'],
    ['the program', 'Persona system'],
    ['somebody with a token', `Bearer ${person}`],
    ['two at once', `Persona ${person} ${person}`],
  ])('is not %s', async (_who, authorization) =>
    expect(await asking({ host, ...(authorization && { authorization }) })).toBeUndefined(),
  );

  it.each(['fardplan.example', 'localhost.example:3978', ''])('is nobody by the name of %j', async (other) =>
    expect(await asking({ host: other, authorization: `Persona ${person}` })).toBeUndefined(),
  );
});
