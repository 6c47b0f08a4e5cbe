import {
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { refusalText } from '../../elements/refusalText.ts';
import { NARROW, useMedia } from '../../elements/useMedia.ts';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { TextLink } from '../../shell/TextLink.tsx';
import { useTexts } from '../../texts/useTexts.ts';
import { similarPath } from './buildOrder.ts';
import type { OrderFieldProps } from './orderFieldProps.ts';

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0 },
  hit: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
});

const ANSWERS = ['coordinate', 'merge', 'separate'] as const;

/** The manager's word on each similar case. Keeping apart needs a reason. */
export function SimilarAnswers({ values, errors, view, onChange }: Omit<OrderFieldProps, 'spec'>) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const narrow = useMedia(NARROW);
  return (
    <fieldset className={styles.group}>
      <legend className={mergeClasses(global.subheading, styles.legend)}>
        {t('fields:similarAnswers.label')}
      </legend>
      <p className={`${global.prose} ${global.quiet}`}>{t('fields:similarAnswers.hint')}</p>
      {view.similar.map(({ id, number, title }) => {
        const answer = values[similarPath(id, 'answer')] ?? '';
        const error = errors[`_similar.${id}`];
        const missingReason = Boolean(error) && answer === 'separate';
        const state = (marked: boolean) => ({
          validationState: marked ? ('error' as const) : ('none' as const),
          validationMessage: marked && error ? refusalText(t, error) : undefined,
        });
        return (
          <div key={id} className={styles.hit}>
            <TextLink to={`/initiatives/${encodeURIComponent(number)}`}>
              {number} {title}
            </TextLink>
            <Field
              label={`${title}: ${t('fields:choice.label')}`}
              required
              {...state(Boolean(error) && !missingReason)}
            >
              <RadioGroup
                layout={narrow ? 'vertical' : 'horizontal'}
                value={answer}
                onChange={(_event, { value }) => onChange(similarPath(id, 'answer'), value)}
              >
                {ANSWERS.map((each) => (
                  <Radio key={each} value={each} label={t(`codes:similarAnswer.${each}`)} />
                ))}
              </RadioGroup>
            </Field>
            {answer === 'separate' && (
              <Field label={t('fields:similarReason.label')} required {...state(missingReason)}>
                <Textarea
                  rows={2}
                  value={values[similarPath(id, 'reason')] ?? ''}
                  onChange={(_event, { value }) => onChange(similarPath(id, 'reason'), value)}
                />
              </Field>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
