import { useTexts } from '../../texts/useTexts.ts';

/** Shown when a tenth is left: before that the limit is nobody's worry. */
const SHOW_FROM = 0.9;

type CharacterCountProps = {
  readonly text: string;
  readonly limit?: number | undefined;
  readonly hint?: string | undefined;
};

/** The hint of a text field, and near the limit how much room there is. */
export function CharacterCount({ text, limit, hint }: CharacterCountProps) {
  const { t } = useTexts();
  const left = (limit ?? Number.POSITIVE_INFINITY) - text.trim().length;
  const near = limit !== undefined && text.length >= limit * SHOW_FROM;
  return (
    <>
      {hint}
      {near && (
        <span>
          {' '}
          {left >= 0
            ? t('initiative:charactersLeft', { count: left })
            : t('initiative:charactersOver', { count: -left })}
        </span>
      )}
    </>
  );
}
