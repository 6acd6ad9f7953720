import type { WidgetContext } from '../frame.ts';
import { reportErrors } from './yt-errors.ts';
import { createHost } from './yt-host.ts';
import { openLine } from './yt-line.ts';
import { reportContentHeight } from './yt-size.ts';
import { showTheme } from './yt-theme.ts';

/**
 * The script that stands first in every widget's document: puts `YTApp` there, as YouTrack does. Outside a frame of the
 * host there is no `YTApp`. Source: JetBrains' Host API.
 */
function injectYouTrackApp(): void {
  const context = readContext();
  if (context === undefined) return;
  let plugin: Record<string, unknown> = {};
  const line = openLine({
    onTheme: showTheme,
    onCallback: (name, args) => {
      const callback = plugin[name];
      if (typeof callback === 'function') callback(...args);
    },
  });
  const host = createHost(context, line);
  const { entity, me, locale, widget } = context;
  const register = async (callbacks: Record<string, unknown> = {}) => {
    plugin = callbacks;
    await line.call('register', [Object.keys(callbacks)]);
    return host;
  };
  Object.assign(window, { YTApp: { entity, me, locale, widget, register } });
  reportContentHeight(line);
  reportErrors(line);
}

function readContext(): WidgetContext | undefined {
  if (window.parent === window) return undefined;
  try {
    return JSON.parse(window.name);
  } catch {
    // Some other page has framed the document; it is no host.
    return undefined;
  }
}

injectYouTrackApp();
