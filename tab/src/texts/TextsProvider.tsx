import type { i18n } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { TextsContext, type Translate } from './useTexts.ts';

/** Gives everything inside its texts, and draws it again when the language changes. */
export function TextsProvider({ texts, children }: { texts: i18n; children: ReactNode }) {
  return (
    <I18nextProvider i18n={texts}>
      <InLanguage>{children}</InLanguage>
    </I18nextProvider>
  );
}

function InLanguage({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'sv';
  const current = useMemo(
    () => ({ t: remembering(t as unknown as Translate), language }) as const,
    [t, language],
  );
  return <TextsContext value={current}>{children}</TextsContext>;
}

const MOST_REMEMBERED = 2_000;

/** A table asks for the same few texts on every row, and plural forms are slow to find out. */
function remembering(translate: Translate): Translate {
  const known = new Map<string, string>();
  return (key, values) => {
    const asked = values ? `${key} ${JSON.stringify(values)}` : key;
    const text = known.get(asked) ?? translate(key, values);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(asked, text);
    return text;
  };
}
