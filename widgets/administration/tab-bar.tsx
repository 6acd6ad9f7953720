import { useRef } from 'preact/hooks';
import { type Tab, tabs } from './tabs.ts';
import { useAdminTranslator } from './translation.ts';

interface TabBarProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

/** Where each key leads from the tab at an index; counted from the end where it is negative. */
const ways: Readonly<Record<string, (index: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => (index + 1) % tabs.length,
  Home: () => 0,
  End: () => -1,
};

/** Ring's tabs in their own markup (the component weighs 45 kB). Arrows, Home and End move between them, as in all tab bars. */
export function TabBar({ tab, onTab }: TabBarProps) {
  const translator = useAdminTranslator();
  const bar = useRef<HTMLDivElement>(null);
  function move(event: KeyboardEvent): void {
    const way = ways[event.key];
    const next = way && tabs.at(way(tabs.indexOf(tab)));
    if (!next) return;
    event.preventDefault();
    onTab(next);
    bar.current?.querySelector<HTMLElement>(`#tl-tab-${next}`)?.focus();
  }
  return (
    <div class="ring-tabs-tabs">
      <div
        ref={bar}
        class="ring-tabs-titles tl-tabs"
        role="tablist"
        aria-label={translator.text('admin.title')}
        onKeyDown={move}
      >
        {tabs.map((name) => (
          <button
            key={name}
            id={`tl-tab-${name}`}
            type="button"
            role="tab"
            class={name === tab ? 'ring-tabs-title ring-tabs-selected' : 'ring-tabs-title'}
            aria-selected={name === tab}
            aria-controls="tl-tab-panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => onTab(name)}
          >
            {translator.text(`tab.${name}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
