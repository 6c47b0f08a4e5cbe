import { makeStyles, tokens } from '@fluentui/react-components';
import type { PersonRef } from '../../../domain/portfolio/views.ts';
import { usePhoto } from '../api/photos.ts';
import { initialsOf } from './initials.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  face: {
    flexShrink: 0,
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    objectFit: 'cover',
  },
  initials: {
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A person's name after their picture, or their initials where there is none. The picture says nothing more. */
export function PersonName({ person: { id, name } }: { person: PersonRef }) {
  const styles = useStyles();
  const photo = usePhoto(id);
  return (
    <span className={styles.line}>
      {photo ? (
        <img className={styles.face} src={photo} alt="" />
      ) : (
        <span className={`${styles.face} ${styles.initials}`} aria-hidden="true">
          {initialsOf(name)}
        </span>
      )}
      <span>{name}</span>
    </span>
  );
}
