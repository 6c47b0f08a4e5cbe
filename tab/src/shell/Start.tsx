import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { createClient } from '../api/client.ts';
import { TextsProvider } from '../texts/TextsProvider.tsx';
import { createTexts } from '../texts/useTexts.ts';
import { Announcer } from './Announcer.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Failure } from './Failure.tsx';
import { findHost } from './host.ts';
import type { Host, Persona } from './hostKinds.ts';
import { Loading } from './Loading.tsx';
import { choosePersona, chosenPersona } from './localHost.ts';
import { OpenInTeams } from './OpenInTeams.tsx';
import { PersonaPicker } from './PersonaPicker.tsx';
import { Session } from './Session.tsx';
import { THEMES } from './theme.ts';
import type { ThemeName } from './themeName.ts';

const texts = createTexts('sv');

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The frame around everything: theme, language, and who is asking. */
export function Start() {
  const styles = useStyles();
  const [host, setHost] = useState<Host>();
  const [theme, setTheme] = useState<ThemeName>('default');

  useEffect(() => {
    void findHost().then((found) => {
      setTheme(found.theme);
      void texts.changeLanguage(found.language);
      if (found.kind === 'teams') {
        found.onTheme(setTheme);
        if (found.startPath && ['', '#/'].includes(location.hash)) location.hash = found.startPath;
      }
      setHost(found);
    });
  }, []);

  useEffect(() => {
    // For what the browser draws itself: scroll bars, calendars, lists of choices.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);

  return (
    <TextsProvider texts={texts}>
      <FluentProvider theme={THEMES[theme]} className={styles.page}>
        <ErrorBoundary>
          <Announcer>{host ? <Entrance host={host} /> : <Loading />}</Announcer>
        </ErrorBoundary>
      </FluentProvider>
    </TextsProvider>
  );
}

function Entrance({ host }: { host: Host }) {
  switch (host.kind) {
    case 'teams':
      return <TeamsSession host={host} />;
    case 'local':
      return <LocalSession personas={host.personas} language={host.language} />;
    case 'nowhere':
      return <OpenInTeams />;
    case 'unreachable':
      return (
        <main>
          <Failure kind="failed" onRetry={() => location.reload()} />
        </main>
      );
  }
}

function TeamsSession({ host }: { host: Extract<Host, { kind: 'teams' }> }) {
  const client = useMemo(() => createClient(host.authorize, host.language), [host]);
  return <Session client={client} onReady={host.ready} />;
}

function LocalSession({ personas, language }: { personas: readonly Persona[]; language: string }) {
  const [persona, setPersona] = useState(() => chosenPersona(personas));
  const client = useMemo(
    () => persona && createClient(async () => `Persona ${persona.id}`, language),
    [persona, language],
  );
  const choose = (id: string) => {
    choosePersona(id);
    setPersona(personas.find((each) => each.id === id));
  };
  if (!persona || !client) return <PersonaPicker personas={personas} onChoose={choose} />;
  // A new person is a new session: nothing of the last one's answers stays.
  return (
    <Session key={persona.id} client={client} personas={{ all: personas, chosen: persona.id, choose }} />
  );
}
