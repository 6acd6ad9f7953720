import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { references, targetsOf } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  permittedUsers: references('permittedUsers'),
  permittedGroups: references('permittedGroups'),
  implicitPermittedUsers: () => [],
};

/** To whom an issue, article, comment or attachment is visible. Source: "Visibility" of JetBrains' REST reference. */
export function showVisibility(subject: Subject): RestEntity {
  const { tx, id } = subject;
  const isLimited =
    targetsOf(tx, id, 'permittedUsers').length + targetsOf(tx, id, 'permittedGroups').length > 0;
  return createRestEntity(
    { $type: isLimited ? 'LimitedVisibility' : 'UnlimitedVisibility', id },
    attributes,
    subject,
  );
}
