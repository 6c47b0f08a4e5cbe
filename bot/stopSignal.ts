const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C can reach us several times: from the terminal and from those who started us. */
const SAME_SIGNAL_MS = 1_000;

export type StopSignal = {
  /** Resolves when somebody wants us to end. */
  readonly asked: Promise<void>;
  readonly isAsked: () => boolean;
  readonly dispose: () => void;
};

/** Ends politely on the first signal; on a second one, when ending takes too long, at once. */
export function onStopSignal(): StopSignal {
  let askedAt: number | undefined;
  let tell: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const onSignal = () => {
    const now = Date.now();
    if (askedAt !== undefined && now - askedAt > SAME_SIGNAL_MS) process.exit(130);
    askedAt ??= now;
    tell();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    asked,
    isAsked: () => askedAt !== undefined,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
