import { startCompactWidget } from '../shared/compact/start-compact-widget.tsx';

await startCompactWidget('card', 'user');
