import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DocumentsView, InitiativeView } from '../../../../domain/portfolio/views.ts';
import { problemOf } from '../../api/problems.ts';
import { useDocuments } from '../../api/queries.ts';
import { Section } from '../../elements/Section.tsx';
import { useShortList } from '../../elements/useShortList.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { OutLink } from '../../shell/TextLink.tsx';
import { useTexts } from '../../texts/useTexts.ts';
import { documentLine, latestFirst } from './documentLines.ts';

const SHORT = 6;

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM },
  file: { overflowWrap: 'anywhere' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  start: { justifySelf: 'start' },
});

/** The files of the case, as links to where they are. Nothing where the municipality has no document library. */
export function DocumentsSection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const { data, error, refetch } = useDocuments(view);
  if (data?.library) return <Documents documents={data} isProtected={view.protected} />;
  // Without an answer of SharePoint's there may be no library at all: only its own silence is told of.
  if (problemOf(error).code !== 'documents-unavailable') return null;
  return (
    <Section title={t('initiative:documents')}>
      <p className={global.prose}>{t('initiative:documentsFailed')}</p>
      <Button className={styles.start} size="small" onClick={() => void refetch()}>
        {t('initiative:documentsRetry')}
      </Button>
    </Section>
  );
}

type DocumentsProps = { readonly documents: DocumentsView; readonly isProtected: boolean };

function Documents({ documents: { folder, closed, files }, isProtected }: DocumentsProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  const total = files.length;
  const { shown, more } = useShortList(latestFirst(files), SHORT, t('initiative:filesAll', { total }));
  return (
    <Section title={t('initiative:documents')}>
      {closed && <p className={global.prose}>{t('initiative:documentsClosed')}</p>}
      {isProtected && !closed && folder !== null && (
        <p className={global.prose}>{t('initiative:documentsProtected')}</p>
      )}
      {folder === null && <p className={global.prose}>{t('initiative:noFolder')}</p>}
      {folder !== null && total === 0 && (closed || !isProtected) && (
        <p className={global.prose}>{t('initiative:noFiles')}</p>
      )}
      {total > 0 && (
        <ul className={`${global.plainList} ${styles.list}`}>
          {shown.map((file) => (
            <li key={file.name} className={styles.file}>
              <OutLink href={file.url}>{file.name}</OutLink>
              <p className={styles.small}>{documentLine(file, language)}</p>
            </li>
          ))}
        </ul>
      )}
      {more}
      {folder !== null && (
        <>
          <OutLink className={styles.start} href={folder}>
            {t('initiative:openFolder')}
          </OutLink>
          <p className={styles.small}>{t('initiative:documentsHelp')}</p>
        </>
      )}
    </Section>
  );
}
