import type { Conversation, Messenger, OutgoingMessage } from '../../../bot/app/ports/index.ts';

export type Sent = {
  readonly to: string;
  readonly activity: string;
  readonly message: OutgoingMessage;
  readonly isUpdate: boolean;
};

export type RecordingMessenger = Messenger & {
  readonly sent: Sent[];
  /** Lets the next message fail, to a conversation or to any. */
  readonly failNext: (error: Error, conversation?: string) => void;
  /** Called before each message, e.g. to let time pass or to lose power. */
  before: (to: Conversation, message: OutgoingMessage) => void | Promise<void>;
};

/** Teams as it should be: takes every message, gives ids, remembers. */
export function recordingMessenger(): RecordingMessenger {
  const sent: Sent[] = [];
  const failures: { error: Error; conversation: string | undefined }[] = [];

  async function carry(to: Conversation, activity: string, message: OutgoingMessage, isUpdate: boolean) {
    await messenger.before(to, message);
    const at = failures.findIndex(({ conversation }) => conversation === undefined || conversation === to.id);
    const [failure] = at < 0 ? [] : failures.splice(at, 1);
    if (failure) throw failure.error;
    sent.push({ to: to.id, activity, message, isUpdate });
  }

  const messenger: RecordingMessenger = {
    sent,
    failNext: (error, conversation) => void failures.push({ error, conversation }),
    before: () => undefined,
    send: async (to, message) => {
      const activity = `activity-${sent.length + 1}`;
      await carry(to, activity, message, false);
      return { activity };
    },
    update: (to, activity, message) => carry(to, activity, message, true),
  };
  return messenger;
}
