import type { i18n } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { TextKey } from './index.ts';
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

/** A table asks for the same few texts on every row. */
function remembering(translate: Translate): Translate {
  const known = new Map<TextKey, string>();
  return (key, values) => {
    if (values) return translate(key, values);
    const text = known.get(key) ?? translate(key);
    known.set(key, text);
    return text;
  };
}
