import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { MeView } from '../../../domain/portfolio/views.ts';
import { useClient } from '../api/ClientContext.ts';
import { KEYS } from '../api/queries.ts';
import { useTexts } from '../texts/useTexts.ts';

/** Named in the language it leads to, so that it can be found by those who need it. */
export function LanguageButton() {
  const client = useClient();
  const cache = useQueryClient();
  const { t, language } = useTexts();
  const other = language === 'sv' ? 'en' : 'sv';

  const change = async () => {
    const before = cache.getQueryData<MeView>(KEYS.me);
    if (before) cache.setQueryData(KEYS.me, { ...before, language: other });
    // Not kept by the server (no network): the page still speaks the chosen language until it is closed.
    await client.send('PUT', '/api/me/language', { language: other }).catch(() => undefined);
  };

  return (
    <Button size="small" appearance="subtle" lang={other} onClick={() => void change()}>
      {other === 'en' ? t('shell:english') : t('shell:svenska')}
    </Button>
  );
}
