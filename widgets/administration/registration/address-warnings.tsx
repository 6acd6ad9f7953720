import { Notice } from '../../shared/components/notice.tsx';
import { useAdminTranslator } from '../translation.ts';
import { judgeAddress } from './judge-address.ts';

/** Says, before anything is copied, why Tracker will not reach an address. */
export function AddressWarnings({ baseUrl }: { readonly baseUrl: string }) {
  const translator = useAdminTranslator();
  return (
    <>
      {judgeAddress(baseUrl).map((warning) => (
        <Notice key={warning} tone="warning">
          {translator.text(`registration.address.${warning}`)}
        </Notice>
      ))}
    </>
  );
}
