import type { SharedIdentity } from '../../../src/administration/audit-answer.ts';
import { EntityLink } from '../../shared/lists/entity-link.tsx';
import { useAdminTranslator } from '../translation.ts';

/** People who say to be the same one in Tracker. */
export function SharedIdentities({ shared }: { readonly shared: readonly SharedIdentity[] }) {
  const translator = useAdminTranslator();
  return (
    <>
      <h3>{translator.text('audit.shared')}</h3>
      {shared.length === 0 ? (
        <p>{translator.text('audit.sharedNone')}</p>
      ) : (
        <>
          <p>{translator.text('audit.sharedWhy')}</p>
          <ul class="tl-findings">
            {shared.map((one) => (
              <SharedRow key={`${one.member} ${one.users[0]?.key}`} shared={one} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function SharedRow({ shared: { member, value, users } }: { readonly shared: SharedIdentity }) {
  const translator = useAdminTranslator();
  return (
    <li class="tl-unreadable">
      <div>
        {translator.text(`audit.shared.${member}`)} {value !== undefined && <code>{value}</code>}
      </div>
      <ul class="tl-sharers">
        {users.map(({ key, name, entityUrl }) => (
          <li key={key}>
            <EntityLink url={entityUrl} entityKey={key} /> {name !== key && name}
          </li>
        ))}
      </ul>
    </li>
  );
}
