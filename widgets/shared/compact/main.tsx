import { parsePlace } from './place.ts';
import { startCompactWidget } from './start-compact-widget.tsx';

const place = parsePlace(document.documentElement.dataset);
if (place !== undefined) void startCompactWidget(place);
