import type { ConnectionAnswer } from '../../../src/checks/connection-answer.ts';
import type { MirrorProblem } from '../../../src/protocol/answers.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { useAdminTranslator } from '../translation.ts';

/** What Tracker said to the settings as they are: each thing wrong once, by its cause. */
export function ConnectionVerdict({ answer }: { readonly answer: ConnectionAnswer }) {
  const translator = useAdminTranslator();
  const { isConfigured, account, accountProblem, applications, applicationsProblem, unknown } = answer;
  if (!isConfigured) return <Notice tone="info">{translator.text('connection.unset')}</Notice>;
  const isSame = accountProblem?.kind === applicationsProblem?.kind;
  return (
    <>
      {account !== undefined && (
        <Notice tone="success">
          {translator.text('connection.account', { name: toName(account) })}{' '}
          {applications !== undefined &&
            translator.text('connection.applications', { count: applications.length })}
        </Notice>
      )}
      {accountProblem !== undefined && <Problem problem={accountProblem} />}
      {applicationsProblem !== undefined && !isSame && (
        <Problem what={translator.text('connection.noList')} problem={applicationsProblem} />
      )}
      {unknown.length > 0 && (
        <Notice tone="warning">
          {translator.text('connection.unknown', {
            kinds: translator.list(unknown.map((kind) => translator.text(`registration.kind.${kind}`))),
          })}
        </Notice>
      )}
    </>
  );
}

function toName({ display, login }: NonNullable<ConnectionAnswer['account']>): string {
  return login === undefined || login === display ? display : `${display} (${login})`;
}

function Problem({ what, problem }: { readonly what?: string; readonly problem: MirrorProblem }) {
  const translator = useAdminTranslator();
  return (
    <Notice tone="error">
      {what} {translator.text(`connection.problem.${problem.kind}`)}
      {problem.said !== undefined && (
        <>
          {' '}
          {translator.text('outstanding.said')} <bdi>{problem.said}</bdi>
        </>
      )}
    </Notice>
  );
}
