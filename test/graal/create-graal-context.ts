import type { Bridge } from '../../sandbox/src/api/bridge.ts';
import { publishedParameters } from '../../sandbox/src/realm/create-script-context.ts';
import { describeTypes } from '../../sandbox/src/realm/describe-types.ts';
import { createExecutions } from '../../sandbox/src/realm/executions.ts';
import type { ScriptContext, ScriptContextOptions } from '../../sandbox/src/realm/realm.ts';
import type { Answer, GraalEngine } from './graal-engine.ts';

const scriptParameters = ['exports', 'require', 'module'];

/** The app's scripts and the scripting API on GraalJS. An engine holds one context. */
export function createGraalContext(engine: GraalEngine, options: ScriptContextOptions): ScriptContext {
  const { appName, scripts, sources, now, engine: language } = options;
  const executions = createExecutions(now);
  const answer = answerWith(executions.bridge);
  engine.order(['start', sources.api, describeTypes(), language], answer);
  for (const [name, text] of sources.published) {
    const path = `@jetbrains/youtrack-scripting-api/${name}`;
    engine.order(['definePublished', path, `youtrack:${name}`, publishedParameters.join(), text], answer);
  }
  for (const [name, text] of scripts)
    engine.order(['define', `./${name}`, `app:${appName}/${name}.js`, scriptParameters.join(), text], answer);
  return {
    isIdle: executions.areOver,
    run: (job, host) =>
      executions.run(job, host, () => {
        engine.order(['run'], answer);
        return undefined;
      }),
  };
}

function answerWith(bridge: Bridge): Answer {
  return ([operation, ...values]) => bridge(String(operation), ...values);
}
