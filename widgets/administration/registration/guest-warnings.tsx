import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { GuestRights } from '../../../src/registration/registration-answer.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { useAdminTranslator } from '../translation.ts';

interface GuestWarningsProps {
  readonly guest: GuestRights;
  readonly kinds: readonly EntityKind[];
  readonly project: string;
}

/** Says, before a letter without a token is copied, what the guest may not do in the chosen project: Tracker will get 404 or 403. */
export function GuestWarnings({ guest, kinds, project }: GuestWarningsProps) {
  const { text, list } = useAdminTranslator();
  const named = (missing: readonly EntityKind[]) =>
    list(missing.map((kind) => text(`registration.kind.${kind}`)));
  const asked = kinds.filter((kind) => kind !== 'user');
  const hidden = asked.filter((kind) => !guest.sees.includes(kind));
  const unlinked = asked.filter((kind) => guest.sees.includes(kind) && !guest.links.includes(kind));
  return (
    <>
      {hidden.length > 0 && (
        <Notice tone="warning">{text('registration.guest.hidden', { project, list: named(hidden) })}</Notice>
      )}
      {unlinked.length > 0 && (
        <Notice tone="warning">
          {text('registration.guest.unlinked', { project, list: named(unlinked) })}
        </Notice>
      )}
    </>
  );
}
