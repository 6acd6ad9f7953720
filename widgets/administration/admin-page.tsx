import { useEffect, useState } from 'preact/hooks';
import type { AdminApi } from './admin-api.ts';
import { AuditSection } from './audit/audit-section.tsx';
import { ChecksSection } from './checks/checks-section.tsx';
import type { Checks } from './checks/create-checks.ts';
import type { LetterTools } from './checks/try-letter.ts';
import { ConnectionSection } from './connection/connection-section.tsx';
import type { AdminParts } from './create-admin-parts.ts';
import { LinksSection } from './links/links-section.tsx';
import { OutstandingSection } from './outstanding/outstanding-section.tsx';
import type { AttachApp } from './overview/attach-app.ts';
import { OverviewSection } from './overview/overview-section.tsx';
import type { PageAddress } from './page-address.ts';
import { RecipeSection } from './recipe/recipe-section.tsx';
import { ReconcileSection } from './reconcile/reconcile-section.tsx';
import { RegistrationSection } from './registration/registration-section.tsx';
import { TabBar } from './tab-bar.tsx';
import type { Tab } from './tabs.ts';
import { TransferSection } from './transfer/transfer-section.tsx';
import { useAdminTranslator } from './translation.ts';

interface AdminPageProps {
  readonly api: AdminApi;
  readonly checks: Checks;
  readonly parts: AdminParts;
  readonly tools: LetterTools;
  readonly attach: AttachApp;
  readonly address: PageAddress;
}

/** From "uploaded" to "working", and then everything that is linked. */
export function AdminPage({ api, checks, parts, tools, attach, address }: AdminPageProps) {
  const translator = useAdminTranslator();
  const [tab, setTab] = useState<Tab>('overview');
  useEffect(() => address.listen(setTab), [address]);
  function open(next: Tab): void {
    setTab(next);
    void address.open(next);
  }
  return (
    <section class="tl-settings tl-admin" aria-label={translator.text('admin.title')}>
      <TabBar tab={tab} onTab={open} />
      <div id="tl-tab-panel" role="tabpanel" aria-labelledby={`tl-tab-${tab}`}>
        {tab === 'overview' && (
          <OverviewSection tools={tools} settings={parts.settings} attach={attach} onTab={open} />
        )}
        {tab === 'registration' && (
          <RegistrationSection api={api} settings={parts.settings} askFacts={tools.askFacts} />
        )}
        {tab === 'recipe' && <RecipeSection api={api} askFacts={tools.askFacts} />}
        {tab === 'checks' && <ChecksSection checks={checks} />}
        {tab === 'connection' && <ConnectionSection api={parts.connection} settings={parts.settings} />}
        {tab === 'outstanding' && <OutstandingSection api={parts.owed} />}
        {tab === 'reconcile' && <ReconcileSection api={api} run={parts.run} />}
        {tab === 'links' && <LinksSection api={api} />}
        {tab === 'transfer' && (
          <TransferSection api={parts.transfer} settings={parts.settings} askFacts={tools.askFacts} />
        )}
        {tab === 'audit' && <AuditSection api={api} />}
      </div>
    </section>
  );
}
