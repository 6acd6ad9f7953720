import { startLinksPanel } from '../shared/start-links-panel.tsx';

await startLinksPanel('article');
