import { useTranslator } from '../i18n/translation.ts';

/** When something happened, as people say it; the exact time is its tooltip, made when it is wanted. */
export function Moment({ at }: { readonly at: Date }) {
  const translator = useTranslator();
  return (
    <time
      dateTime={at.toISOString()}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = translator.dateTime(at);
      }}
    >
      {translator.ago(at, new Date())}
    </time>
  );
}
